package io.zizhi.qualification.model.letter;

import java.util.Set;

/** Where an authorization letter stands, and where it may go from there. */
public enum LetterStatus {
    /** Never submitted. */
    DRAFT,

    /** 审核中: it lies at the desk and nothing may be changed. */
    IN_REVIEW,

    /** 审核通过: final; it is renewed by a new letter. */
    APPROVED,

    /** 审核不通过, with reasons. */
    REJECTED,

    /** 资料待补充, with the items asked for. */
    SUPPLEMENT_REQUIRED,

    /** 已撤回, by the applicant. */
    WITHDRAWN;

    /** Whether the one step from this status to {@code next} exists. */
    public boolean canMoveTo(LetterStatus next) {
        return successors().contains(next);
    }

    private Set<LetterStatus> successors() {
        return switch (this) {
            case DRAFT, REJECTED, SUPPLEMENT_REQUIRED, WITHDRAWN -> Set.of(IN_REVIEW);
            case IN_REVIEW -> Set.of(APPROVED, REJECTED, SUPPLEMENT_REQUIRED, WITHDRAWN);
            case APPROVED -> Set.of();
        };
    }

    /** Whether it may be filled in. */
    public boolean allowsEditing() {
        return canMoveTo(IN_REVIEW);
    }

    /** Whether it may be deleted; one in review is withdrawn first. */
    public boolean allowsDeletion() {
        return this != IN_REVIEW;
    }
}
