package io.zizhi.platform.messaging.deadletter;

/** What became of a record that could not be read. */
public enum DeadLetterState {
    /** Nobody has dealt with it yet. */
    WAITING,
    /** It could be read at a later try and went through the inbox. */
    READ,
    /** Two operators gave it up; the row keeps it until it is cleaned up. */
    DISCARDED
}
