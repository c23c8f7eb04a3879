package io.zizhi.platform.inbox;

import static java.util.Objects.requireNonNull;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import io.zizhi.contracts.Event;
import io.zizhi.platform.deadletter.DeadLetters;
import io.zizhi.platform.failpoint.FailPoint;
import io.zizhi.platform.failpoint.FailPoints;
import io.zizhi.platform.tracing.MessagingAttributes;
import io.zizhi.platform.tracing.Spans;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

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
    private static final int TRIES_BEFORE_PARKING = 3;
    private static final int PLACES_PER_LANE = 8;

    private final Reactions reactions;
    private final InboxTransaction transaction;
    private final DeadLetters deadLetters;
    private final Retries retries;
    private final InboxMetrics metrics;
    private final FailPoints failPoints;
    private final Spans spans;
    private final String service;
    private final int lanes;
    private final Map<String, Lanes> byTopic = new ConcurrentHashMap<>();

    /** @param lanes how many aggregates of a topic are worked off beside each other; each takes a database connection */
    @Inject
    Inbox(
            Reactions reactions,
            InboxTransaction transaction,
            DeadLetters deadLetters,
            Retries retries,
            InboxMetrics metrics,
            FailPoints failPoints,
            Spans spans,
            @ConfigProperty(name = "quarkus.application.name") String service,
            @ConfigProperty(name = "zizhi.inbox.lanes", defaultValue = "6") int lanes) {
        this.reactions = reactions;
        this.transaction = transaction;
        this.deadLetters = deadLetters;
        this.retries = retries;
        this.metrics = metrics;
        this.failPoints = failPoints;
        this.spans = spans;
        this.service = service;
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

    /** Reads a dead letter again: why it still cannot be read, or empty when it went the way of every event. */
    public Uni<Optional<String>> receiveAgain(ConsumerRecord<String, byte[]> message) {
        try {
            return applyWithFollowers(ReceivedEvent.read(message)).replaceWith(Optional.empty());
        } catch (UnreadableEventException unreadable) {
            return Uni.createFrom().item(Optional.of(String.valueOf(unreadable.getMessage())));
        }
    }

    /** Takes a parked aggregate up again where it stopped; false when it is not parked. */
    public Uni<Boolean> retryParked(String topic, String aggregateId) {
        return transaction
                .unpark(topic, aggregateId)
                .call(unparked ->
                        unparked ? resume(topic, aggregateId) : Uni.createFrom().voidItem());
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

    /** Applies what is kept of the aggregate and may follow now. */
    public Uni<Void> resume(String topic, String aggregateId) {
        return transaction
                .nextHeld(topic, aggregateId)
                .chain(next -> next.map(this::applyWithFollowers)
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    /** Applies the event and then, one transaction each, the kept ones that may follow it. */
    private Uni<Void> applyWithFollowers(ReceivedEvent first) {
        return Multi.createBy()
                .repeating()
                .uni(
                        () -> new AtomicReference<>(first),
                        current ->
                                applyOrPark(requireNonNull(current.get())).invoke(next -> next.ifPresent(current::set)))
                .whilst(Optional::isPresent)
                .onItem()
                .ignoreAsUni();
    }

    /** The kept event that may follow now, if there is one. One span, however often it is tried. */
    private Uni<Optional<ReceivedEvent>> applyOrPark(ReceivedEvent event) {
        String what = event.typeName() + " " + event.eventId();
        return spans.within(
                spanOf(event),
                () -> retries.throughOutages(what, TRIES_BEFORE_PARKING, () -> apply(event))
                        .onFailure()
                        .recoverWithUni(failure -> park(what, event, failure)));
    }

    private SpanBuilder spanOf(ReceivedEvent event) {
        return spans.continuing(event.trace(), "process " + event.topic(), SpanKind.CONSUMER)
                .setAttribute(MessagingAttributes.SYSTEM, "kafka")
                .setAttribute(MessagingAttributes.OPERATION_TYPE, "process")
                .setAttribute(MessagingAttributes.OPERATION_NAME, "process")
                .setAttribute(MessagingAttributes.DESTINATION, event.topic())
                .setAttribute(MessagingAttributes.CONSUMER_GROUP, service)
                .setAttribute(MessagingAttributes.MESSAGE_ID, event.eventId().toString())
                .setAttribute(MessagingAttributes.EVENT_TYPE, event.typeName())
                .setAttribute(MessagingAttributes.AGGREGATE_ID, event.aggregateId());
    }

    private Uni<Optional<ReceivedEvent>> apply(ReceivedEvent event) {
        return effectOf(event)
                .chain(effect -> transaction.receive(event, effect))
                .invoke(receipt -> {
                    count(event, receipt.outcome());
                    failPoints.pass(FailPoint.INBOX_AFTER_COMMIT);
                })
                .map(InboxTransaction.Receipt::next);
    }

    private Uni<Optional<ReceivedEvent>> park(String what, ReceivedEvent event, Throwable failure) {
        LOG.errorf(failure, "%s cannot be applied; its aggregate is parked", what);
        Span.current().setAttribute(MessagingAttributes.OUTCOME, "parked").setStatus(StatusCode.ERROR);
        return retries.untilItWorks("Parking of " + what, () -> transaction.park(event, cause(failure)))
                .replaceWith(Optional.empty());
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
        Span.current().setAttribute(MessagingAttributes.OUTCOME, InboxMetrics.label(outcome));
        metrics.received(event, outcome);
    }

    /** Class and message of the failure; messages of ours hold no personal data. */
    private static String cause(Throwable failure) {
        String cause = failure.toString();
        return cause.length() <= 500 ? cause : cause.substring(0, 500);
    }
}
