package io.zizhi.platform.identity;

/** The roles of the suite, as in the claim {@code roles} of a token. */
public final class Roles {

    /** Files qualifications for an account. */
    public static final String APPLICANT = "applicant";

    /** Decides reviews. */
    public static final String REVIEWER = "reviewer";

    /** Supervises the review desk: reassigns reviews, extends due times. */
    public static final String SUPERVISOR = "supervisor";

    /** Reads the audit trail and nothing else. */
    public static final String AUDITOR = "auditor";

    /** Runs the system; sees no personal data. */
    public static final String OPERATOR = "operator";

    /** A service of the suite that calls internal endpoints. */
    public static final String SERVICE = "service";

    /** A system that issues SMS signatures and binds them to qualifications. It is not part of the suite. */
    public static final String SIGNATURE_SYSTEM = "signature-system";

    /** A system that files signatures with mobile carriers. It is not part of the suite. */
    public static final String CARRIER_FILING_SYSTEM = "carrier-filing-system";

    private Roles() {}
}
