package io.zizhi.contracts;

/** The decision of a reviewer. */
public enum ReviewOutcome {
    /** Approved (审核通过). */
    APPROVED,

    /** Rejected (审核不通过). */
    REJECTED,

    /** More material is needed (资料待补充). */
    SUPPLEMENT_REQUESTED
}
