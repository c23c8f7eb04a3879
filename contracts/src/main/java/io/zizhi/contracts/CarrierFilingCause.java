package io.zizhi.contracts;

/** Why a carrier filing was cancelled. */
public enum CarrierFilingCause {
    /** The signature was released. */
    RELEASED,

    /** The signature was moved to another qualification or letter and is filed again. */
    MOVED,

    /** An amendment of the qualification was approved, and the signature is filed again with the new revision. */
    SUPERSEDED,

    /** The qualification was revoked. */
    REVOKED,

    /** Evidence of the qualification, or the letter of the signature, has expired. */
    EXPIRED
}
