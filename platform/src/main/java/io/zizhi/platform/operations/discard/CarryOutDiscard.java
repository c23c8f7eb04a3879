package io.zizhi.platform.operations.discard;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.messaging.deadletter.DeadLetter;
import io.zizhi.platform.messaging.deadletter.DeadLetterRepository;
import io.zizhi.platform.messaging.deadletter.DeadLetterState;
import io.zizhi.platform.messaging.inbox.Inbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.Optional;

/** The transaction of a confirmation: discards the object, closes the request and records both in the audit log. */
@ApplicationScoped
class CarryOutDiscard {

    private final DiscardRepository discards;
    private final DeadLetterRepository letters;
    private final Inbox inbox;
    private final DiscardAudit audit;

    CarryOutDiscard(DiscardRepository discards, DeadLetterRepository letters, Inbox inbox, DiscardAudit audit) {
        this.discards = discards;
        this.letters = letters;
        this.inbox = inbox;
        this.audit = audit;
    }

    @WithTransaction
    Uni<Discard> carryOut(long id, Caller operator) {
        return discards.confirm(
                id,
                operator.subject(),
                discard -> giveUp(discard, operator.subject())
                        .invoke(CarryOutDiscard::requireDone)
                        .chain(() -> audit.record(operator.subject(), "discard.confirmed", discard)));
    }

    /**
     * Discards the next parked event of a confirmed discard of many. Returns its own discard, or empty if all matching
     * aggregates are done or locked.
     */
    @WithTransaction
    Uni<Optional<Discard>> next(long id) {
        return discards.claimNext(id)
                .call(found -> found.map(this::carryOutPart)
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<Void> carryOutPart(Discard part) {
        String confirmedBy = Objects.requireNonNull(part.closedBy());
        return giveUp(part, confirmedBy)
                .invoke(CarryOutDiscard::requireDone)
                .chain(() -> audit.record(confirmedBy, "discard.confirmed", part));
    }

    /** Discards the object. Returns false if it no longer blocks anything. */
    private Uni<Boolean> giveUp(Discard discard, String confirmedBy) {
        return switch (discard.kind()) {
            case PARKED_EVENT ->
                inbox.skipParked(discard.topic(), discard.objectId(), Objects.requireNonNull(discard.eventId()));
            case PARKED_EVENTS -> Uni.createFrom().item(true);
            case MISSING_EVENT ->
                inbox.skipMissing(discard.topic(), discard.objectId(), Objects.requireNonNull(discard.version()));
            case DEAD_LETTER -> giveUpLetter(Long.parseLong(discard.objectId()));
            case AHEAD_DIFFERENCE, AHEAD_DIFFERENCES -> discards.acceptAhead(discard, confirmedBy);
        };
    }

    private Uni<Boolean> giveUpLetter(long id) {
        return letters.lock(id)
                .map(found -> found.map(DeadLetter::state)
                        .filter(state -> state == DeadLetterState.WAITING)
                        .isPresent())
                .call(waiting -> waiting
                        ? letters.close(id, DeadLetterState.DISCARDED)
                        : Uni.createFrom().voidItem());
    }

    private static void requireDone(boolean done) {
        if (!done) {
            throw Problems.conflict("NOTHING_TO_DISCARD", "The object no longer blocks anything. Cancel the discard.");
        }
    }
}
