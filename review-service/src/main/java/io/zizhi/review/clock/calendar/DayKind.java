package io.zizhi.review.clock.calendar;

/** The kind of a day in the holiday arrangement. */
public enum DayKind {
    /** Not named in any arrangement: the day of the week decides. */
    ORDINARY,

    /** An arranged day off, statutory or bridging (放假). */
    HOLIDAY,

    /** A Saturday or Sunday that is a workday, to make up for a bridging day (调休上班). */
    MAKE_UP_WORKDAY
}
