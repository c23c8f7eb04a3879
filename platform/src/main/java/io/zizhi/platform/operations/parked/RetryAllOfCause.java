package io.zizhi.platform.operations.parked;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.messaging.inbox.HeldEventSweep;
import jakarta.enterprise.context.ApplicationScoped;

/** Resumes all aggregates parked for one cause, for example after the cause has been repaired. */
@ApplicationScoped
public class RetryAllOfCause {

    static final int AT_ONCE = 500;

    private final UnparkAggregate unparkAggregate;
    private final HeldEventSweep sweep;

    RetryAllOfCause(UnparkAggregate unparkAggregate, HeldEventSweep sweep) {
        this.unparkAggregate = unparkAggregate;
        this.sweep = sweep;
    }

    Uni<RetriesView> retry(RetriesRequest request, Caller operator) {
        return unparkAggregate
                .unparkAll(request.filter(), operator, request.reason(), AT_ONCE)
                .invoke(sweep::wake)
                .map(count -> new RetriesView(count, count == AT_ONCE));
    }
}
