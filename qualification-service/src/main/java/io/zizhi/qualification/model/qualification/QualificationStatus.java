package io.zizhi.qualification.model.qualification;

import java.util.Set;

/** The status of a qualification, with its transition table. */
public enum QualificationStatus {
    /** Never submitted (草稿). */
    DRAFT,

    /** In review (审核中); the qualification cannot be changed. */
    IN_REVIEW,

    /** Approved (审核通过). A revision is in force; changes are made in an amendment. */
    APPROVED,

    /** Rejected with reasons (审核不通过). */
    REJECTED,

    /** More material was requested, item by item (资料待补充). */
    SUPPLEMENT_REQUIRED,

    /** Withdrawn by the applicant (已撤回). */
    WITHDRAWN;

    public boolean canMoveTo(QualificationStatus next) {
        return successors().contains(next);
    }

    private Set<QualificationStatus> successors() {
        return switch (this) {
            case DRAFT -> Set.of(IN_REVIEW);
            case IN_REVIEW -> Set.of(APPROVED, REJECTED, SUPPLEMENT_REQUIRED, WITHDRAWN);
            case APPROVED -> Set.of(IN_REVIEW);
            // Moves to APPROVED when the amendment is discarded and a revision is in force.
            case REJECTED, SUPPLEMENT_REQUIRED, WITHDRAWN -> Set.of(IN_REVIEW, APPROVED);
        };
    }

    public boolean allowsEditing() {
        return this != IN_REVIEW;
    }

    /** Returns whether an amendment can be discarded in this status. An amendment in review must be withdrawn first. */
    public boolean allowsDiscarding() {
        return this != DRAFT && this != IN_REVIEW;
    }

    /** Returns whether the qualification can be deleted. A qualification in review must be withdrawn first. */
    public boolean allowsDeletion() {
        return this != IN_REVIEW;
    }
}
