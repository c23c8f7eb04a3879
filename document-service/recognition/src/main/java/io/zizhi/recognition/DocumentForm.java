package io.zizhi.recognition;

/** The documents whose fields are known. */
public enum DocumentForm {
    /** Resident identity card: {@code name, sex, ethnicity, birthDate, address, idNumber}. */
    ID_PORTRAIT,
    /** Resident identity card, side of the national emblem: {@code authority, validFrom, validTo}. */
    ID_EMBLEM,
    /** Any other identity document, best effort: {@code name, number, validFrom, validTo}. */
    OTHER_ID,
    /**
     * Business licence: {@code creditCode, name, type, legalRepresentative, address, establishedOn}, and {@code
     * validFrom, validTo} where printed.
     */
    BUSINESS_LICENSE,
    /** Certificate of a public institution: {@code creditCode, name, legalRepresentative, address, validFrom, validTo}. */
    INSTITUTION_CERTIFICATE
}
