package io.zizhi.contracts;

/** Evidence of an owner's identity or of a person's authority that is valid for a period. */
public enum Evidence {
    /** 证件: the certificate of the owner. */
    CERTIFICATE,

    /** The id document of the legal representative. */
    LEGAL_REPRESENTATIVE,

    /** The id document of the administrator. */
    ADMINISTRATOR,

    /** 授权委托书: the authorization letter. */
    AUTHORIZATION_LETTER
}
