package io.zizhi.platform.operations.parked;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.Row;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.messaging.inbox.Inbox;
import io.zizhi.platform.operations.OperationsAudit;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Unparks aggregates; the caller applies their events afterwards. */
@ApplicationScoped
class UnparkAggregate {

    private final ParkedAggregateRepository aggregates;
    private final Inbox inbox;
    private final OperationsAudit audit;

    UnparkAggregate(ParkedAggregateRepository aggregates, Inbox inbox, OperationsAudit audit) {
        this.aggregates = aggregates;
        this.inbox = inbox;
        this.audit = audit;
    }

    /**
     * Unparks one aggregate. Records the action even if the aggregate was not parked, because an operator requested it.
     */
    @WithTransaction
    Uni<Void> unpark(String topic, String aggregateId, Caller operator) {
        return aggregates
                .require(topic, aggregateId)
                .call(() -> inbox.unpark(topic, aggregateId))
                .chain(found -> record(found, operator, null));
    }

    /**
     * Unparks at most {@code limit} aggregates and returns their number. Skips aggregates that another transaction
     * unparks at the same time.
     */
    @WithTransaction
    Uni<Integer> unparkAll(ParkedFilter filter, Caller operator, String reason, int limit) {
        return aggregates
                .unpark(filter, limit)
                .call(freed -> recordEach(freed, operator, reason))
                .map(List::size);
    }

    private Uni<Void> recordEach(List<Row> freed, Caller operator, String reason) {
        return Multi.createFrom()
                .iterable(freed)
                .onItem()
                .transformToUniAndConcatenate(
                        row -> record(row, operator, reason).replaceWith(true))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> record(Row row, Caller operator, @Nullable String reason) {
        String object = row.text("topic") + "/" + row.text("aggregate_id");
        return audit.record(operator, "aggregate.retried", "aggregate", object, reason);
    }
}
