package io.zizhi.platform.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.Event;
import io.zizhi.platform.blocking.Pause;
import io.zizhi.platform.problem.Outages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Receives the records of a topic, one after the other, and sees to it that each event has its effect once and in the
 * order of its aggregate. An outage is waited out in place; an event that fails for another reason parks its aggregate;
 * a record that cannot be read goes to the dead letters. The record is acknowledged when one of these is committed.
 */
@ApplicationScoped
public class Inbox {

    private static final Logger LOG = Logger.getLogger(Inbox.class);
    private static final int TRIES_BEFORE_PARKING = 3;
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final Reactions reactions;
    private final InboxTransaction transaction;
    private final DeadLetters deadLetters;
    private final Pause pause;
    private final MeterRegistry metrics;

    @Inject
    Inbox(
            Reactions reactions,
            InboxTransaction transaction,
            DeadLetters deadLetters,
            Pause pause,
            MeterRegistry metrics) {
        this.reactions = reactions;
        this.transaction = transaction;
        this.deadLetters = deadLetters;
        this.pause = pause;
        this.metrics = metrics;
    }

    /** To be called by the one {@code @Incoming} method of a topic, which returns this {@code Uni}. */
    public Uni<Void> receive(ConsumerRecord<String, byte[]> message) {
        try {
            return handle(ReceivedEvent.read(message));
        } catch (UnreadableEventException unreadable) {
            LOG.errorf(
                    "Unreadable record %s-%d@%d goes to the dead letters: %s",
                    message.topic(), message.partition(), message.offset(), unreadable.getMessage());
            metrics.counter("inbox_dead_letters", "topic", message.topic()).increment();
            return untilItWorks(() -> deadLetters.send(message, String.valueOf(unreadable.getMessage())), 1);
        }
    }

    /** Takes a parked aggregate up again where it stopped; false when it is not parked. */
    public Uni<Boolean> retryParked(String topic, String aggregateId) {
        return transaction
                .unpark(topic, aggregateId)
                .call(unparked ->
                        unparked ? drain(topic, aggregateId) : Uni.createFrom().voidItem());
    }

    private Uni<Void> handle(ReceivedEvent event) {
        return applyOrPark(event, 1).chain(() -> drain(event.topic(), event.aggregateId()));
    }

    /** Applies, one transaction each, the kept events that may follow now. */
    private Uni<Void> drain(String topic, String aggregateId) {
        return transaction
                .nextHeld(topic, aggregateId)
                .onFailure(Outages::isOutage)
                .recoverWithUni(outage -> pause.of(LONGEST_PAUSE).replaceWith(() -> null))
                .chain(next -> next == null
                        ? Uni.createFrom().voidItem()
                        : applyOrPark(next, 1).chain(() -> drain(topic, aggregateId)));
    }

    private Uni<Void> applyOrPark(ReceivedEvent event, int attempt) {
        return effectOf(event)
                .chain(effect -> transaction.receive(event, effect))
                .invoke(outcome -> count(event, outcome))
                .replaceWithVoid()
                .onFailure()
                .recoverWithUni(failure -> afterFailure(event, failure, attempt));
    }

    private Uni<Void> afterFailure(ReceivedEvent event, Throwable failure, int attempt) {
        boolean outage = Outages.isOutage(failure);
        if (!outage && attempt >= TRIES_BEFORE_PARKING) {
            LOG.errorf(failure, "%s %s cannot be applied; its aggregate is parked", event.typeName(), event.eventId());
            return untilItWorks(() -> transaction.park(event, cause(failure)), 1);
        }
        LOG.warnf("%s %s failed (try %d), trying again: %s", event.typeName(), event.eventId(), attempt, failure);
        return pause.of(backOff(attempt)).chain(() -> applyOrPark(event, attempt + 1));
    }

    private Uni<Void> untilItWorks(Supplier<Uni<Void>> work, int attempt) {
        return Uni.createFrom().deferred(() -> work.get()).onFailure().recoverWithUni(failure -> {
            LOG.warnf("Try %d failed, trying again: %s", attempt, failure);
            return pause.of(backOff(attempt)).chain(() -> untilItWorks(work, attempt + 1));
        });
    }

    private Uni<InboxTransaction.@Nullable Effect> effectOf(ReceivedEvent event) {
        Event content;
        try {
            content = event.content();
        } catch (UnreadableEventException impossible) {
            return Uni.createFrom().failure(impossible);
        }
        PreparedReaction<Event, Object> reaction = content == null ? null : reactions.of(content.getClass());
        if (content == null || reaction == null) {
            return Uni.createFrom().nullItem();
        }
        return reaction.prepare(content).map(prepared -> new InboxTransaction.Effect(reaction, content, prepared));
    }

    private void count(ReceivedEvent event, InboxTransaction.Outcome outcome) {
        String name = outcome.name().toLowerCase(Locale.ROOT);
        metrics.counter("inbox_events", "topic", event.topic(), "outcome", name).increment();
    }

    private static Duration backOff(int attempt) {
        Duration growing = Duration.ofMillis(50L << Math.min(attempt, 10));
        return growing.compareTo(LONGEST_PAUSE) < 0 ? growing : LONGEST_PAUSE;
    }

    /** Class and message of the failure; messages of ours hold no personal data. */
    private static String cause(Throwable failure) {
        String cause = failure.toString();
        return cause.length() <= 500 ? cause : cause.substring(0, 500);
    }
}
