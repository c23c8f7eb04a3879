package io.zizhi.platform.failpoint;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/** A fail-point that waits to be passed for the n-th time. */
final class ArmedPoint {

    private final FailPoint point;
    private final AtomicInteger passesLeft;

    private ArmedPoint(FailPoint point, int passes) {
        this.point = point;
        this.passesLeft = new AtomicInteger(passes);
    }

    /**
     * @param text name of the point and, after a colon, at which pass it strikes: {@code outbox.after-ack:3}; the first
     *     where there is no number
     * @throws IllegalStateException when there is no such point, or the number is none from 1 on
     */
    static ArmedPoint parse(String text) {
        String[] parts = text.strip().split(":", 2);
        FailPoint point = FailPoint.labelled(parts[0]).orElseThrow(() -> wrong(text));
        if (parts.length == 1) {
            return new ArmedPoint(point, 1);
        }
        try {
            int passes = Integer.parseInt(parts[1]);
            if (passes >= 1) {
                return new ArmedPoint(point, passes);
            }
        } catch (NumberFormatException noNumber) {
            // said below, together with numbers out of range
        }
        throw wrong(text);
    }

    private static IllegalStateException wrong(String text) {
        return new IllegalStateException("\"" + text + "\" is no fail-point. There are "
                + Arrays.stream(FailPoint.values()).map(FailPoint::label).toList()
                + ", each with a number of passes behind a colon.");
    }

    /** Whether this pass is the one. */
    boolean strikesAt(FailPoint passed) {
        return passed == point && passesLeft.decrementAndGet() == 0;
    }
}
