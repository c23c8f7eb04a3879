package io.zizhi.qualification.bulk.importing.model;

/** The state of a row of an import. */
public enum ImportRowState {
    /** The dry run has not checked the row yet. */
    WAITING,

    /** The row can be imported once another operator confirms. It may have warnings. */
    CHECKED,

    /** Another operator confirmed, and the row is about to be imported. */
    CONFIRMED,

    /** The qualification exists and is approved. */
    IMPORTED,

    /** The row cannot be imported: correct it in a new sheet. */
    INVALID,

    /** The row could be imported at the dry run, but not any more when it was confirmed. */
    FAILED,

    /** The import was cancelled or not confirmed in time. */
    CANCELLED
}
