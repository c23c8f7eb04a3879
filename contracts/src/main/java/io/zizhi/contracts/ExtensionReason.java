package io.zizhi.contracts;

/** Why a review may take longer than its target. Data and no prose, because the applicant is told. */
public enum ExtensionReason {
    /** What was handed in has to be verified with others (需外部核实). */
    EXTERNAL_VERIFICATION,

    /** The case is intricate and needs a second look (情况复杂). */
    COMPLEX_CASE,

    /** More was handed in than the desk can review in time (送审量过大). */
    HIGH_VOLUME,

    /** Something that the desk needs was out of order (系统故障). */
    SYSTEM_OUTAGE,

    /** The applicant asked for it (申请人要求). */
    APPLICANT_REQUEST
}
