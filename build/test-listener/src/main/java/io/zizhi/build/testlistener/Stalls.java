package io.zizhi.build.testlistener;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The latest intervals in which no thread of this JVM could run: the machine, or the collector, had stopped it. */
final class Stalls {

    /** Shorter intervals are usual on a busy machine, and no deadline in the tests is that short. */
    static final Duration SHORTEST = Duration.ofMillis(500);

    /** A test JVM that stalls more often has a known problem. */
    private static final int MOST = 1_000;

    private final Deque<Stall> latest = new ArrayDeque<>();

    record Stall(Instant begin, Instant end) {

        Duration length() {
            return Duration.between(begin, end);
        }
    }

    /**
     * Records that a pause of length {@code planned} ended.
     *
     * @param took how long the pause took by the monotonic clock
     */
    synchronized void paused(Instant end, Duration planned, Duration took) {
        Duration late = took.minus(planned);
        if (late.compareTo(SHORTEST) < 0) {
            return;
        }
        if (latest.size() == MOST) {
            latest.removeFirst();
        }
        latest.addLast(new Stall(end.minus(late), end));
    }

    /** Returns the stalls that overlap with the interval. */
    synchronized List<Stall> between(Instant from, Instant to) {
        return latest.stream()
                .filter(stall -> stall.begin().isBefore(to) && stall.end().isAfter(from))
                .toList();
    }
}
