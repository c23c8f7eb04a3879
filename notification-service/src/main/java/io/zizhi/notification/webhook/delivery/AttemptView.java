package io.zizhi.notification.webhook.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zizhi.notification.webhook.AttemptLog;
import io.zizhi.platform.database.Row;
import io.zizhi.platform.privacy.encryption.AccountCipher;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An attempt to post a webhook.
 *
 * @param attempt number of the attempt, from 1
 * @param attemptedAt when its result was recorded
 * @param statusCode HTTP status of the answer; absent without an answer
 * @param failureCode why it failed, for example {@code HTTP_500}, {@code NO_ANSWER} or {@code ADDRESS_REFUSED}; absent
 *     if it was accepted
 * @param answer first 1,024 bytes of the answer's body; absent without an answer
 * @param durationMillis time until the answer or the failure
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AttemptView(
        int attempt,
        Instant attemptedAt,
        @Nullable Integer statusCode,
        @Nullable String failureCode,
        @Nullable String answer,
        long durationMillis) {

    static AttemptView from(Row row, AccountCipher cipher) {
        String answer = row.textOrNull("answer");
        Long statusCode = row.numberOrNull("status_code");
        return new AttemptView(
                (int) row.number("attempt"),
                row.instant("attempted_at"),
                statusCode == null ? null : statusCode.intValue(),
                row.textOrNull("failure_code"),
                answer == null ? null : AttemptLog.answer(cipher, answer, row.text("attempt_id")),
                row.number("duration_ms"));
    }
}
