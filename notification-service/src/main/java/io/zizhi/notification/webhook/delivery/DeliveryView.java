package io.zizhi.notification.webhook.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zizhi.notification.webhook.WebhookStatus;
import io.zizhi.platform.database.Row;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A delivery to a webhook.
 *
 * @param id id of the delivery; requests carry it as {@code webhook-id}
 * @param eventType type of the event
 * @param status of the delivery
 * @param attempts number of attempts
 * @param failureCode why the last attempt failed, for example {@code HTTP_500}; absent if none failed, or after success
 * @param queuedAt when the event arrived
 * @param nextAttemptAt when it is posted next; absent unless it is queued
 * @param lastAttemptAt when it was posted last; absent if never
 * @param lastStatusCode HTTP status of the last answer; absent without an answer
 * @param lastDurationMillis duration of the last attempt; absent if there was none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DeliveryView(
        String id,
        String eventType,
        WebhookStatus status,
        int attempts,
        @Nullable String failureCode,
        Instant queuedAt,
        @Nullable Instant nextAttemptAt,
        @Nullable Instant lastAttemptAt,
        @Nullable Integer lastStatusCode,
        @Nullable Long lastDurationMillis) {

    static DeliveryView from(Row row) {
        Long statusCode = row.numberOrNull("status_code");
        return new DeliveryView(
                row.text("webhook_id"),
                row.text("event_type"),
                WebhookStatus.valueOf(row.text("status")),
                (int) row.number("attempts"),
                row.textOrNull("failure_code"),
                row.instant("queued_at"),
                row.instantOrNull("due_at"),
                row.instantOrNull("attempted_at"),
                statusCode == null ? null : statusCode.intValue(),
                row.numberOrNull("duration_ms"));
    }
}
