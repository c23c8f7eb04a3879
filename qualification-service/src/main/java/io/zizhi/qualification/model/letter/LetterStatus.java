package io.zizhi.qualification.model.letter;

import java.util.Set;

/** The status of an authorization letter, with its transition table. */
public enum LetterStatus {
    /** Never submitted. */
    DRAFT,

    /** 审核中: being reviewed; it cannot be changed. */
    IN_REVIEW,

    /** 审核通过: final; a new letter renews it. */
    APPROVED,

    /** 审核不通过, with reasons. */
    REJECTED,

    /** 资料待补充, with the requested items. */
    SUPPLEMENT_REQUIRED,

    /** 已撤回, by the applicant. */
    WITHDRAWN;

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

    public boolean allowsEditing() {
        return canMoveTo(IN_REVIEW);
    }

    /** Returns whether the letter can be deleted; a letter in review must be withdrawn first. */
    public boolean allowsDeletion() {
        return this != IN_REVIEW;
    }
}
