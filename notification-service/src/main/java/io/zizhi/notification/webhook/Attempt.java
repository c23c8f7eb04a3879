package io.zizhi.notification.webhook;

import io.zizhi.notification.outbound.RequestFailure;

/** Result of a delivery attempt. */
sealed interface Attempt {

    /** The receiver has accepted the webhook. */
    record Taken() implements Attempt {}

    /** A later attempt may succeed. */
    record Failed(String code) implements Attempt {}

    /** A retry is pointless. */
    record Refused(String code) implements Attempt {}

    /** Follows Standard Webhooks: 2xx is accepted, 410 asks for no more webhooks, and everything else is retried. */
    static Attempt of(int status) {
        if (status >= 200 && status < 300) {
            return new Taken();
        }
        return status == 410 ? new Refused("HTTP_410") : new Failed("HTTP_" + status);
    }

    /** Returns the result for a request that was not sent or has no response. */
    static Attempt of(Throwable failure) {
        if (failure instanceof RequestFailure unanswered) {
            return unanswered.isFinal() ? new Refused(unanswered.code()) : new Failed(unanswered.code());
        }
        return new Refused("UNREADABLE");
    }
}
