package io.zizhi.qualification.model.timeline;

/** What can happen to a qualification, as its timeline tells it. */
public enum Act {
    DRAFTED,
    /** A draft for another qualification was made from it. */
    REUSED,
    EDITED,
    AMENDMENT_OPENED,
    /** The amendment was given up; the revision in force is the current one again. */
    AMENDMENT_DISCARDED,
    SUBMITTED,
    WITHDRAWN,
    REVIEW_OPENED,
    REVIEW_CLAIMED,
    /** The applicant asked the desk to hurry. */
    URGED,
    /** A supervisor gave the review more time. */
    DUE_TIME_EXTENDED,
    /** The desk took back a decision that it had not told; the review goes on. */
    REVIEW_REOPENED,
    APPROVED,
    REJECTED,
    SUPPLEMENT_REQUESTED,
    /** A policy, its allocation or the calendar of the desk was changed, and the answer comes at another time. */
    RESCHEDULED,
    /** A decision came for a revision that was no longer in review; it changed nothing. */
    DECISION_SUPERSEDED,
    /** A signature system bound, moved or released a signature. */
    SIGNATURE_BOUND,
    SIGNATURE_MOVED,
    SIGNATURE_RELEASED,
    DELETED,
    /** Evidence of the revision in force ends soon. */
    EXPIRING,
    /** Evidence of the revision in force has ended. */
    EXPIRED
}
