package io.zizhi.contracts;

/** The kind of owner of a signature. */
public enum OwnerType {
    /** 企业: a company. */
    COMPANY,

    /** 政府机关或事业单位: a government body or public institution. */
    PUBLIC_INSTITUTION,

    /** A natural person. Only allowed if the account itself belongs to a person. */
    PERSON
}
