package io.zizhi.qualification.outcome.restriction.request;

/** The state of a request to restrict a qualification. */
public enum RestrictionRequestState {
    /** Waits for a second supervisor. */
    REQUESTED,

    /** Confirmed by a second supervisor. */
    CARRIED_OUT,

    /** Cancelled; nothing changed. */
    CANCELLED
}
