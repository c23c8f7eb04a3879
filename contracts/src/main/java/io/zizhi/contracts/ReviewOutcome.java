package io.zizhi.contracts;

/** The decision of a reviewer. */
public enum ReviewOutcome {
    /** 审核通过: approved. */
    APPROVED,

    /** 审核不通过: rejected. */
    REJECTED,

    /** 资料待补充: more material is needed. */
    SUPPLEMENT_REQUESTED
}
