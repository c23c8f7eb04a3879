package io.zizhi.platform.operations.outbox;

import io.zizhi.platform.database.NativeQuery;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Selects events of the outbox; null means any.
 *
 * @param state of the events
 * @param topic only events of this topic
 * @param aggregateId only events of this aggregate
 * @param fromSequence first sequence, inclusive
 * @param toSequence last sequence, inclusive
 * @param occurredFrom start of the time range, inclusive
 * @param occurredTo end of the time range, exclusive
 */
record OutboxFilter(
        OutboxState state,
        @Nullable String topic,
        @Nullable String aggregateId,
        @Nullable Long fromSequence,
        @Nullable Long toSequence,
        @Nullable Instant occurredFrom,
        @Nullable Instant occurredTo) {

    NativeQuery on(NativeQuery query) {
        return query.where(state.condition())
                .where("topic = :topic", "topic", topic)
                .where("aggregate_id = :aggregateId", "aggregateId", aggregateId)
                .where("sequence >= :fromSequence", "fromSequence", fromSequence)
                .where("sequence <= :toSequence", "toSequence", toSequence)
                .where("occurred_at >= :occurredFrom", "occurredFrom", occurredFrom)
                .where("occurred_at < :occurredTo", "occurredTo", occurredTo);
    }

    boolean isBounded() {
        return (fromSequence != null && toSequence != null)
                || (occurredFrom != null && occurredTo != null)
                || (topic != null && aggregateId != null);
    }
}
