package io.zizhi.document.viewing;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Thrown when review-service answers that the person has viewed personal data too often, or too much of it. */
final class ViewsLimitedException extends RuntimeException {

    private static final Duration UNKNOWN = Duration.ofHours(1);

    private final Duration retryAfter;

    /** @param seconds the header {@code Retry-After} of the answer */
    ViewsLimitedException(@Nullable String seconds) {
        super("Too many views");
        this.retryAfter =
                seconds != null && seconds.matches("\\d{1,9}") ? Duration.ofSeconds(Long.parseLong(seconds)) : UNKNOWN;
    }

    Duration retryAfter() {
        return retryAfter;
    }
}
