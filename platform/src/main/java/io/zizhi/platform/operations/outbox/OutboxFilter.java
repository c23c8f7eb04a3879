package io.zizhi.platform.operations.outbox;

import io.zizhi.platform.operations.NativeQuery;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which events are meant; null is any.
 *
 * @param fromSequence the first of them, included
 * @param toSequence the last of them, included
 * @param occurredFrom not before this instant
 * @param occurredTo before this instant
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
