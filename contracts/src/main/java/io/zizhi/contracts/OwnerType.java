package io.zizhi.contracts;

/** What kind of body owns the signature that a qualification is for. */
public enum OwnerType {
    /** 企业. */
    COMPANY,

    /** 政府机关或事业单位. */
    PUBLIC_INSTITUTION,

    /** A natural person; only where the account itself is a person. */
    PERSON
}
