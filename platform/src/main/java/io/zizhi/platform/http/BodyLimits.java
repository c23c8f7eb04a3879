package io.zizhi.platform.http;

import java.time.Duration;

/**
 * What the sender of a body has to keep to.
 *
 * @param maxBytes size of the largest body
 * @param grace time that is given to every body, however small
 * @param bytesPerSecond rate at which the rest has to arrive
 */
public record BodyLimits(int maxBytes, Duration grace, int bytesPerSecond) {

    /** Whether a body of which {@code received} bytes have come after {@code elapsed} comes too slowly. */
    boolean isTooSlow(long received, Duration elapsed) {
        return elapsed.minus(grace).toMillis() > received * 1000 / bytesPerSecond;
    }
}
