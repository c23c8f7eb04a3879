package io.zizhi.platform.operations.outbox;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.operations.OperationsAudit;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Puts a range of sent events in line again. They go out with their old ids and versions and in their old order, so that
 * a consumer that has them drops them, and one that lost them does not.
 */
@ApplicationScoped
public class ResendEvents {

    /** At the default rate they take one minute and a half. */
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
                .call(count -> audit.note(
                        operator, "outbox-events.resent", "outbox", describe(filter, count), request.reason()))
                .call(events::wakeRelays)
                .map(CountView::new);
    }

    private static void refuseTooMany(long count) {
        if (count > AT_ONCE) {
            throw Problems.unprocessable(
                    "RANGE_TOO_WIDE",
                    "The range holds more than " + AT_ONCE + " events; send a smaller one.",
                    List.of());
        }
    }

    /** The range as it was asked for, for the audit log. */
    private static String describe(OutboxFilter filter, int count) {
        return "%d of topic=%s aggregateId=%s sequence=%s..%s occurred=%s..%s"
                .formatted(
                        count,
                        filter.topic(),
                        filter.aggregateId(),
                        filter.fromSequence(),
                        filter.toSequence(),
                        filter.occurredFrom(),
                        filter.occurredTo());
    }
}
