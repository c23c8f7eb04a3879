package io.zizhi.platform.messaging.deadletter;

/** The state of an unreadable record. */
public enum DeadLetterState {
    /** Not dealt with yet. */
    WAITING,
    /** A later attempt could read it; the event went through the inbox. */
    READ,
    /** Discarded by two operators. The row stays until it is cleaned up. */
    DISCARDED
}
