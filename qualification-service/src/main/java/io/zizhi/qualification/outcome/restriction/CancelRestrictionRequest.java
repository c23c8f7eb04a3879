package io.zizhi.qualification.outcome.restriction;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.operations.twopersons.TwoPersonState;
import io.zizhi.qualification.outcome.restriction.request.RestrictionRequestRepository;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Cancels a request without changing the qualification. Any supervisor without a conflict of interest may do so.
 * Repeating it has no effect.
 */
@ApplicationScoped
public class CancelRestrictionRequest {

    private final LockRestriction lock;
    private final RestrictionRequestRepository requests;
    private final RestrictionAudit audit;

    CancelRestrictionRequest(LockRestriction lock, RestrictionRequestRepository requests, RestrictionAudit audit) {
        this.lock = lock;
        this.requests = requests;
        this.audit = audit;
    }

    @WithTransaction
    public Uni<RestrictionRequestView> handle(Caller supervisor, long requestId) {
        return lock.of(supervisor, requestId)
                .chain(locked -> locked.request().wasClosed(TwoPersonState.CANCELLED, supervisor.subject())
                        ? Uni.createFrom().item(locked.request())
                        : requests.cancel(
                                requestId, supervisor.subject(), request -> audit.cancelled(supervisor, request)))
                .map(RestrictionRequestView::from);
    }
}
