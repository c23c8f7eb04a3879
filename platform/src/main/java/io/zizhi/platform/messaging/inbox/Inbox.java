package io.zizhi.platform.messaging.inbox;

import static java.util.Objects.requireNonNull;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import io.zizhi.platform.http.problem.Outages;
import io.zizhi.platform.messaging.deadletter.DeadLetters;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;

/**
 * Receives the records of a topic and sees to it that each event has its effect once and in the order of its aggregate;
 * events of different aggregates are worked off beside each other. An outage is waited out in place; an event that fails
 * for another reason parks its aggregate; a record that cannot be read goes to the dead letters. The record is
 * acknowledged when one of these is committed. What a reaction appends, asks and logs belongs to the trace that the event
 * carries.
 */
@ApplicationScoped
public class Inbox {

    private static final Logger LOG = Logger.getLogger(Inbox.class);
    private static final int PLACES_PER_LANE = 8;

    /** How many kept events somebody waits for who wants an answer. */
    private static final int AT_ONCE = 50;

    private final ApplyEvent applyEvent;
    private final ResumeAggregate resumeAggregate;
    private final HeldEventSweep sweep;
    private final InboxTransaction transaction;
    private final Tombstones tombstones;
    private final DeadLetters deadLetters;
    private final Retries retries;
    private final InboxMetrics metrics;
    private final int lanes;
    private final Map<String, Lanes> byTopic = new ConcurrentHashMap<>();

    /** @param lanes how many aggregates of a topic are worked off beside each other; each takes a database connection */
    Inbox(
            ApplyEvent applyEvent,
            ResumeAggregate resumeAggregate,
            HeldEventSweep sweep,
            InboxTransaction transaction,
            Tombstones tombstones,
            DeadLetters deadLetters,
            Retries retries,
            InboxMetrics metrics,
            @ConfigProperty(name = "zizhi.inbox.lanes", defaultValue = "6") int lanes) {
        this.applyEvent = applyEvent;
        this.resumeAggregate = resumeAggregate;
        this.sweep = sweep;
        this.transaction = transaction;
        this.tombstones = tombstones;
        this.deadLetters = deadLetters;
        this.retries = retries;
        this.metrics = metrics;
        this.lanes = lanes;
    }

    /**
     * To be called by the one {@code @Incoming} method of a topic, which returns this {@code Uni}: it is done when there
     * is room for another message. The offset is committed only up to the first message that is not acknowledged yet.
     */
    public Uni<Void> take(Message<byte[]> message) {
        ConsumerRecord<String, byte[]> arrived = arrived(message);
        return byTopic.computeIfAbsent(arrived.topic(), topic -> new Lanes(lanes, lanes * PLACES_PER_LANE))
                .enter(
                        arrived.key(),
                        () -> Uni.createFrom()
                                .deferred(() -> receive(arrived))
                                .onItemOrFailure()
                                .transformToUni((done, failure) -> Uni.createFrom()
                                        .completionStage(
                                                () -> failure == null ? message.ack() : message.nack(failure))));
    }

    // Safe: platform configuration reads keys of all channels as text and values as bytes.
    @SuppressWarnings("unchecked")
    private static ConsumerRecord<String, byte[]> arrived(Message<byte[]> message) {
        var metadata = (IncomingKafkaRecordMetadata<String, byte[]>)
                message.getMetadata(IncomingKafkaRecordMetadata.class).orElseThrow();
        return metadata.getRecord();
    }

    /** Works off one record; done when it may be acknowledged. */
    public Uni<Void> receive(ConsumerRecord<String, byte[]> message) {
        if (Tombstones.isOne(message)) {
            return retries.untilItWorks("Erasure of an account", () -> tombstones.apply(message.key()));
        }
        try {
            return applyWithFollowers(ReceivedEvent.read(message));
        } catch (UnreadableEventException unreadable) {
            LOG.errorf(
                    "Unreadable record %s-%d@%d goes to the dead letters: %s",
                    message.topic(), message.partition(), message.offset(), unreadable.getMessage());
            metrics.unreadable(message.topic());
            return retries.untilItWorks(
                    "Dead letter", () -> deadLetters.keep(message, String.valueOf(unreadable.getMessage())));
        }
    }

    /**
     * Reads a dead letter again: why it still cannot be read, or empty when it went the way of every event. It is kept and
     * left to the sweep where an outage does not let it be applied.
     */
    public Uni<Optional<String>> receiveAgain(ConsumerRecord<String, byte[]> message) {
        try {
            return applyOrKeep(ReceivedEvent.read(message)).replaceWith(Optional.empty());
        } catch (UnreadableEventException unreadable) {
            return Uni.createFrom().item(Optional.of(String.valueOf(unreadable.getMessage())));
        }
    }

    /**
     * In the caller's transaction: the aggregate is parked no more. Its events are taken up by {@link #resume} or the next
     * sweep. False when it was not parked.
     */
    public Uni<Boolean> unpark(String topic, String aggregateId) {
        return transaction.unpark(topic, aggregateId);
    }

    /**
     * In the caller's transaction: moves the aggregate's cursor past the event at which it is parked, without the effect of
     * that event, and notes the event as received. False when it is not parked at that event.
     */
    public Uni<Boolean> skipParked(String topic, String aggregateId, UUID eventId) {
        return transaction.skipParked(topic, aggregateId, eventId);
    }

    /**
     * In the caller's transaction: moves the aggregate's cursor past an event that never came and behind which others are
     * kept. False when that is not the version it waits for.
     */
    public Uni<Boolean> skipMissing(String topic, String aggregateId, long version) {
        return transaction.skipMissing(topic, aggregateId, version);
    }

    /**
     * Applies what is kept of the aggregate and may follow now. It does not wait for the end of an outage, and not for very
     * many events: the sweep goes on with what is left. Never fails.
     */
    public Uni<Void> resume(String topic, String aggregateId) {
        return resumeAggregate
                .resume(topic, aggregateId, AT_ONCE)
                .invoke(sweep::wake)
                .replaceWithVoid();
    }

    /** Applies the event and then, one transaction each, the kept ones that may follow it. */
    private Uni<Void> applyWithFollowers(ReceivedEvent first) {
        return Multi.createBy()
                .repeating()
                .uni(
                        () -> new AtomicReference<>(first),
                        current -> applyEvent
                                .throughOutages(requireNonNull(current.get()))
                                .invoke(next -> next.ifPresent(current::set)))
                .whilst(Optional::isPresent)
                .onItem()
                .ignoreAsUni();
    }

    private Uni<Void> applyOrKeep(ReceivedEvent event) {
        return applyEvent
                .unlessOutage(event)
                .chain(next -> resume(event.topic(), event.aggregateId()))
                .onFailure(Outages::isOutage)
                .recoverWithUni(outage -> transaction.keep(event).invoke(sweep::wake));
    }
}
