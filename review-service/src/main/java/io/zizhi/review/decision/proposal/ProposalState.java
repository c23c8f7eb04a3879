package io.zizhi.review.decision.proposal;

/** The state of a proposal. */
public enum ProposalState {
    /** Waits for a second reviewer. */
    WAITING,

    /** The second reviewer agreed; the proposal is the decision. */
    CONFIRMED,

    /** The second reviewer disagreed and gave a reason. */
    RETURNED,

    /** The applicant withdrew first. Derived from the review's state, not stored. */
    CANCELLED
}
