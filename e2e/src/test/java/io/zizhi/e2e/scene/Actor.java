package io.zizhi.e2e.scene;

import java.util.Locale;

/** The kinds of callers. */
public enum Actor {
    ANONYMOUS,
    /** The applicant whose account owns the resource. */
    OWNER,
    /** An applicant of another account. */
    STRANGER,
    /** A reviewer without a claim on the review. */
    REVIEWER,
    /** The reviewer with the claim on the review. */
    CLAIMANT,
    SUPERVISOR,
    AUDITOR,
    OPERATOR,
    /** Another service of the suite, with a token for the called service. */
    SERVICE,
    /** Another service of the suite, with a token for a third service. */
    MISDIRECTED_SERVICE,
    /** A system that issues SMS signatures, outside the suite. */
    SIGNATURE_SYSTEM,
    /** A system that files signatures with carriers, outside the suite. */
    CARRIER_FILING_SYSTEM;

    /** Returns the column header: {@code misdirected-service}. */
    public String column() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
