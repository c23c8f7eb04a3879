package io.zizhi.document.recognition.service;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What came of a request to the worker or service. */
sealed interface ServiceAnswer {

    /** No connection was established, so nothing was sent. */
    record NotReached() implements ServiceAnswer {}

    /** The connection ended before the answer, for example because the process has ended. */
    record Broken() implements ServiceAnswer {}

    /** There was no complete answer within the time-out. */
    record Late() implements ServiceAnswer {}

    /**
     * The worker or service has answered.
     *
     * @param status HTTP status
     * @param retryAfter from {@code Retry-After}, if it is a number of seconds; else null
     * @param body at most {@value ServiceClient#LARGEST_BODY} bytes; null if it was larger
     */
    record Answered(
            int status,
            @Nullable Duration retryAfter,
            @Nullable String body) implements ServiceAnswer {

        /** Omits the body, which has personal data. */
        @Override
        public String toString() {
            return "HTTP " + status;
        }
    }
}
