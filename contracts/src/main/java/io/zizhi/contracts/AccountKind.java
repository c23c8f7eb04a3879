package io.zizhi.contracts;

/** What an account was verified as. */
public enum AccountKind {
    /** A company or institution. */
    COMPANY,

    /** A natural person. */
    PERSON
}
