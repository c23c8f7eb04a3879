package io.zizhi.platform.operations.parked;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.Parameters;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.messaging.inbox.Inbox;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Resumes one aggregate and shows its new state; it may be parked again. During an outage, or with very many events,
 * the aggregate is no longer parked, and the sweep applies the rest. A second retry has no further effect, because the
 * inbox applies each event once.
 */
@ApplicationScoped
public class RetryAggregate {

    private final UnparkAggregate unparkAggregate;
    private final Inbox inbox;
    private final InspectAggregate inspectAggregate;

    RetryAggregate(UnparkAggregate unparkAggregate, Inbox inbox, InspectAggregate inspectAggregate) {
        this.unparkAggregate = unparkAggregate;
        this.inbox = inbox;
        this.inspectAggregate = inspectAggregate;
    }

    Uni<AggregateView> retry(String topic, String aggregateId, Caller operator) {
        if (!Parameters.isStorable(topic) || !Parameters.isStorable(aggregateId)) {
            throw ParkedAggregateRepository.notFound();
        }
        return unparkAggregate
                .unpark(topic, aggregateId, operator)
                .chain(() -> inbox.resume(topic, aggregateId))
                .chain(() -> inspectAggregate.inspect(topic, aggregateId, operator));
    }
}
