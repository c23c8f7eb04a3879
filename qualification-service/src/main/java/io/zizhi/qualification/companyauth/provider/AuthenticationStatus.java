package io.zizhi.qualification.companyauth.provider;

/** Where an authentication stands. */
public enum AuthenticationStatus {
    /** Nobody has scanned the code yet. */
    PENDING,

    /** Somebody has, and has not confirmed yet. */
    SCANNED,

    /** The company confirmed who it is. */
    CONFIRMED,

    /** The provider refused, or whoever scanned the code did. */
    DENIED,

    /** Nobody confirmed in time. */
    EXPIRED;

    /** Whether it may still change. */
    public boolean isOpen() {
        return this == PENDING || this == SCANNED;
    }
}
