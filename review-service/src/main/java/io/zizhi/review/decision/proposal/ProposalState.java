package io.zizhi.review.decision.proposal;

/** What became of a proposal. */
public enum ProposalState {
    /** Waits for a second person. */
    WAITING,

    /** A second person agreed; it is the decision. */
    CONFIRMED,

    /** A second person did not agree, and said why. */
    RETURNED,

    /** The applicant withdrew first. Follows from the review's state and is not stored. */
    CANCELLED
}
