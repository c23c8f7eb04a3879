package io.zizhi.contracts;

/** What proves who an owner is and who acts for it, and holds for a period. */
public enum Evidence {
    /** 证件 of the owner. */
    CERTIFICATE,

    /** Id document of the legal representative. */
    LEGAL_PERSON,

    /** Id document of the administrator. */
    ADMINISTRATOR,

    /** 授权委托书. */
    AUTHORIZATION_LETTER
}
