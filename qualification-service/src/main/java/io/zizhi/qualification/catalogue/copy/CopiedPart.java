package io.zizhi.qualification.catalogue.copy;

/** The parts of a copy, in its order. */
public enum CopiedPart {
    /** The verified identity of the account, with name and id number of a person. */
    ACCOUNT,
    /** Its qualifications, without their forms. */
    QUALIFICATION,
    /** The forms of the qualifications: working copies, and everything that was submitted, with the decisions. */
    REVISION,
    /** Its authorization letters, with their current forms. */
    LETTER,
    /** The submissions of the letters, with the decisions. */
    LETTER_SUBMISSION,
    /** The carrier filings of its signatures that have a note of the filing system. */
    CARRIER_FILING
}
