/**
 * 批量提交: an agency files for many customers by one sheet. Each row becomes a draft and is submitted by the same use cases,
 * and under the same rules, as a form that is filed alone; {@link io.zizhi.qualification.bulk.work} does that in the
 * background.
 *
 * <pre>
 *   WAITING ──draft──▶ DRAFTED ──evaluate──▶ READY ──submit──▶ SUBMITTED
 *      │                  │  └──only the phone is missing──▶ AWAITING_PHONE ──verified──▶ READY
 *      └──────────────────┴──rejected by a rule──▶ FAILED                      open ones ──cancel──▶ CANCELLED
 *   INVALID: could not be read
 * </pre>
 */
@NullMarked
package io.zizhi.qualification.bulk;

import org.jspecify.annotations.NullMarked;
