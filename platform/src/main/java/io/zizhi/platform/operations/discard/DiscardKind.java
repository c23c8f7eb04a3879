package io.zizhi.platform.operations.discard;

/** What is given up. */
public enum DiscardKind {
    /** The event at which an aggregate is parked; the cursor moves past it and what waits behind it is applied. */
    PARKED_EVENT,
    /**
     * An event that never came and that its producer cannot send again; the cursor moves past its version and what waits
     * behind it is applied. Should it come after all, it is dropped.
     */
    MISSING_EVENT,
    /**
     * A record that cannot be read. No cursor moves, because nobody knows for sure which event it was: what waits behind
     * it is then behind a missing event.
     */
    DEAD_LETTER
}
