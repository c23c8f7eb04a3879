package io.zizhi.platform.operations.discard;

/** Kinds of objects that can be discarded. */
public enum DiscardKind {
    /** The event at which an aggregate is parked. The cursor moves past it, and the events behind it are applied. */
    PARKED_EVENT,
    /**
     * All events of a topic at which aggregates are parked for one cause, and which were received in a period. Events
     * behind them that park their aggregates again for this cause are included.
     */
    PARKED_EVENTS,
    /**
     * An event that never arrived and that its producer cannot send again. The cursor moves past its version, and the
     * events behind it are applied. If it arrives later, it is dropped.
     */
    MISSING_EVENT,
    /**
     * An unreadable record. No cursor moves, because its event is not known for certain. Events behind it then wait for
     * a missing event.
     */
    DEAD_LETTER,
    /**
     * The difference of one aggregate that is ahead of its producer, at its version here. Comparisons count it as
     * settled until another event is applied here.
     */
    AHEAD_DIFFERENCE,
    /** All differences of a topic whose aggregates are ahead of their producer, as one comparison reported them. */
    AHEAD_DIFFERENCES
}
