package io.zizhi.platform.messaging.inbox;

import io.zizhi.contracts.AccountVerified;
import io.zizhi.contracts.Event;
import io.zizhi.contracts.EventType;
import io.zizhi.contracts.Topics;
import io.zizhi.platform.messaging.outbox.CloudEventHeaders;
import io.zizhi.platform.messaging.outbox.EventJson;
import io.zizhi.platform.observability.tracing.TraceContext;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * An event as received from the broker or as held, with its trace.
 *
 * @param producerEpoch epoch of the producer's database; 0 if the event carries none
 */
record ReceivedEvent(
        UUID eventId,
        String topic,
        String aggregateId,
        long aggregateVersion,
        String typeName,
        Instant occurredAt,
        String payload,
        long producerEpoch,
        @Nullable TraceContext trace) {

    /** The epoch of a held event, and of an event from a release without epochs. */
    static final long NO_EPOCH = 0;

    private static final int LONGEST_NAME = 200;
    private static final Instant LAST_INSTANT = Instant.parse("9999-12-31T23:59:59Z");

    /** @throws UnreadableEventException if it is not a CloudEvent of this suite */
    static ReceivedEvent read(ConsumerRecord<String, byte[]> message) throws UnreadableEventException {
        if (message.key() == null || message.value() == null) {
            throw new UnreadableEventException("The record has no key or no value.");
        }
        try {
            ReceivedEvent event = new ReceivedEvent(
                    UUID.fromString(header(message, CloudEventHeaders.ID)),
                    message.topic(),
                    message.key(),
                    Long.parseLong(header(message, CloudEventHeaders.AGGREGATE_VERSION)),
                    header(message, CloudEventHeaders.TYPE),
                    Instant.parse(header(message, CloudEventHeaders.TIME)),
                    new String(message.value(), StandardCharsets.UTF_8),
                    epoch(message),
                    trace(message));
            event.requireStorable();
            ReceivedEvent counted = event.countedByItself();
            counted.requireStorable();
            return counted;
        } catch (IllegalArgumentException | DateTimeException failure) {
            // Its message may quote the header, which may contain anything.
            throw new UnreadableEventException(
                    "A header is malformed: " + failure.getClass().getSimpleName() + ".");
        }
    }

    /**
     * Returns the event with the version from its content. Only account events carry their own version, because several
     * producers publish them and the last write wins. Fails if the event does not match its type.
     */
    private ReceivedEvent countedByItself() throws UnreadableEventException {
        return content() instanceof AccountVerified verified
                ? new ReceivedEvent(
                        eventId,
                        topic,
                        aggregateId,
                        verified.version(),
                        typeName,
                        occurredAt,
                        payload,
                        producerEpoch,
                        trace)
                : this;
    }

    /**
     * Rejects an event that the tables cannot store, so that it goes to the dead letters. Otherwise it would fail
     * forever and block its partition.
     */
    private void requireStorable() throws UnreadableEventException {
        if (aggregateVersion < 1) {
            throw new UnreadableEventException("The aggregate version must be a positive number.");
        }
        if (aggregateId.isEmpty() || aggregateId.length() > LONGEST_NAME || typeName.length() > LONGEST_NAME) {
            throw new UnreadableEventException("The key or the type is empty or too long.");
        }
        if (hasControls(aggregateId) || hasControls(typeName) || payload.indexOf(0) >= 0) {
            throw new UnreadableEventException(
                    "The key or type contains a control character, or the content contains NUL.");
        }
        if (occurredAt.isBefore(Instant.EPOCH) || occurredAt.isAfter(LAST_INSTANT)) {
            throw new UnreadableEventException("The time must lie between 1970 and 9999.");
        }
    }

    private static boolean hasControls(String text) {
        return text.chars().anyMatch(Character::isISOControl);
    }

    /** Returns the event itself, or null if its type is unknown here: a newer producer may publish more types. */
    @Nullable
    Event content() throws UnreadableEventException {
        EventType type = EventType.named(typeName).orElse(null);
        if (type == null) {
            return null;
        }
        try {
            return EventJson.read(payload.getBytes(StandardCharsets.UTF_8), type.eventClass());
        } catch (IOException failure) {
            throw new UnreadableEventException("The content does not match the type " + typeName + ".");
        }
    }

    EventContext context() {
        return new EventContext(eventId, occurredAt, aggregateVersion);
    }

    /**
     * Returns whether the event must directly follow its predecessor. On the compacted topic of accounts, Kafka may
     * have removed older versions, so a gap is normal.
     */
    boolean mustFollow() {
        return !topic.equals(Topics.ACCOUNT);
    }

    private static long epoch(ConsumerRecord<String, byte[]> message) {
        String epoch = optionalHeader(message, CloudEventHeaders.PRODUCER_EPOCH);
        return epoch == null ? NO_EPOCH : Math.max(NO_EPOCH, Long.parseLong(epoch));
    }

    /** Returns the trace, or null if it cannot be stored: a bad trace is no reason to reject the event. */
    private static @Nullable TraceContext trace(ConsumerRecord<String, byte[]> message) {
        String parent = optionalHeader(message, TraceContext.TRACEPARENT);
        String state = optionalHeader(message, TraceContext.TRACESTATE);
        return TraceContext.stored(
                parent == null || parent.indexOf(0) >= 0 ? null : parent,
                state == null || state.indexOf(0) >= 0 ? null : state);
    }

    private static String header(ConsumerRecord<String, byte[]> message, String name) throws UnreadableEventException {
        String value = optionalHeader(message, name);
        if (value == null) {
            throw new UnreadableEventException("The header " + name + " is missing.");
        }
        return value;
    }

    private static @Nullable String optionalHeader(ConsumerRecord<String, byte[]> message, String name) {
        Header header = message.headers().lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
