package io.zizhi.platform.inbox;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.Event;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The transactions of the inbox: the effect of an event and the note that it was received are one. */
@ApplicationScoped
class InboxTransaction {

    /** What became of a delivery. */
    enum Outcome {
        APPLIED,
        DUPLICATE,
        /** Kept: one that it must follow is missing. */
        GAP,
        /** Kept: its aggregate is parked. */
        HELD
    }

    /** What became of a delivery, and the kept event of its aggregate that may follow now. */
    record Receipt(Outcome outcome, Optional<ReceivedEvent> next) {}

    /** The reaction that is due, with what it asked for; absent where nobody here reacts to the event. */
    record Effect(PreparedReaction<Event, Object> reaction, Event event, Object prepared) {}

    private final InboxRepository repository;

    @Inject
    InboxTransaction(InboxRepository repository) {
        this.repository = repository;
    }

    /** Version ≤ last is dropped, the next one is applied, a higher one is kept until the missing one comes. */
    @WithTransaction
    Uni<Receipt> receive(ReceivedEvent event, @Nullable Effect effect) {
        return repository.lockCursor(event).chain(cursor -> {
            if (cursor.hasPassed(event)) {
                return repository
                        .dropHeld(event)
                        .chain(() -> repository.nextHeld(event.topic(), event.aggregateId()))
                        .map(next -> new Receipt(Outcome.DUPLICATE, next));
            }
            if (cursor.mustWaitWith(event) || cursor.parked()) {
                Outcome outcome = cursor.parked() ? Outcome.HELD : Outcome.GAP;
                return repository.hold(event).replaceWith(new Receipt(outcome, Optional.empty()));
            }
            return apply(event, effect);
        });
    }

    /** Keeps the event; parks its aggregate where the event is the one that is due. */
    @WithTransaction
    Uni<Void> park(ReceivedEvent event, String cause) {
        return repository.lockCursor(event).chain(cursor -> {
            if (cursor.hasPassed(event)) {
                return Uni.createFrom().voidItem();
            }
            return cursor.mustWaitWith(event)
                    ? repository.hold(event)
                    : repository.holdFailed(event).chain(() -> repository.park(event, cause));
        });
    }

    /** Keeps the event for later, unless it has been passed. */
    @WithTransaction
    Uni<Void> keep(ReceivedEvent event) {
        return repository
                .lockCursor(event)
                .chain(cursor -> cursor.hasPassed(event) ? Uni.createFrom().voidItem() : repository.hold(event));
    }

    /** False when the aggregate was not parked. */
    @WithTransaction
    Uni<Boolean> unpark(String topic, String aggregateId) {
        return repository.unpark(topic, aggregateId);
    }

    /** The kept event of the aggregate that may follow now. */
    @WithTransaction
    Uni<Optional<ReceivedEvent>> nextHeld(String topic, String aggregateId) {
        return repository.nextHeld(topic, aggregateId);
    }

    /** Aggregates with a kept event that may follow now, in their order, those behind {@code passed}. */
    @WithTransaction
    Uni<List<InboxRepository.Aggregate>> releasable(InboxRepository.Aggregate passed, int limit) {
        return repository.releasable(passed, limit);
    }

    /** Passes over the event at which the aggregate is parked; false when it is not parked there. */
    @WithTransaction
    Uni<Boolean> skipParked(String topic, String aggregateId, UUID eventId) {
        return repository
                .lockParked(topic, aggregateId, eventId)
                .chain(parked -> parked.isEmpty()
                        ? Uni.createFrom().item(false)
                        : passOver(parked.get()).replaceWith(true));
    }

    /** Passes over a version that never came; false when the aggregate does not wait for that one. */
    @WithTransaction
    Uni<Boolean> skipMissing(String topic, String aggregateId, long version) {
        return repository.skipMissing(topic, aggregateId, version);
    }

    private Uni<Void> passOver(ReceivedEvent event) {
        return repository
                .take(event)
                .chain(() -> repository.unpark(event.topic(), event.aggregateId()))
                .replaceWithVoid();
    }

    /** The cursor moves for events that nobody here reacts to as well. */
    private Uni<Receipt> apply(ReceivedEvent event, @Nullable Effect effect) {
        return repository
                .take(event)
                .call(taken -> taken.fresh() && effect != null
                        ? effect.reaction().react(effect.event(), event.context(), effect.prepared())
                        : Uni.createFrom().voidItem())
                .map(taken -> new Receipt(Outcome.APPLIED, taken.next()));
    }
}
