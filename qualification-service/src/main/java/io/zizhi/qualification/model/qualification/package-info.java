/**
 * A qualification (资质), its revisions and its status transitions.
 *
 * <pre>
 *   DRAFT ──submit──▶ IN_REVIEW ──approve──▶ APPROVED ──submit the amendment──▶ IN_REVIEW
 *                       │  ▲
 *                       │  └──submit── REJECTED, SUPPLEMENT_REQUIRED, WITHDRAWN
 *                       └──reject, request supplement, withdraw──▶ one of these three ──discard──▶ APPROVED
 * </pre>
 *
 * <p>Each state of the form is a revision. A working copy has no work order (审核工单); submitting freezes it and gives it
 * one. The last approved revision stays in force while an amendment is edited and reviewed. It becomes the current
 * revision again when the amendment is discarded.
 *
 * <p>Supervisors may restrict a qualification whose revision is in force ({@link
 * io.zizhi.qualification.model.qualification.Restriction}). A restriction does not change the status: the applicant
 * edits, submits and withdraws amendments as before.
 */
@NullMarked
package io.zizhi.qualification.model.qualification;

import org.jspecify.annotations.NullMarked;
