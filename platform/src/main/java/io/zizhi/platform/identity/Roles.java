package io.zizhi.platform.identity;

/** The roles of the suite, as they stand in the claim {@code roles} of a token. */
public final class Roles {

    /** Files qualifications for an account. */
    public static final String APPLICANT = "applicant";

    /** Decides reviews. */
    public static final String REVIEWER = "reviewer";

    /** Watches over the desk: reassigns, extends. */
    public static final String SUPERVISOR = "supervisor";

    /** Reads who did and saw what, and nothing else. */
    public static final String AUDITOR = "auditor";

    /** Runs the system; sees no personal data. */
    public static final String OPERATOR = "operator";

    /** A service of the suite, calling an internal endpoint. */
    public static final String SERVICE = "service";

    /** A system that issues SMS signatures: no part of the suite, and binds signatures to qualifications. */
    public static final String SIGNATURE_SYSTEM = "signature-system";

    private Roles() {}
}
