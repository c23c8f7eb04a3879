package io.zizhi.notification.sender.http;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What came of a request to the gateway. */
sealed interface GatewayAnswer {

    /** No connection was established, so nothing was sent. */
    record NotReached() implements GatewayAnswer {}

    /** The request may have been sent, and there is no complete answer. */
    record NoAnswer() implements GatewayAnswer {}

    /**
     * The gateway has answered.
     *
     * @param status HTTP status
     * @param retryAfter from {@code Retry-After}, if it is a number of seconds; else null
     * @param body at most {@value GatewayClient#LARGEST_BODY} bytes; null if it was larger
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

    /** Returns whether other requests would probably fail, too. */
    default boolean isOutage() {
        return !(this instanceof Answered answered) || answered.status() >= 500 || answered.status() == 429;
    }
}
