package io.zizhi.platform.operations.discard;

import io.zizhi.platform.database.Row;
import io.zizhi.platform.operations.twopersons.TwoPersonRequest;
import io.zizhi.platform.operations.twopersons.TwoPersonState;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request to discard something.
 *
 * @param id id of the request
 * @param kind kind of discarded object
 * @param topic topic of the event or record
 * @param objectId id of the aggregate or of the dead letter; for many parked events the prefix of their cause, for many
 *     differences the id of the comparison
 * @param version of the event, or version here of a difference; null for a dead letter and for many
 * @param eventId of a parked event; else null
 * @param type of a parked event; else null
 * @param payload of a parked event; else null
 * @param receivedFrom start of the period of many parked events; else null
 * @param receivedTo end of that period, excluded; else null
 * @param aggregates parked aggregates or differences that matched at the request; null for one object
 * @param events held events of parked aggregates; null for one object and for differences
 * @param sample ids of the first of these aggregates, one a line; null for one object
 * @param discarded number of parked events or differences discarded so far
 * @param finishedAt when no matching event was left; null before and for one object
 * @param reason given by the first operator
 * @param requestedBy the first operator
 * @param requestedAt when it was requested
 * @param state of the request
 * @param closedBy who confirmed or cancelled it; null while open
 * @param closedAt when it was closed; null while open
 */
record Discard(
        long id,
        DiscardKind kind,
        String topic,
        String objectId,
        @Nullable Long version,
        @Nullable UUID eventId,
        @Nullable String type,
        @Nullable String payload,
        @Nullable Instant receivedFrom,
        @Nullable Instant receivedTo,
        @Nullable Long aggregates,
        @Nullable Long events,
        @Nullable String sample,
        long discarded,
        @Nullable Instant finishedAt,
        String reason,
        String requestedBy,
        Instant requestedAt,
        TwoPersonState state,
        @Nullable String closedBy,
        @Nullable Instant closedAt)
        implements TwoPersonRequest {

    static Discard from(Row row) {
        return new Discard(
                row.number("id"),
                DiscardKind.valueOf(row.text("kind")),
                row.text("topic"),
                row.text("object_id"),
                row.numberOrNull("aggregate_version"),
                row.idOrNull("event_id"),
                row.textOrNull("type"),
                row.textOrNull("payload"),
                row.instantOrNull("received_from"),
                row.instantOrNull("received_to"),
                row.numberOrNull("aggregates"),
                row.numberOrNull("events"),
                row.textOrNull("sample"),
                row.number("discarded"),
                row.instantOrNull("finished_at"),
                row.text("reason"),
                row.text("requested_by"),
                row.instant("requested_at"),
                TwoPersonState.valueOf(row.text("state")),
                row.textOrNull("closed_by"),
                row.instantOrNull("closed_at"));
    }
}
