package io.zizhi.contracts;

/** The kind of owner of a signature. */
public enum OwnerType {
    /** A company (企业). */
    COMPANY,

    /** A government body or public institution (政府机关或事业单位). */
    PUBLIC_INSTITUTION,

    /** A natural person. Only allowed if the account itself belongs to a person. */
    PERSON
}
