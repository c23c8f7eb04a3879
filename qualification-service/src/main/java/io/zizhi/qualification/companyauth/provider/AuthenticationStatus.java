package io.zizhi.qualification.companyauth.provider;

/** The status of a scan authentication. */
public enum AuthenticationStatus {
    /** Nobody has scanned the code yet. */
    PENDING,

    /** The code has been scanned but not yet confirmed. */
    SCANNED,

    /** The company confirmed its identity. */
    CONFIRMED,

    /** The provider or the person who scanned the code refused. */
    DENIED,

    /** Not confirmed in time. */
    EXPIRED;

    /** Returns whether the status may still change. */
    public boolean isOpen() {
        return this == PENDING || this == SCANNED;
    }
}
