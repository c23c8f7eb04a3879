package io.zizhi.platform.operations.parked;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zizhi.platform.database.Row;
import io.zizhi.platform.privacy.personal.PersonalText;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * State of one aggregate in this service.
 *
 * @param topic topic of its events
 * @param aggregateId id of the aggregate
 * @param lastVersion the last version that was applied or skipped
 * @param parkedAt absent while it is not parked
 * @param cause why it is parked, masked
 * @param failedEventId the event that could not be applied
 * @param failedType type of the event that could not be applied
 * @param failedPayload payload of that event, masked and cut at 4,000 characters
 * @param held its first hundred held events, including the failed one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AggregateView(
        String topic,
        String aggregateId,
        long lastVersion,
        @Nullable Instant parkedAt,
        @Nullable String cause,
        @Nullable UUID failedEventId,
        @Nullable String failedType,
        @Nullable String failedPayload,
        List<HeldEventView> held) {

    private static final int LONGEST_PAYLOAD = 4000;

    static AggregateView from(Row row, List<HeldEventView> held) {
        String cause = row.textOrNull("parked_cause");
        String payload = row.textOrNull("failed_payload");
        return new AggregateView(
                row.text("topic"),
                row.text("aggregate_id"),
                row.number("last_version"),
                row.instantOrNull("parked_at"),
                cause == null ? null : PersonalText.masked(cause, ParkedAggregateView.LONGEST_CAUSE),
                row.idOrNull("parked_event_id"),
                row.textOrNull("failed_type"),
                payload == null ? null : PersonalText.masked(payload, LONGEST_PAYLOAD),
                held);
    }
}
