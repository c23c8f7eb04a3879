package io.zizhi.qualification.reviewapi.related;

/** In what qualifications of two accounts are the same. */
public enum SharedTrait {
    /** The administrator has the same id number. */
    ADMINISTRATOR_ID_NUMBER,

    /** The legal representative has the same id number. */
    LEGAL_PERSON_ID_NUMBER,

    /** The administrator has the same phone. */
    PHONE,

    /** The owner has the same unified social credit code. */
    CREDIT_CODE
}
