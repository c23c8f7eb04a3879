package io.zizhi.platform.operations.outbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zizhi.platform.database.Row;
import io.zizhi.platform.privacy.personal.PersonalText;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event in the outbox of this service.
 *
 * @param sequence its place in the outbox
 * @param eventId id of the event
 * @param topic topic of the event
 * @param aggregateId id of the aggregate
 * @param version counted up from event to event of the aggregate
 * @param type type of the event
 * @param occurredAt when it happened
 * @param sentAt when the broker last acknowledged it; absent while it waits
 * @param attempts failed attempts since it began to wait
 * @param nextAttemptAt time of the next attempt after a failure
 * @param lastError last failure, masked
 * @param resendRequestedAt when an operator last requested a resend
 * @param payload masked; only when a single event is viewed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OutboxEventView(
        long sequence,
        UUID eventId,
        String topic,
        String aggregateId,
        long version,
        String type,
        Instant occurredAt,
        @Nullable Instant sentAt,
        int attempts,
        @Nullable Instant nextAttemptAt,
        @Nullable String lastError,
        @Nullable Instant resendRequestedAt,
        @Nullable String payload) {

    private static final int LONGEST_ERROR = 500;
    private static final int LONGEST_PAYLOAD = 4000;

    static OutboxEventView from(Row row) {
        return of(row, null);
    }

    static OutboxEventView withPayload(Row row) {
        return of(row, PersonalText.masked(row.text("payload"), LONGEST_PAYLOAD));
    }

    private static OutboxEventView of(Row row, @Nullable String payload) {
        String error = row.textOrNull("last_error");
        return new OutboxEventView(
                row.number("sequence"),
                Objects.requireNonNull(row.idOrNull("event_id")),
                row.text("topic"),
                row.text("aggregate_id"),
                row.number("aggregate_version"),
                row.text("type"),
                row.instant("occurred_at"),
                row.instantOrNull("sent_at"),
                (int) row.number("attempts"),
                row.instantOrNull("next_attempt_at"),
                error == null ? null : PersonalText.masked(error, LONGEST_ERROR),
                row.instantOrNull("resend_requested_at"),
                payload);
    }
}
