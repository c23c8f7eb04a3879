package io.zizhi.contracts;

/** How a reviewer decided. */
public enum ReviewOutcome {
    /** 审核通过. */
    APPROVED,

    /** 审核不通过. */
    REJECTED,

    /** 资料待补充: more material is needed. */
    SUPPLEMENT_REQUESTED
}
