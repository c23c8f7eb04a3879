/**
 * Bulk filing (批量提交): an agency submits qualifications of many customers with one sheet. Each row is drafted and
 * submitted in the background by {@link io.zizhi.qualification.bulk.work}, with the same use cases and rules as a
 * single form.
 *
 * <pre>
 *   WAITING ──draft──▶ DRAFTED ──evaluate──▶ READY ──submit──▶ SUBMITTED
 *      │                  │  └──only the phone is unverified──▶ AWAITING_PHONE ──verified──▶ READY
 *      │                  ├──only the letter is in review──▶ AWAITING_LETTER ──approved──▶ DRAFTED
 *      └──────────────────┴──rejected by a rule──▶ FAILED                      open ones ──cancel──▶ CANCELLED
 *   INVALID: could not be parsed, or repeated          WAITING ──submitted by an earlier sheet──▶ SKIPPED
 * </pre>
 */
@NullMarked
package io.zizhi.qualification.bulk;

import org.jspecify.annotations.NullMarked;
