package io.zizhi.notification.webhook;

import io.zizhi.notification.outbound.RequestFailure;
import org.jspecify.annotations.Nullable;

/** Result of a delivery attempt. */
public sealed interface Attempt {

    /** The receiver has accepted the webhook. */
    record Taken() implements Attempt {}

    /** A later attempt may succeed. */
    record Failed(String code) implements Attempt {}

    /** Nothing was posted, and nothing may be posted yet. */
    record Postponed(String code) implements Attempt {}

    /** A retry is pointless. */
    record Refused(String code) implements Attempt {}

    /** Returns why the webhook was not accepted; null if it was. */
    default @Nullable String failureCode() {
        return switch (this) {
            case Taken taken -> null;
            case Failed failed -> failed.code();
            case Postponed postponed -> postponed.code();
            case Refused refused -> refused.code();
        };
    }

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
            return switch (unanswered.next()) {
                case RETRY -> new Failed(unanswered.code());
                case WAIT -> new Postponed(unanswered.code());
                case NOTHING -> new Refused(unanswered.code());
            };
        }
        return new Refused("UNREADABLE");
    }
}
