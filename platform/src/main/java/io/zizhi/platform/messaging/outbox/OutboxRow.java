package io.zizhi.platform.messaging.outbox;

import io.vertx.mutiny.sqlclient.Row;
import io.zizhi.platform.observability.tracing.TraceContext;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An event waiting to be published, with the trace of the work that caused it. */
record OutboxRow(
        long sequence,
        UUID eventId,
        String topic,
        String aggregateId,
        long aggregateVersion,
        String type,
        String payload,
        Instant occurredAt,
        @Nullable TraceContext trace) {

    static OutboxRow from(Row row) {
        OffsetDateTime occurredAt = row.getOffsetDateTime("occurred_at");
        return new OutboxRow(
                row.getLong("sequence"),
                row.getUUID("event_id"),
                row.getString("topic"),
                row.getString("aggregate_id"),
                row.getLong("aggregate_version"),
                row.getString("type"),
                row.getString("payload"),
                occurredAt.toInstant(),
                TraceContext.stored(row.getString(TraceContext.TRACEPARENT), row.getString(TraceContext.TRACESTATE)));
    }

    /** Returns the key of the stream: events of one stream must arrive in order. */
    String stream() {
        return topic + '/' + aggregateId;
    }
}
