package io.zizhi.platform.operations.parked;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zizhi.platform.database.Row;
import io.zizhi.platform.privacy.personal.PersonalText;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A parked aggregate.
 *
 * @param topic topic of its events
 * @param aggregateId id of the aggregate
 * @param lastVersion the last version that was applied
 * @param parkedAt when it was parked
 * @param cause class and message of the failure, masked
 * @param failedEventId the event that could not be applied
 * @param failedType type of the event that could not be applied
 * @param heldBehind number of later events held behind it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ParkedAggregateView(
        String topic,
        String aggregateId,
        long lastVersion,
        Instant parkedAt,
        String cause,
        @Nullable UUID failedEventId,
        @Nullable String failedType,
        long heldBehind) {

    static final int LONGEST_CAUSE = 500;

    static ParkedAggregateView from(Row row) {
        return new ParkedAggregateView(
                row.text("topic"),
                row.text("aggregate_id"),
                row.number("last_version"),
                row.instant("parked_at"),
                PersonalText.masked(row.text("parked_cause"), LONGEST_CAUSE),
                row.idOrNull("parked_event_id"),
                row.textOrNull("failed_type"),
                row.number("held_behind"));
    }
}
