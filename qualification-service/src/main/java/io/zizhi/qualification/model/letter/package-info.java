/**
 * An authorization letter (授权委托书) with what was submitted of it, and how it moves.
 *
 * <pre>
 *   DRAFT ──submit──▶ IN_REVIEW ──approve──▶ APPROVED
 *                       │  ▲
 *                       │  └──submit── REJECTED, SUPPLEMENT_REQUIRED, WITHDRAWN
 *                       └──reject, request supplement, withdraw──▶ one of these three
 * </pre>
 *
 * <p>It is submitted alone, or together with a qualification whose work order it shares; then it is decided and withdrawn
 * with it. An approved letter is never changed: it is renewed by a new one. Beside its status it is VALID while it is
 * approved and today lies inside its period, else INVALID.
 */
@NullMarked
package io.zizhi.qualification.model.letter;

import org.jspecify.annotations.NullMarked;
