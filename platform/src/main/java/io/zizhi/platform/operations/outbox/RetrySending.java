package io.zizhi.platform.operations.outbox;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.operations.OperationsAudit;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Retries failing events at once instead of after their pause, for example when the broker is back. The audit log names
 * the aggregate only if it had such events.
 */
@ApplicationScoped
public class RetrySending {

    private final OutboxEventRepository events;
    private final OperationsAudit audit;

    RetrySending(OutboxEventRepository events, OperationsAudit audit) {
        this.events = events;
        this.audit = audit;
    }

    @WithTransaction
    Uni<CountView> retry(SendRetryRequest request, Caller operator) {
        OutboxFilter filter = request.filter();
        return events.endPause(filter)
                .call(count -> audit.record(
                        operator,
                        "outbox-events.retried",
                        "outbox",
                        "%d of topic=%s aggregateId=%s"
                                .formatted(count, filter.topic(), count == 0 ? null : filter.aggregateId()),
                        request.reason()))
                .call(events::wakeRelays)
                .map(CountView::new);
    }
}
