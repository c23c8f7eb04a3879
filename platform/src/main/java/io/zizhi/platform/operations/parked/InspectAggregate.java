package io.zizhi.platform.operations.parked;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.Parameters;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.operations.OperationsAudit;
import jakarta.enterprise.context.ApplicationScoped;

/** Shows the state of one aggregate, why it is parked and which events it holds. Records the view. */
@ApplicationScoped
public class InspectAggregate {

    private static final int HELD_SHOWN = 100;

    private final ParkedAggregateRepository aggregates;
    private final OperationsAudit audit;

    InspectAggregate(ParkedAggregateRepository aggregates, OperationsAudit audit) {
        this.aggregates = aggregates;
        this.audit = audit;
    }

    @WithTransaction
    Uni<AggregateView> inspect(String topic, String aggregateId, Caller operator) {
        if (!Parameters.isStorable(topic) || !Parameters.isStorable(aggregateId)) {
            throw ParkedAggregateRepository.notFound();
        }
        return aggregates
                .require(topic, aggregateId)
                .call(found ->
                        audit.record(operator, "aggregate.inspected", "aggregate", topic + "/" + aggregateId, null))
                .chain(found ->
                        aggregates.held(topic, aggregateId, HELD_SHOWN).map(held -> AggregateView.from(found, held)));
    }
}
