package io.zizhi.qualification.reviewapi.related;

/** A trait that qualifications of two accounts can share. */
public enum SharedTrait {
    /** Both administrators have the same id number. */
    ADMINISTRATOR_ID_NUMBER,

    /** Both legal representatives have the same id number. */
    LEGAL_REPRESENTATIVE_ID_NUMBER,

    /** Both administrators have the same phone. */
    PHONE,

    /** Both owners have the same unified social credit code. */
    CREDIT_CODE
}
