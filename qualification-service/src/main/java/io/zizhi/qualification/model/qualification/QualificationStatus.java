package io.zizhi.qualification.model.qualification;

import java.util.Set;

/** The status of a qualification, with its transition table (design §5). */
public enum QualificationStatus {
    /** Never submitted. */
    DRAFT,

    /** 审核中: a revision is being reviewed; nothing can be changed. */
    IN_REVIEW,

    /** 审核通过: a revision is in force; changes are made in an amendment. */
    APPROVED,

    /** 审核不通过, with reasons. */
    REJECTED,

    /** 资料待补充, with the requested items. */
    SUPPLEMENT_REQUIRED,

    /** 已撤回, by the applicant. */
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

    /** Returns whether the qualification can be deleted; one in review must be withdrawn first. */
    public boolean allowsDeletion() {
        return this != IN_REVIEW;
    }
}
