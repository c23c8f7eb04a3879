package io.zizhi.qualification.model.timeline;

import io.zizhi.contracts.ReviewOutcome;

/** The kinds of entry in a timeline. */
public enum Act {
    DRAFTED,
    /** A draft of another qualification was created from it. */
    REUSED,
    EDITED,
    AMENDMENT_OPENED,
    /** The amendment was discarded; the revision in force is the current one again. */
    AMENDMENT_DISCARDED,
    SUBMITTED,
    WITHDRAWN,
    REVIEW_OPENED,
    REVIEW_CLAIMED,
    /** The applicant asked the reviewers to hurry. */
    URGED,
    /** A supervisor gave the review more time. */
    DUE_TIME_EXTENDED,
    /** A decision was undone before it was published; the review continues. */
    REVIEW_REOPENED,
    APPROVED,
    REJECTED,
    SUPPLEMENT_REQUESTED,
    /** The due time changed because a policy, its allocation or the calendar changed. */
    RESCHEDULED,
    /** A decision arrived for a revision no longer in review; it had no effect. */
    DECISION_SUPERSEDED,
    /** A signature system bound, moved or released a signature. */
    SIGNATURE_BOUND,
    SIGNATURE_MOVED,
    SIGNATURE_RELEASED,
    /** A bound signature must be filed with a carrier, was filed, and was accepted or rejected by the carrier. */
    CARRIER_FILING_REQUESTED,
    CARRIER_FILING_FILED,
    CARRIER_FILING_ACCEPTED,
    CARRIER_FILING_REJECTED,
    /** The signature or its qualification has changed, so that the filing no longer holds. */
    CARRIER_FILING_CANCELLED,
    /** A carrier filing missed its due time. */
    CARRIER_FILING_OVERDUE,
    /** A renewal of the qualification's letter was approved; it is used from its first day. */
    LETTER_RENEWED,

    /** Two supervisors suspended, reinstated or revoked the qualification. */
    SUSPENDED,
    REINSTATED,
    REVOKED,
    /** It was approved by another system and imported; its details name that approval. */
    IMPORTED,
    DELETED,
    /** Evidence of the revision in force expires soon. */
    EXPIRING,
    /** Evidence of the revision in force has expired. */
    EXPIRED;

    /** Returns the act of a published decision. */
    public static Act of(ReviewOutcome outcome) {
        return switch (outcome) {
            case APPROVED -> APPROVED;
            case REJECTED -> REJECTED;
            case SUPPLEMENT_REQUESTED -> SUPPLEMENT_REQUESTED;
        };
    }
}
