package io.zizhi.platform.operations.audit.verification;

/** What a verification finds. */
public enum FindingKind {
    /** The content of a row does not match its hash. */
    ROW_EDITED,
    /** A row between others is missing. */
    ROW_DELETED,
    /** A position is taken twice, or a row without a place in a chain was added. */
    ROW_INSERTED,
    /** Rows of a chain have other places than when they were written. */
    ROWS_REORDERED,
    /** The last rows of a chain are missing. */
    CHAIN_TRUNCATED,
    /** A chain is consistent in itself, and differs from what was anchored. */
    CHAIN_REWRITTEN,
    /** All rows of a chain are missing. */
    CHAIN_DELETED,
    /** The head of a chain differs from its last row. */
    HEAD_CHANGED,
    /**
     * A head should have been anchored long ago, or the database falsely claims that it was. Without a chain: no anchor
     * has the digest of the rows that are older than the chains.
     */
    NOT_ANCHORED,
    /** An anchor is missing between others. */
    ANCHOR_MISSING,
    /** An anchor has no valid signature, or belongs to another service. */
    ANCHOR_FORGED,
    /**
     * Somebody tried to replace or remove an anchor in a bucket with object lock. The anchor itself is still there, unless
     * `ANCHOR_MISSING` is reported too.
     */
    ANCHOR_OVERWRITTEN,
    /** The last anchors are missing: the store was replaced by an earlier state. */
    ANCHORS_ROLLED_BACK,
    /** A restore of the database has lost rows. Accepted if the settings name the restore. */
    LOST_BY_RESTORE,
    /** Two persons have accepted the damage of the chain, which has not changed since. Always accepted. */
    DAMAGE_ACCEPTED,
    /** Rows of a chain have changed since two persons accepted its damage. */
    DAMAGE_CHANGED
}
