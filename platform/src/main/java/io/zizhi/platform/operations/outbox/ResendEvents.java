package io.zizhi.platform.operations.outbox;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.operations.OperationsAudit;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Queues a range of sent events again. The events keep their ids, versions and order. So a consumer drops the events
 * that it already has and applies the events that it lost.
 */
@ApplicationScoped
public class ResendEvents {

    /** Maximum number of events per request. At the default rate, resending them takes one and a half minutes. */
    static final int AT_ONCE = 10_000;

    private final OutboxEventRepository events;
    private final OperationsAudit audit;

    ResendEvents(OutboxEventRepository events, OperationsAudit audit) {
        this.events = events;
        this.audit = audit;
    }

    @WithTransaction
    Uni<CountView> resend(ResendRequest request, Caller operator) {
        OutboxFilter filter = request.filter();
        return events.count(filter, AT_ONCE + 1)
                .invoke(ResendEvents::refuseTooMany)
                .chain(() -> events.sendAgain(filter))
                .call(count -> audit.record(
                        operator, "outbox-events.resent", "outbox", describe(filter, count), request.reason()))
                .call(events::wakeRelays)
                .map(CountView::new);
    }

    private static void refuseTooMany(long count) {
        if (count > AT_ONCE) {
            throw Problems.unprocessable(
                    "RANGE_TOO_WIDE",
                    "The range contains more than " + AT_ONCE + " events. Send a smaller range.",
                    List.of());
        }
    }

    /** Describes the requested range for the audit log. Names the aggregate only if it has events. */
    private static String describe(OutboxFilter filter, int count) {
        return "%d of topic=%s aggregateId=%s sequence=%s..%s occurred=%s..%s"
                .formatted(
                        count,
                        filter.topic(),
                        count == 0 ? null : filter.aggregateId(),
                        filter.fromSequence(),
                        filter.toSequence(),
                        filter.occurredFrom(),
                        filter.occurredTo());
    }
}
