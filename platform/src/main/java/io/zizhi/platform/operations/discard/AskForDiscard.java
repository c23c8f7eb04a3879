package io.zizhi.platform.operations.discard;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Caller;
import jakarta.enterprise.context.ApplicationScoped;

/** Stores one operator's request to discard something, with its reason. Nothing is discarded yet. */
@ApplicationScoped
public class AskForDiscard {

    private final DiscardRepository discards;
    private final DiscardAudit audit;

    AskForDiscard(DiscardRepository discards, DiscardAudit audit) {
        this.discards = discards;
        this.audit = audit;
    }

    @WithTransaction
    Uni<DiscardView> ask(DiscardRequest request, Caller operator) {
        return insert(request, operator.subject())
                .call(discard -> audit.note(operator, "discard.asked", discard))
                .map(DiscardView::from);
    }

    private Uni<Discard> insert(DiscardRequest request, String askedBy) {
        return switch (request.kind()) {
            case PARKED_EVENT ->
                discards.askParked(
                        request.requireTopic(),
                        request.requireAggregateId(),
                        request.requireEventId(),
                        request.reason(),
                        askedBy);
            case MISSING_EVENT ->
                discards.askMissing(
                        request.requireTopic(),
                        request.requireAggregateId(),
                        request.requireVersion(),
                        request.reason(),
                        askedBy);
            case DEAD_LETTER -> discards.askDeadLetter(request.requireDeadLetterId(), request.reason(), askedBy);
        };
    }
}
