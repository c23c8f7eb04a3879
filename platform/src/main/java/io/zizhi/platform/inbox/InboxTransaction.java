package io.zizhi.platform.inbox;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.Event;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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

    /** The reaction that is due, with what it asked for; absent where nobody here reacts to the event. */
    record Effect(PreparedReaction<Event, Object> reaction, Event event, Object prepared) {}

    private final InboxRepository repository;

    @Inject
    InboxTransaction(InboxRepository repository) {
        this.repository = repository;
    }

    /** Version ≤ last is dropped, the next one is applied, a higher one is kept until the missing one comes. */
    @WithTransaction
    Uni<Outcome> receive(ReceivedEvent event, @Nullable Effect effect) {
        return repository.lockCursor(event).chain(cursor -> {
            if (event.aggregateVersion() <= cursor.lastVersion()) {
                return repository.dropHeld(event).replaceWith(Outcome.DUPLICATE);
            }
            boolean early = event.mustFollow() && event.aggregateVersion() > cursor.lastVersion() + 1;
            if (early || cursor.parked()) {
                return repository.hold(event).replaceWith(Outcome.HELD);
            }
            return apply(event, effect);
        });
    }

    @WithTransaction
    Uni<Void> park(ReceivedEvent event, String cause) {
        return repository
                .lockCursor(event)
                .chain(() -> repository.hold(event))
                .chain(() -> repository.park(event, cause));
    }

    @WithTransaction
    Uni<Boolean> unpark(String topic, String aggregateId) {
        return repository.unpark(topic, aggregateId);
    }

    @WithTransaction
    Uni<@Nullable ReceivedEvent> nextHeld(String topic, String aggregateId) {
        return repository.nextHeld(topic, aggregateId);
    }

    /** The cursor moves for events that nobody here reacts to as well. */
    private Uni<Outcome> apply(ReceivedEvent event, @Nullable Effect effect) {
        return repository
                .note(event.eventId())
                .chain(fresh -> fresh && effect != null
                        ? effect.reaction().react(effect.event(), event.context(), effect.prepared())
                        : Uni.createFrom().voidItem())
                .chain(() -> repository.advance(event))
                .chain(() -> repository.dropHeld(event))
                .replaceWith(Outcome.APPLIED);
    }
}
