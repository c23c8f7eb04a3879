/**
 * An authorization letter (授权委托书), its submissions and its status transitions.
 *
 * <pre>
 *   DRAFT ──submit──▶ IN_REVIEW ──approve──▶ APPROVED
 *                       │  ▲
 *                       │  └──submit── REJECTED, SUPPLEMENT_REQUIRED, WITHDRAWN
 *                       └──reject, request supplement, withdraw──▶ one of these three
 * </pre>
 *
 * <p>It is submitted alone, or together with a qualification whose work order it shares. In that case it is decided and
 * withdrawn with the qualification. An approved letter never changes; a new letter renews it and is used instead from
 * its first day. In addition to its status, a letter is VALID while it is approved and today is within its period,
 * otherwise INVALID.
 */
@NullMarked
package io.zizhi.qualification.model.letter;

import org.jspecify.annotations.NullMarked;
