package io.zizhi.qualification.precheck;

/** What the register of companies says of company, credit code, legal representative and the representative's id. */
public enum RegistryFinding {
    /** They belong together. */
    MATCHED,

    /** The company is not in normal operation, for example deregistered. */
    COMPANY_STATE_INVALID,

    /** Name and credit code do not belong together, or the register says no more than that something is wrong. */
    FOUR_ELEMENTS_ERROR,

    /** The person does not represent that company. */
    LEGAL_PERSON_MISMATCH,

    /** There is no such company. */
    NO_COMPANY,

    /** The register knows nobody who represents it, or no such person. */
    NO_LEGAL_PERSON,

    /** The register does not have the company, and does not have every company. */
    NOT_LISTED,

    /** No register is asked, it does not answer, or what it answers is not understood. */
    UNKNOWN,

    /** Nobody was asked, because not everything is filled in or it cannot be right anyhow. */
    NOT_ASKED;

    /** Whether photos of the representative's id document have to show what the register does not. */
    public boolean demandsPhotos() {
        return switch (this) {
            case FOUR_ELEMENTS_ERROR, LEGAL_PERSON_MISMATCH, NO_COMPANY, NO_LEGAL_PERSON -> true;
            case MATCHED, COMPANY_STATE_INVALID, NOT_LISTED, UNKNOWN, NOT_ASKED -> false;
        };
    }
}
