package io.zizhi.platform.operations.parked;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.inbox.Inbox;
import io.zizhi.platform.operations.OperationsAudit;
import io.zizhi.platform.operations.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lets parked aggregates go on; whoever applies their events does so afterwards. */
@ApplicationScoped
class UnparkAggregate {

    private final ParkedAggregateRepository aggregates;
    private final Inbox inbox;
    private final OperationsAudit audit;

    @Inject
    UnparkAggregate(ParkedAggregateRepository aggregates, Inbox inbox, OperationsAudit audit) {
        this.aggregates = aggregates;
        this.inbox = inbox;
        this.audit = audit;
    }

    @WithTransaction
    Uni<Void> unpark(String topic, String aggregateId, Caller operator) {
        return aggregates.require(topic, aggregateId).chain(found -> unpark(found, operator, null));
    }

    /** How many of those that match were parked, at most {@code limit}. */
    @WithTransaction
    Uni<Integer> unparkAll(ParkedFilter filter, Caller operator, String reason, int limit) {
        return aggregates
                .parked(filter, null, limit)
                .call(found -> unparkEach(found, operator, reason))
                .map(List::size);
    }

    private Uni<Void> unparkEach(List<Row> found, Caller operator, String reason) {
        return Multi.createFrom()
                .iterable(found)
                .onItem()
                .transformToUniAndConcatenate(
                        row -> unpark(row, operator, reason).replaceWith(true))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> unpark(Row row, Caller operator, @Nullable String reason) {
        String topic = row.text("topic");
        String aggregateId = row.text("aggregate_id");
        return inbox.unpark(topic, aggregateId)
                .chain(unparked ->
                        audit.note(operator, "aggregate.retried", "aggregate", topic + "/" + aggregateId, reason));
    }
}
