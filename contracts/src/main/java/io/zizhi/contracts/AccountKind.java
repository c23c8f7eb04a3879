package io.zizhi.contracts;

/** The kind of identity that an account was verified as. */
public enum AccountKind {
    /** A company or institution. */
    COMPANY,

    /** A natural person. */
    PERSON
}
