package io.zizhi.qualification.precheck.facts;

/**
 * The result of checking company name, credit code, legal representative and id number against the company register.
 */
public enum RegistryFinding {
    /** All four match the register. */
    MATCHED,

    /** The company is not in normal operation, for example deregistered. */
    COMPANY_STATE_INVALID,

    /** Name and credit code do not match, or the register reports only that something does not match. */
    FOUR_ELEMENTS_ERROR,

    /** The person is not the legal representative of the company. */
    LEGAL_REPRESENTATIVE_MISMATCH,

    /** The register has no such company. */
    NO_COMPANY,

    /** The register has no matching legal representative. */
    NO_LEGAL_REPRESENTATIVE,

    /** The company is not in the register, and the register is incomplete. */
    NOT_LISTED,

    /** No register is configured, it does not answer as expected, or today's checks are used up. */
    UNKNOWN,

    /** Not checked because data is missing or invalid. */
    NOT_ASKED;

    /** Returns whether the legal representative's id photos are required as a substitute. */
    public boolean demandsPhotos() {
        return switch (this) {
            case FOUR_ELEMENTS_ERROR, LEGAL_REPRESENTATIVE_MISMATCH, NO_COMPANY, NO_LEGAL_REPRESENTATIVE -> true;
            case MATCHED, COMPANY_STATE_INVALID, NOT_LISTED, UNKNOWN, NOT_ASKED -> false;
        };
    }
}
