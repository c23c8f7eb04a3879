package io.zizhi.review.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The open time that a target consumed: intervals in order, with adjacent intervals merged. */
final class OpenTime {

    private final List<Interval> intervals = new ArrayList<>();

    void add(Interval interval) {
        if (!intervals.isEmpty() && intervals.getLast().to().equals(interval.from())) {
            Interval before = intervals.removeLast();
            intervals.add(new Interval(before.from(), interval.to()));
        } else {
            intervals.add(interval);
        }
    }

    /** Returns the intervals of the first {@code amount}. */
    List<Interval> first(Duration amount) {
        List<Interval> consumed = new ArrayList<>();
        Duration left = amount;
        for (Interval interval : intervals) {
            if (!left.isPositive()) {
                break;
            }
            Interval part = interval.first(left);
            consumed.add(part);
            left = left.minus(part.length());
        }
        return List.copyOf(consumed);
    }

    /** Returns the instant at which {@code amount} has passed. */
    Instant passed(Duration amount) {
        return first(amount).getLast().to();
    }
}
