package io.zizhi.review.clock.calendar;

/** What the arrangement of holidays says about a day. */
public enum DayKind {
    /** Nothing: the day of the week decides. */
    ORDINARY,

    /** 放假: an arranged day off, statutory or bridging. */
    HOLIDAY,

    /** 调休上班: a Saturday or Sunday on which people work to make up for a bridging day. */
    MAKE_UP_WORKDAY
}
