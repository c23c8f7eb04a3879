package io.zizhi.platform.messaging.inbox;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.Event;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
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
        HELD,
        /** Kept, and its aggregate parked: another event had the effect of its version. */
        CONFLICT
    }

    /** What became of a delivery, and the kept event of its aggregate that may follow now. */
    record Receipt(Outcome outcome, Optional<ReceivedEvent> next) {}

    /** The reaction that is due, with what it asked for; absent where nobody here reacts to the event. */
    record Effect(PreparedReaction<Event, Object> reaction, Event event, Object prepared) {}

    /** By how much the clocks of producer and database may differ before an old event is taken for one that is new. */
    private static final Duration CLOCKS_DIFFER = Duration.ofHours(1);

    private final InboxRepository repository;
    private final Duration idsKept;

    InboxTransaction(
            InboxRepository repository,
            @ConfigProperty(name = "zizhi.clean-up.inbox", defaultValue = "P21D") Duration idsKept) {
        this.repository = repository;
        this.idsKept = idsKept.minus(CLOCKS_DIFFER);
    }

    /**
     * The next version is applied, a higher one is kept until the missing one comes. One that was used is a repetition, or
     * a conflict where another event had it.
     */
    @WithTransaction
    Uni<Receipt> receive(ReceivedEvent event, @Nullable Effect effect) {
        return repository.lockCursor(event).chain(cursor -> {
            if (cursor.hasPassed(event)) {
                return settlePassed(event, cursor);
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
        // One that was passed meanwhile is settled when it is taken up.
        return repository
                .lockCursor(event)
                .chain(cursor -> cursor.hasPassed(event) || cursor.mustWaitWith(event)
                        ? repository.hold(event)
                        : repository.holdParked(event).chain(() -> repository.park(event, cause)));
    }

    /** Keeps the event for later; one that was passed is settled when it is taken up. */
    @WithTransaction
    Uni<Void> keep(ReceivedEvent event) {
        return repository.lockCursor(event).chain(cursor -> repository.hold(event));
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

    /** The last write wins on the compacted topic, so that a version used there is no conflict. */
    private Uni<Receipt> settlePassed(ReceivedEvent event, InboxRepository.Cursor cursor) {
        return event.mustFollow()
                ? repository
                        .passed(event, idsKept)
                        .chain(found -> found.isConflict() ? stop(event, cursor, found) : drop(event, found.kept()))
                : drop(event, true);
    }

    private Uni<Receipt> drop(ReceivedEvent event, boolean kept) {
        Uni<Void> dropped = kept ? repository.dropHeld(event) : Uni.createFrom().voidItem();
        return dropped.chain(() -> repository.nextHeld(event.topic(), event.aggregateId()))
                .map(next -> new Receipt(Outcome.DUPLICATE, next));
    }

    private Uni<Receipt> stop(ReceivedEvent event, InboxRepository.Cursor cursor, InboxRepository.Passed found) {
        Uni<Void> stopped = cursor.parked()
                ? repository.hold(event)
                : repository.holdParked(event).chain(() -> repository.park(event, conflict(event)));
        Outcome outcome = cursor.parked() && found.kept() ? Outcome.HELD : Outcome.CONFLICT;
        return stopped.replaceWith(new Receipt(outcome, Optional.empty()));
    }

    private static String conflict(ReceivedEvent event) {
        return "EVENT_CONFLICT: version " + event.aggregateVersion()
                + " was applied as another event; its producer was probably restored from a backup.";
    }

    /** The epoch of the topic's producer that was known before, or 0. */
    @WithTransaction
    Uni<Long> seeEpoch(String topic, long epoch) {
        return repository.seeEpoch(topic, epoch);
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
