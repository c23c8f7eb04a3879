package io.zizhi.platform.http;

import java.time.Duration;

/**
 * Limits for the sender of a body.
 *
 * @param maxBytes size of the largest body
 * @param grace time allowed for every body, however small
 * @param bytesPerSecond minimum rate after {@code grace}
 */
public record BodyLimits(int maxBytes, Duration grace, int bytesPerSecond) {

    /** Returns whether {@code received} bytes after {@code elapsed} are below the minimum rate. */
    boolean isTooSlow(long received, Duration elapsed) {
        return elapsed.minus(grace).toMillis() > received * 1000 / bytesPerSecond;
    }
}
