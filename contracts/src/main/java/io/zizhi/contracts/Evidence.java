package io.zizhi.contracts;

/** Evidence of an owner's identity or of a person's authority that is valid for a period. */
public enum Evidence {
    /** The certificate of the owner (证件). */
    CERTIFICATE,

    /** The id document of the legal representative. */
    LEGAL_REPRESENTATIVE,

    /** The id document of the administrator. */
    ADMINISTRATOR,

    /** The authorization letter (授权委托书). */
    AUTHORIZATION_LETTER,

    /** The approval by another system from which the qualification was imported. */
    IMPORTED_APPROVAL
}
