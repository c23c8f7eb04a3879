package io.zizhi.document.storage.removed;

/** Why a document was removed. The names after {@link #UNUSED} are those of the states of uses. */
public enum RemovalRule {
    /** Its owner deleted it. */
    OWNER,
    /** The account was erased. */
    ACCOUNT_ERASED,
    /** The malware scan had found a threat in it, and no submission used it. */
    QUARANTINED,
    /** No draft, sheet or submission had ever named it. */
    NEVER_NAMED,
    /** No submission had used it, and no draft had checked it for a while. */
    UNUSED,
    /** Its last use was a rejected revision, whose retention was over. */
    REJECTED,
    /** Its last use was a revision returned for more material, whose retention was over. */
    SUPPLEMENT_REQUIRED,
    /** Its last use was a withdrawn revision, whose retention was over. */
    WITHDRAWN,
    /** Its last use was an approved revision that a later one had replaced, and its retention was over. */
    SUPERSEDED,
    /** Its last use was an approved revision of a deleted qualification or letter, and its retention was over. */
    ENDED,
    /** Its last use was a revision in force whose evidence had expired, and its retention was over. */
    EXPIRED
}
