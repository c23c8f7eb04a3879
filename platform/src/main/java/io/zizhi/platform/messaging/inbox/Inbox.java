package io.zizhi.platform.messaging.inbox;

import static java.util.Objects.requireNonNull;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import io.zizhi.platform.http.problem.Outages;
import io.zizhi.platform.messaging.deadletter.DeadLetters;
import io.zizhi.platform.messaging.erasure.BeginErasure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;

/**
 * Receives the records of a topic. Each event takes effect once, in the order of its aggregate; events of different
 * aggregates are processed in parallel. During an outage the inbox waits and retries. An event that fails for another
 * reason parks its aggregate. An unreadable record goes to the dead letters. The record is
 * acknowledged once its outcome is committed. Events, requests and log lines of a reaction belong to the event's trace.
 */
@ApplicationScoped
public class Inbox {

    private static final Logger LOG = Logger.getLogger(Inbox.class);

    /** How many held events are applied while an operator waits for the response. */
    private static final int AT_ONCE = 50;

    private final ApplyEvent applyEvent;
    private final ResumeAggregate resumeAggregate;
    private final HeldEventSweep sweep;
    private final InboxTransaction transaction;
    private final BeginErasure erasure;
    private final DeadLetters deadLetters;
    private final Retries retries;
    private final InboxMetrics metrics;
    private final int lanes;
    private final Map<String, Lanes> byTopic = new ConcurrentHashMap<>();

    Inbox(
            ApplyEvent applyEvent,
            ResumeAggregate resumeAggregate,
            HeldEventSweep sweep,
            InboxTransaction transaction,
            BeginErasure erasure,
            DeadLetters deadLetters,
            Retries retries,
            InboxMetrics metrics,
            InboxConfig config) {
        this.applyEvent = applyEvent;
        this.resumeAggregate = resumeAggregate;
        this.sweep = sweep;
        this.transaction = transaction;
        this.erasure = erasure;
        this.deadLetters = deadLetters;
        this.retries = retries;
        this.metrics = metrics;
        this.lanes = config.lanes();
    }

    /**
     * Accepts a message. Each topic has one {@code @Incoming} method, which returns this {@code Uni}. It completes when
     * there is room for another message. The offset is committed only up to the first unacknowledged message.
     */
    public Uni<Void> take(Message<byte[]> message) {
        ConsumerRecord<String, byte[]> arrived = arrived(message);
        return byTopic.computeIfAbsent(arrived.topic(), topic -> Lanes.of(topic, lanes))
                .enter(
                        arrived.key(),
                        () -> Uni.createFrom()
                                .deferred(() -> receive(arrived))
                                .onItemOrFailure()
                                .transformToUni((done, failure) -> Uni.createFrom()
                                        .completionStage(
                                                () -> failure == null ? message.ack() : message.nack(failure))));
    }

    // Safe: the platform's configuration reads the keys of all channels as text and the values as bytes.
    @SuppressWarnings("unchecked")
    private static ConsumerRecord<String, byte[]> arrived(Message<byte[]> message) {
        var metadata = (IncomingKafkaRecordMetadata<String, byte[]>)
                message.getMetadata(IncomingKafkaRecordMetadata.class).orElseThrow();
        return metadata.getRecord();
    }

    /** Processes one record. Completes when the record may be acknowledged. */
    public Uni<Void> receive(ConsumerRecord<String, byte[]> message) {
        if (Tombstones.isOne(message)) {
            return retries.untilItWorks(
                    "Erasure of an account", () -> erasure.begin(message.key()).replaceWithVoid());
        }
        try {
            return applyWithFollowers(ReceivedEvent.read(message));
        } catch (UnreadableEventException unreadable) {
            LOG.errorf(
                    "Unreadable record %s-%d@%d goes to the dead letters: %s",
                    message.topic(), message.partition(), message.offset(), unreadable.getMessage());
            metrics.unreadable(message.topic());
            return retries.untilItWorks(
                    "Storing a dead letter", () -> deadLetters.store(message, String.valueOf(unreadable.getMessage())));
        }
    }

    /**
     * Tries to read a dead letter again. Returns why it is still unreadable, or empty if its event was accepted. During
     * an outage the event is held and left to the sweep.
     */
    public Uni<Optional<String>> receiveAgain(ConsumerRecord<String, byte[]> message) {
        try {
            return applyOrStore(ReceivedEvent.read(message)).replaceWith(Optional.empty());
        } catch (UnreadableEventException unreadable) {
            return Uni.createFrom().item(Optional.of(String.valueOf(unreadable.getMessage())));
        }
    }

    /**
     * Unparks the aggregate in the caller's transaction. {@link #resume} or the next sweep applies its events. Returns
     * false if it was not parked.
     */
    public Uni<Boolean> unpark(String topic, String aggregateId) {
        return transaction.unpark(topic, aggregateId);
    }

    /**
     * Skips the event at which the aggregate is parked, in the caller's transaction. The cursor moves past the event
     * without its effect, and the event is recorded as received. Returns false if the aggregate is not parked at that
     * event.
     */
    public Uni<Boolean> skipParked(String topic, String aggregateId, UUID eventId) {
        return transaction.skipParked(topic, aggregateId, eventId);
    }

    /**
     * Skips a missing event for which held events wait, in the caller's transaction. Returns false if the aggregate
     * does not wait for that version.
     */
    public Uni<Boolean> skipMissing(String topic, String aggregateId, long version) {
        return transaction.skipMissing(topic, aggregateId, version);
    }

    /**
     * Applies held events of the aggregate whose turn it is. It does not wait for the end of an outage and applies a
     * limited number; the sweep applies the rest. Never fails.
     */
    public Uni<Void> resume(String topic, String aggregateId) {
        return resumeAggregate
                .resume(topic, aggregateId, AT_ONCE)
                .invoke(sweep::wake)
                .replaceWithVoid();
    }

    /** Applies the event, then the held events that follow it, each in its own transaction. */
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

    private Uni<Void> applyOrStore(ReceivedEvent event) {
        return applyEvent
                .unlessOutage(event)
                .chain(next -> resume(event.topic(), event.aggregateId()))
                .onFailure(Outages::isOutage)
                .recoverWithUni(outage -> transaction.store(event).invoke(sweep::wake));
    }
}
