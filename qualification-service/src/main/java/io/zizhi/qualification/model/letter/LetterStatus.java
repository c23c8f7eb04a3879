package io.zizhi.qualification.model.letter;

import java.util.Set;

/** The status of an authorization letter, with its transition table. */
public enum LetterStatus {
    /** Never submitted (草稿). */
    DRAFT,

    /** In review (审核中); the letter cannot be changed. */
    IN_REVIEW,

    /** Approved (审核通过). This status is final; a new letter renews an approved one. */
    APPROVED,

    /** Rejected with reasons (审核不通过). */
    REJECTED,

    /** More material was requested, item by item (资料待补充). */
    SUPPLEMENT_REQUIRED,

    /** Withdrawn by the applicant (已撤回). */
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
