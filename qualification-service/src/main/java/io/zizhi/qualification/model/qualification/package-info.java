/**
 * A qualification (资质) with its revisions, and how it moves.
 *
 * <pre>
 *   DRAFT ──submit──▶ IN_REVIEW ──approve──▶ APPROVED ──submit the amendment──▶ IN_REVIEW
 *                       │  ▲
 *                       │  └──submit── REJECTED, SUPPLEMENT_REQUIRED, WITHDRAWN
 *                       └──reject, request supplement, withdraw──▶ one of these three ──discard──▶ APPROVED
 * </pre>
 *
 * <p>What is filled in is a revision. The working copy has no work order (审核工单); submitting freezes it and gives it
 * one. The revision approved last stays in force while an amendment is filled in and reviewed, and is all there is
 * again when the amendment is discarded.
 */
@NullMarked
package io.zizhi.qualification.model.qualification;

import org.jspecify.annotations.NullMarked;
