package io.zizhi.platform.inbox;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.Event;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The transactions of the inbox: the effect of an event and the note that it was received are one. */
@ApplicationScoped
class InboxTransaction {

    /** What became of a delivery. */
    enum Outcome {
        APPLIED,
        DUPLICATE,
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
                return repository.dropHeld(event).chain(() -> receipt(Outcome.DUPLICATE, event));
            }
            if (cursor.mustWaitWith(event) || cursor.parked()) {
                return repository.hold(event).replaceWith(new Receipt(Outcome.HELD, Optional.empty()));
            }
            return apply(event, effect).chain(() -> receipt(Outcome.APPLIED, event));
        });
    }

    /** Keeps the event; parks its aggregate where the event is the one that is due. */
    @WithTransaction
    Uni<Void> park(ReceivedEvent event, String cause) {
        return repository.lockCursor(event).chain(cursor -> {
            if (cursor.hasPassed(event)) {
                return Uni.createFrom().voidItem();
            }
            Uni<Void> held = repository.hold(event);
            return cursor.mustWaitWith(event) ? held : held.chain(() -> repository.park(event, cause));
        });
    }

    /** The event at which the aggregate stopped, which may be applied now; empty when it was not parked. */
    @WithTransaction
    Uni<Optional<ReceivedEvent>> unpark(String topic, String aggregateId) {
        return repository
                .unpark(topic, aggregateId)
                .chain(unparked -> unparked
                        ? repository.nextHeld(topic, aggregateId)
                        : Uni.createFrom().item(Optional.empty()));
    }

    /** The cursor moves for events that nobody here reacts to as well. */
    private Uni<Void> apply(ReceivedEvent event, @Nullable Effect effect) {
        return repository
                .note(event.eventId())
                .chain(fresh -> fresh && effect != null
                        ? effect.reaction().react(effect.event(), event.context(), effect.prepared())
                        : Uni.createFrom().voidItem())
                .chain(() -> repository.advance(event))
                .chain(() -> repository.dropHeld(event));
    }

    private Uni<Receipt> receipt(Outcome outcome, ReceivedEvent event) {
        return repository.nextHeld(event.topic(), event.aggregateId()).map(next -> new Receipt(outcome, next));
    }
}
