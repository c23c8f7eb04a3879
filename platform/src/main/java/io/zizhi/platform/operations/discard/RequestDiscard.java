package io.zizhi.platform.operations.discard;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Caller;
import jakarta.enterprise.context.ApplicationScoped;

/** Stores one operator's request to discard something, with its reason. Nothing is discarded yet. */
@ApplicationScoped
public class RequestDiscard {

    private final DiscardRepository discards;
    private final DiscardAudit audit;

    RequestDiscard(DiscardRepository discards, DiscardAudit audit) {
        this.discards = discards;
        this.audit = audit;
    }

    @WithTransaction
    Uni<DiscardView> request(DiscardRequest request, Caller operator) {
        return insert(request, operator.subject())
                .call(discard -> audit.record(operator.subject(), "discard.requested", discard))
                .map(DiscardView::from);
    }

    private Uni<Discard> insert(DiscardRequest request, String requestedBy) {
        return switch (request.kind()) {
            case PARKED_EVENT ->
                discards.requestParked(
                        request.requireTopic(),
                        request.requireAggregateId(),
                        request.requireEventId(),
                        request.reason(),
                        requestedBy);
            case PARKED_EVENTS ->
                discards.requestParkedEvents(
                        request.requireTopic(),
                        request.requireCause(),
                        request.requireReceivedFrom(),
                        request.requireReceivedTo(),
                        request.reason(),
                        requestedBy);
            case MISSING_EVENT ->
                discards.requestMissing(
                        request.requireTopic(),
                        request.requireAggregateId(),
                        request.requireVersion(),
                        request.reason(),
                        requestedBy);
            case DEAD_LETTER ->
                discards.requestDeadLetter(request.requireDeadLetterId(), request.reason(), requestedBy);
            case AHEAD_DIFFERENCE ->
                discards.requestAhead(
                        request.requireTopic(),
                        request.requireAggregateId(),
                        request.requireVersion(),
                        request.reason(),
                        requestedBy);
            case AHEAD_DIFFERENCES ->
                discards.requestAllAhead(
                        request.requireTopic(), request.requireReconciliationId(), request.reason(), requestedBy);
        };
    }
}
