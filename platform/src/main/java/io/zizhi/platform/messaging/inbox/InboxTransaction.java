package io.zizhi.platform.messaging.inbox;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.Event;
import io.zizhi.platform.runtime.cleanup.CleanUpConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The transactions of the inbox. The effect of an event and the record of its receipt commit together. */
@ApplicationScoped
class InboxTransaction {

    enum Outcome {
        APPLIED,
        DUPLICATE,
        /** Held: a preceding event is missing. */
        GAP,
        /** Held: its aggregate is parked. */
        HELD,
        /** Held, and its aggregate parked: another event with its version was applied. */
        CONFLICT
    }

    /** The outcome of a delivery, and the held event of its aggregate that can be applied next. */
    record Receipt(Outcome outcome, Optional<ReceivedEvent> next) {}

    /** The reaction to run and its prepared input; absent if this service does not react to the event. */
    record Effect(PreparedReaction<Event, Object> reaction, Event event, Object prepared) {

        /** Sends the reaction's first queries. */
        Uni<Effect> read() {
            return reaction.read(prepared).map(read -> new Effect(reaction, event, read));
        }
    }

    /**
     * How far the clocks of producer and database may differ. It shortens the retention of ids, so that an old event
     * never counts as new.
     */
    private static final Duration CLOCKS_DIFFER = Duration.ofHours(1);

    private final InboxRepository repository;
    private final Duration idsKept;

    InboxTransaction(InboxRepository repository, CleanUpConfig cleanUp) {
        this.repository = repository;
        this.idsKept = cleanUp.inbox().minus(CLOCKS_DIFFER);
    }

    /**
     * Applies the next version; holds a higher one until the missing one arrives. A used version is a duplicate, or a
     * conflict if another event had it.
     */
    @WithTransaction
    Uni<Receipt> receive(ReceivedEvent event, @Nullable Effect effect) {
        return effect == null
                ? repository.lockCursor(event).chain(cursor -> receive(event, cursor, null))
                : Uni.combine()
                        .all()
                        .unis(repository.lockCursor(event), effect.read())
                        .asTuple()
                        .chain(found -> receive(event, found.getItem1(), found.getItem2()));
    }

    private Uni<Receipt> receive(ReceivedEvent event, InboxRepository.Cursor cursor, @Nullable Effect effect) {
        if (cursor.hasPassed(event)) {
            return settlePassed(event, cursor);
        }
        if (cursor.mustWaitWith(event) || cursor.parked()) {
            Outcome outcome = cursor.parked() ? Outcome.HELD : Outcome.GAP;
            return repository.hold(event).replaceWith(new Receipt(outcome, Optional.empty()));
        }
        return apply(event, effect, cursor.known());
    }

    /** Holds the event. Parks the aggregate if this event is the next to be applied. */
    @WithTransaction
    Uni<Void> park(ReceivedEvent event, String cause) {
        // An event that was passed meanwhile is settled when the aggregate is resumed.
        return repository
                .lockCursor(event)
                .chain(cursor -> cursor.hasPassed(event) || cursor.mustWaitWith(event)
                        ? repository.hold(event)
                        : repository.holdParked(event).chain(() -> repository.park(event, cause)));
    }

    /**
     * Holds the event for later. If its version was applied or skipped meanwhile, the event is settled when the
     * aggregate is resumed.
     */
    @WithTransaction
    Uni<Void> store(ReceivedEvent event) {
        return repository.lockCursor(event).chain(cursor -> repository.hold(event));
    }

    /** Returns false if the aggregate was not parked. */
    @WithTransaction
    Uni<Boolean> unpark(String topic, String aggregateId) {
        return repository.unpark(topic, aggregateId);
    }

    @WithTransaction
    Uni<Optional<ReceivedEvent>> nextHeld(String topic, String aggregateId) {
        return repository.nextHeld(topic, aggregateId);
    }

    /** Returns aggregates with a held event that can be applied, in order, starting after {@code passed}. */
    @WithTransaction
    Uni<List<InboxRepository.Aggregate>> releasable(InboxRepository.Aggregate passed, int limit) {
        return repository.releasable(passed, limit);
    }

    /** Skips the event at which the aggregate is parked; returns false if it is not parked there. */
    @WithTransaction
    Uni<Boolean> skipParked(String topic, String aggregateId, UUID eventId) {
        return repository
                .lockParked(topic, aggregateId, eventId)
                .chain(parked -> parked.isEmpty()
                        ? Uni.createFrom().item(false)
                        : passOver(parked.get()).replaceWith(true));
    }

    /** Skips a missing version; returns false if the aggregate does not wait for it. */
    @WithTransaction
    Uni<Boolean> skipMissing(String topic, String aggregateId, long version) {
        return repository.skipMissing(topic, aggregateId, version);
    }

    /**
     * Settles an event whose version is already used. On the compacted topic the last write wins, so this is not a
     * conflict.
     */
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
                + " was already used by another event; its producer was probably restored from a backup.";
    }

    /** Stores the epoch of the topic's producer. Returns the previously known epoch, or 0. */
    @WithTransaction
    Uni<Long> seeEpoch(String topic, long epoch) {
        return repository.seeEpoch(topic, epoch);
    }

    private Uni<Void> passOver(ReceivedEvent event) {
        return repository
                .lockCursor(event)
                .chain(cursor -> repository.take(event, cursor.known()))
                .chain(() -> repository.unpark(event.topic(), event.aggregateId()))
                .replaceWithVoid();
    }

    /** Applies the event. The cursor also moves for events without a reaction here. */
    private Uni<Receipt> apply(ReceivedEvent event, @Nullable Effect effect, boolean known) {
        Uni<Void> applied = known || effect == null
                ? Uni.createFrom().voidItem()
                : effect.reaction().react(effect.event(), event.context(), effect.prepared());
        return applied.chain(() -> repository.take(event, known)).map(next -> new Receipt(Outcome.APPLIED, next));
    }
}
