package io.zizhi.notification.staff.notice;

import java.time.Instant;
import java.util.List;

/**
 * What a group has gathered.
 *
 * @param reviews how many reviews
 * @param oldestDueAt the earliest of their due times
 * @param firstFiredAt when the clock did it to the first of them
 * @param first the work orders of the first few by due time, at most {@link #FIRST}
 */
record Gathered(int reviews, Instant oldestDueAt, Instant firstFiredAt, List<Long> first) {

    /** Work orders that a notice names. */
    static final int FIRST = 3;
}
