package io.zizhi.contracts;

/** Why a review gets more time than its target. A code and not free text, because applicants see it. */
public enum ExtensionReason {
    /** The submitted material has to be verified with third parties (需外部核实). */
    EXTERNAL_VERIFICATION,

    /** The case is complex (情况复杂). */
    COMPLEX_CASE,

    /** More submissions arrived than the reviewers can handle in time (送审量过大). */
    HIGH_VOLUME,

    /** A system that reviewers need was unavailable (系统故障). */
    SYSTEM_OUTAGE,

    /** The applicant asked for it (申请人要求). */
    APPLICANT_REQUEST
}
