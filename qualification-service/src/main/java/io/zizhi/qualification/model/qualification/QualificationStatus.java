package io.zizhi.qualification.model.qualification;

import java.util.Set;

/** Where a qualification stands, and where it may go from there (design §5). */
public enum QualificationStatus {
    /** Never submitted. */
    DRAFT,

    /** 审核中: a revision lies at the desk and nothing may be changed. */
    IN_REVIEW,

    /** 审核通过: a revision is in force; changes go into an amendment. */
    APPROVED,

    /** 审核不通过, with reasons. */
    REJECTED,

    /** 资料待补充, with the items asked for. */
    SUPPLEMENT_REQUIRED,

    /** 已撤回, by the applicant. */
    WITHDRAWN;

    /** Whether the one step from this status to {@code next} exists. */
    public boolean canMoveTo(QualificationStatus next) {
        return successors().contains(next);
    }

    private Set<QualificationStatus> successors() {
        return switch (this) {
            case DRAFT -> Set.of(IN_REVIEW);
            case IN_REVIEW -> Set.of(APPROVED, REJECTED, SUPPLEMENT_REQUIRED, WITHDRAWN);
            case APPROVED -> Set.of(IN_REVIEW);
            // To APPROVED by discarding the amendment, where a revision is in force.
            case REJECTED, SUPPLEMENT_REQUIRED, WITHDRAWN -> Set.of(IN_REVIEW, APPROVED);
        };
    }

    /** Whether its working copy may be filled in. */
    public boolean allowsEditing() {
        return this != IN_REVIEW;
    }

    /**
     * Whether an amendment may be given up, so that what is in force is all there is again; one in review is withdrawn
     * first.
     */
    public boolean allowsDiscarding() {
        return this != DRAFT && this != IN_REVIEW;
    }

    /** Whether it may be deleted; one in review is withdrawn first. */
    public boolean allowsDeletion() {
        return this != IN_REVIEW;
    }
}
