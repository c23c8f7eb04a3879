package io.zizhi.document.retention.hold;

/** The state of a legal hold. */
public enum LegalHoldState {
    /** Nothing that it covers is removed. */
    ACTIVE,
    /** An operator has lifted it. */
    LIFTED
}
