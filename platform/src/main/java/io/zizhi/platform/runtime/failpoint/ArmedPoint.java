package io.zizhi.platform.runtime.failpoint;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A fail-point armed to strike at its n-th pass. */
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
     * Parses {@code name}, {@code name:pass} or {@code name:pass:pause}. The pass defaults to 1. With a pause, the
     * thread stops for that long; otherwise the process ends. Examples: {@code outbox.after-ack:3}, {@code
     * sms.before-hand-over:1:PT45S}.
     *
     * @throws IllegalStateException if the name is unknown, the pass is less than 1 or the pause is malformed
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
            // Reported below, together with numbers out of range.
        }
        throw wrong(text);
    }

    private static IllegalStateException wrong(String text) {
        return new IllegalStateException("\"" + text + "\" is not a fail-point. Write NAME, NAME:PASS or"
                + " NAME:PASS:PAUSE, such as outbox.after-ack:3:PT45S. Names: "
                + Arrays.stream(FailPoint.values()).map(FailPoint::label).toList() + ".");
    }

    /** Returns whether the fail-point strikes at this pass. */
    boolean strikesAt(FailPoint passed) {
        return passed == point && passesLeft.decrementAndGet() == 0;
    }

    /** Returns how long the thread stops; empty if the process ends instead. */
    Optional<Duration> pause() {
        return pause;
    }
}
