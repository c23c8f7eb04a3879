package io.zizhi.platform.operations.parked;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zizhi.platform.database.Row;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A held event.
 *
 * @param topic topic of the event
 * @param aggregateId id of the aggregate
 * @param version counted up from event to event of the aggregate
 * @param eventId id of the event
 * @param type type of the event
 * @param occurredAt when it happened
 * @param heldAt when it was received
 * @param waitsFor why it is held
 * @param missingVersion the version that has not arrived; only if it waits for one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HeldEventView(
        String topic,
        String aggregateId,
        long version,
        UUID eventId,
        String type,
        Instant occurredAt,
        Instant heldAt,
        WaitsFor waitsFor,
        @Nullable Long missingVersion) {

    /** Why an event is held. */
    public enum WaitsFor {
        /** Its aggregate is parked, at this event or at an earlier one. */
        PARKED_AGGREGATE,
        /** An earlier event of its aggregate has not arrived. */
        MISSING_EVENT,
        /** Nothing: it is about to be applied, or retried during an outage. */
        NOTHING
    }

    static HeldEventView from(Row row) {
        WaitsFor waitsFor = WaitsFor.valueOf(row.text("waits_for"));
        return new HeldEventView(
                row.text("topic"),
                row.text("aggregate_id"),
                row.number("aggregate_version"),
                Objects.requireNonNull(row.idOrNull("event_id")),
                row.text("type"),
                row.instant("occurred_at"),
                row.instant("held_at"),
                waitsFor,
                waitsFor == WaitsFor.MISSING_EVENT ? row.number("last_version") + 1 : null);
    }
}
