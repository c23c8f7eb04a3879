package io.zizhi.notification.sender.channel;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Result of a request to a gateway or provider. */
public sealed interface GatewayAnswer {

    /** No connection was established, so nothing was sent. */
    record NotReached() implements GatewayAnswer {}

    /** The request may have been sent, and there is no complete answer. */
    record NoAnswer() implements GatewayAnswer {}

    /**
     * The gateway has answered.
     *
     * @param status HTTP status
     * @param retryAfter from {@code Retry-After}, if it is a number of seconds; else null
     * @param body null if it was larger than the client reads
     */
    record Answered(
            int status,
            @Nullable Duration retryAfter,
            @Nullable String body) implements GatewayAnswer {

        /** Omits the body, which the gateway chooses. */
        @Override
        public String toString() {
            return "HTTP " + status;
        }
    }
}
