package io.zizhi.platform.operations.outbox;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.operations.OperationsAudit;
import jakarta.enterprise.context.ApplicationScoped;

/** Shows one event of the outbox with its payload and records the view. */
@ApplicationScoped
public class InspectOutboxEvent {

    private final OutboxEventRepository events;
    private final OperationsAudit audit;

    InspectOutboxEvent(OutboxEventRepository events, OperationsAudit audit) {
        this.events = events;
        this.audit = audit;
    }

    @WithTransaction
    Uni<OutboxEventView> inspect(long sequence, Caller operator) {
        return events.require(sequence)
                .call(found ->
                        audit.record(operator, "outbox-event.inspected", "outbox-event", Long.toString(sequence), null))
                .map(OutboxEventView::withPayload);
    }
}
