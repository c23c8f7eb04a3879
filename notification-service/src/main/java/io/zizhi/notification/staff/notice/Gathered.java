package io.zizhi.notification.staff.notice;

import java.time.Instant;
import java.util.List;

/**
 * The alerts of a group.
 *
 * @param reviews number of reviews
 * @param oldestDueAt the earliest of their due times
 * @param firstFiredAt time of the first alert
 * @param first work orders of the reviews that are due first, at most {@link #FIRST}
 */
record Gathered(int reviews, Instant oldestDueAt, Instant firstFiredAt, List<Long> first) {

    /** Number of work orders that a notice names. */
    static final int FIRST = 3;
}
