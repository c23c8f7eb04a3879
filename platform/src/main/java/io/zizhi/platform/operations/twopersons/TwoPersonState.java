package io.zizhi.platform.operations.twopersons;

/** The state of a request that a second person must confirm. */
public enum TwoPersonState {
    /** Waits for a second person. */
    REQUESTED,

    /** Confirmed by a second person. */
    CARRIED_OUT,

    /** Cancelled; nothing changed. */
    CANCELLED
}
