package io.zizhi.notification.webhook;

import io.zizhi.notification.outbound.RequestFailure;

/** What came of one try. */
sealed interface Attempt {

    /** The receiver took it. */
    record Taken() implements Attempt {}

    /** It may go well another time. */
    record Failed(String code) implements Attempt {}

    /** It makes no sense to try again. */
    record Refused(String code) implements Attempt {}

    /** By Standard Webhooks 2xx is taken, 410 asks to be left alone, and everything else is worth another try. */
    static Attempt of(int status) {
        if (status >= 200 && status < 300) {
            return new Taken();
        }
        return status == 410 ? new Refused("HTTP_410") : new Failed("HTTP_" + status);
    }

    /** Of a request without an answer, or one that could not even be made. */
    static Attempt of(Throwable failure) {
        if (failure instanceof RequestFailure unanswered) {
            return unanswered.isFinal() ? new Refused(unanswered.code()) : new Failed(unanswered.code());
        }
        return new Refused("UNREADABLE");
    }
}
