package io.zizhi.review.clock.calendar;

/** The kind of a day in the holiday arrangement. */
public enum DayKind {
    /** Not named in any arrangement: the day of the week decides. */
    ORDINARY,

    /** 放假: an arranged day off, statutory or bridging. */
    HOLIDAY,

    /** 调休上班: a Saturday or Sunday that is a workday, to make up for a bridging day. */
    MAKE_UP_WORKDAY
}
