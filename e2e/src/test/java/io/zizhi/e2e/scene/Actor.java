package io.zizhi.e2e.scene;

import java.util.Locale;

/** Who may come along with a request. */
public enum Actor {
    /** Without a token. */
    ANONYMOUS,
    /** The applicant whose account owns what is asked for. */
    OWNER,
    /** An applicant of another account. */
    STRANGER,
    /** A reviewer who holds no claim on it. */
    REVIEWER,
    /** The reviewer who holds the claim on it. */
    CLAIMANT,
    SUPERVISOR,
    AUDITOR,
    OPERATOR,
    /** Another service of the suite, with a token made out for the service that is called. */
    SERVICE,
    /** Another service of the suite, with a token made out for a third one. */
    MISDIRECTED_SERVICE,
    /** A system that issues SMS signatures: no part of the suite. */
    SIGNATURE_SYSTEM;

    /** As it is written at the head of a column: {@code misdirected-service}. */
    public String column() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
