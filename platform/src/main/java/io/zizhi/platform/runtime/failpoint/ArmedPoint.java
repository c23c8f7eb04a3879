package io.zizhi.platform.runtime.failpoint;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A fail-point that waits to be passed for the n-th time. */
final class ArmedPoint {

    private final FailPoint point;
    private final AtomicInteger passesLeft;
    private final Optional<Duration> pause;

    private ArmedPoint(FailPoint point, int passes, Optional<Duration> pause) {
        this.point = point;
        this.passesLeft = new AtomicInteger(passes);
        this.pause = pause;
    }

    /**
     * @param text name of the point; after a colon, at which pass it strikes, the first if no number is given; after
     *     another colon, for how long the thread stops instead of the process ending: {@code outbox.after-ack:3},
     *     {@code sms.before-hand-over:1:PT45S}
     * @throws IllegalStateException when the point is unknown, the number is less than 1, or the pause is no duration
     */
    static ArmedPoint parse(String text) {
        String[] parts = text.strip().split(":", 3);
        FailPoint point = FailPoint.labelled(parts[0]).orElseThrow(() -> wrong(text));
        try {
            int passes = parts.length == 1 ? 1 : Integer.parseInt(parts[1]);
            Optional<Duration> pause = parts.length < 3 ? Optional.empty() : Optional.of(Duration.parse(parts[2]));
            if (passes >= 1) {
                return new ArmedPoint(point, passes, pause);
            }
        } catch (NumberFormatException | DateTimeException malformed) {
            // said below, together with numbers out of range
        }
        throw wrong(text);
    }

    private static IllegalStateException wrong(String text) {
        return new IllegalStateException("\"" + text + "\" is no fail-point. There are "
                + Arrays.stream(FailPoint.values()).map(FailPoint::label).toList()
                + ", each with a number of passes behind a colon, and behind another one a pause such as PT45S.");
    }

    /** Whether this pass is the one. */
    boolean strikesAt(FailPoint passed) {
        return passed == point && passesLeft.decrementAndGet() == 0;
    }

    /** For how long the thread stops; empty if the process ends instead. */
    Optional<Duration> pause() {
        return pause;
    }
}
