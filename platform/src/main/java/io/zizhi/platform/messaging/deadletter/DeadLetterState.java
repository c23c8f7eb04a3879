package io.zizhi.platform.messaging.deadletter;

/** The state of an unreadable record. */
public enum DeadLetterState {
    /** Not read or discarded yet. */
    WAITING,
    /** A later attempt read it; the inbox processed its event. */
    READ,
    /** Discarded by two operators. The row stays until it is cleaned up. */
    DISCARDED
}
