package io.zizhi.platform.operations.discard;

/** State of a discard. */
public enum DiscardState {
    REQUESTED,
    CARRIED_OUT,
    CANCELLED
}
