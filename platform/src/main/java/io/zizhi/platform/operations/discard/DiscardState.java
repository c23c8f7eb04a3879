package io.zizhi.platform.operations.discard;

/** State of a discard. */
public enum DiscardState {
    ASKED,
    CARRIED_OUT,
    TAKEN_BACK
}
