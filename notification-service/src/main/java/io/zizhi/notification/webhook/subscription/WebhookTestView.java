package io.zizhi.notification.webhook.subscription;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zizhi.notification.outbound.Answer;
import io.zizhi.notification.webhook.Attempt;
import io.zizhi.notification.webhook.Posted;
import org.jspecify.annotations.Nullable;

/**
 * Outcome of a test call.
 *
 * @param accepted whether the receiver answered 2xx
 * @param statusCode HTTP status of the answer; absent without an answer
 * @param failureCode why it was not accepted, for example {@code HTTP_500} or {@code NO_ANSWER}; absent if it was
 * @param answer first 1,024 bytes of the answer's body; absent without an answer
 * @param durationMillis time until the answer or the failure
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WebhookTestView(
        boolean accepted,
        @Nullable Integer statusCode,
        @Nullable String failureCode,
        @Nullable String answer,
        long durationMillis) {

    static WebhookTestView from(Posted posted) {
        Answer answer = posted.answer();
        return new WebhookTestView(
                posted.attempt() instanceof Attempt.Taken,
                answer == null ? null : answer.status(),
                posted.attempt().failureCode(),
                answer == null ? null : answer.body(),
                posted.took().toMillis());
    }
}
