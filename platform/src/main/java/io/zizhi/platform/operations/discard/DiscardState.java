package io.zizhi.platform.operations.discard;

/** How far a discard has come. */
public enum DiscardState {
    ASKED,
    CARRIED_OUT,
    TAKEN_BACK
}
