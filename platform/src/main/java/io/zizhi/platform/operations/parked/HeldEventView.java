package io.zizhi.platform.operations.parked;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zizhi.platform.operations.Row;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event that is kept back.
 *
 * @param topic topic of its events
 * @param aggregateId id of the aggregate
 * @param version counted up from event to event of the aggregate
 * @param eventId id of the event
 * @param type type of the event
 * @param occurredAt when it happened
 * @param heldAt when it came
 * @param waitsFor why it waits
 * @param missingVersion the version that has not come; only where it waits for one
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

    /** What has to happen before a kept event is applied. */
    public enum WaitsFor {
        /** Its aggregate is parked, at this event or at an earlier one. */
        PARKED_AGGREGATE,
        /** An earlier event of its aggregate has not come. */
        MISSING_EVENT,
        /** Nothing any more: it is about to be applied, or tried again and again while an outage lasts. */
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
