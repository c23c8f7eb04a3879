package io.zizhi.review.casefile.evidence;

/** Why a section of the evidence could not be fetched. */
public enum UnavailableReason {
    /** qualification-service does not answer in time. */
    QUALIFICATION_SERVICE_UNAVAILABLE,

    /** document-service does not answer in time. */
    DOCUMENT_SERVICE_UNAVAILABLE,

    /** Earlier decisions cannot be read, for example because the key of the account was destroyed. */
    DECISIONS_UNREADABLE
}
