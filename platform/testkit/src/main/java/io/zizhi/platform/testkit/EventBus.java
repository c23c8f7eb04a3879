package io.zizhi.platform.testkit;

import io.zizhi.contracts.Event;
import io.zizhi.contracts.EventType;
import io.zizhi.local.server.kafka.KafkaUsers;
import io.zizhi.platform.messaging.outbox.CloudEventHeaders;
import io.zizhi.platform.messaging.outbox.EventJson;
import io.zizhi.platform.observability.tracing.TraceContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Publishes events to the real broker as another service would, and reads the events published by the service under
 * test.
 */
public final class EventBus {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private EventBus() {}

    /** Publishes the event with the given version of its aggregate and returns its id. */
    public static UUID publish(Event event, long aggregateVersion) {
        UUID eventId = UUID.randomUUID();
        publish(event, aggregateVersion, eventId);
        return eventId;
    }

    /** Publishes with a given id, to simulate a repeated delivery. */
    public static void publish(Event event, long aggregateVersion, UUID eventId) {
        publish(event, headers(event, aggregateVersion, eventId));
    }

    /** Publishes with the given W3C {@code traceparent}, so that the reaction belongs to that trace. */
    public static void publish(Event event, long aggregateVersion, String traceparent) {
        Map<String, String> headers = new HashMap<>(headers(event, aggregateVersion, UUID.randomUUID()));
        headers.put(TraceContext.TRACEPARENT, traceparent);
        publish(event, headers);
    }

    private static void publish(Event event, Map<String, String> headers) {
        byte[] value = EventJson.write(event).getBytes(StandardCharsets.UTF_8);
        ProducerRecord<String, byte[]> message =
                new ProducerRecord<>(event.type().topic(), event.aggregateId(), value);
        headers.forEach((name, text) -> message.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        send(message);
    }

    /** Sends a record unchanged, even if it is unreadable. */
    public static void send(ProducerRecord<String, byte[]> message) {
        try {
            Producer.SHARED.send(message).get();
        } catch (ExecutionException failure) {
            throw new IllegalStateException("The record could not be sent", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while sending", interrupted);
        }
    }

    /** Creates a topic unknown to all services. */
    public static void createTopic(String topic) {
        try (Admin admin = Admin.create(settings())) {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
        } catch (ExecutionException failure) {
            throw new IllegalStateException("The topic could not be created", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while creating a topic", interrupted);
        }
    }

    /** Waits for the first event of the type for the aggregate. */
    public static Event await(EventType type, String aggregateId) {
        List<Event> found = await(type, aggregateId, 1);
        return found.getFirst();
    }

    /** Waits for {@code count} events of the type for the aggregate and returns all of them. */
    public static List<Event> await(EventType type, String aggregateId, int count) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        List<Event> found = List.of();
        while (found.size() < count) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Waited " + PATIENCE.toSeconds() + " s for " + count + " × " + type + " of "
                        + aggregateId + " and saw " + found.size());
            }
            found = all(type, aggregateId);
            if (found.size() < count) {
                TopicReader.of(type.topic()).awaitNext();
            }
        }
        return found;
    }

    /** Returns the events of the type for the aggregate that are on the topic now. */
    public static List<Event> all(EventType type, String aggregateId) {
        return records(type.topic()).stream()
                .filter(message -> aggregateId.equals(message.key()))
                .filter(message -> type.typeName().equals(header(message, CloudEventHeaders.TYPE)))
                .map(message -> read(message, type))
                .toList();
    }

    /** Returns all records that are on the topic now, in order within each partition. */
    public static List<ConsumerRecord<String, byte[]>> records(String topic) {
        return TopicReader.of(topic).all();
    }

    /** Returns the value of a record's header, or an empty string. */
    public static String header(ConsumerRecord<String, byte[]> message, String name) {
        var header = message.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    /** Returns the headers that a service's relay adds to an event. */
    public static Map<String, String> headers(Event event, long aggregateVersion, UUID eventId) {
        return Map.of(
                CloudEventHeaders.SPEC_VERSION, "1.0",
                CloudEventHeaders.ID, eventId.toString(),
                CloudEventHeaders.SOURCE, "/zizhi/test",
                CloudEventHeaders.TYPE, event.type().typeName(),
                CloudEventHeaders.SUBJECT, event.aggregateId(),
                CloudEventHeaders.TIME, Instant.now().toString(),
                CloudEventHeaders.AGGREGATE_VERSION, Long.toString(aggregateVersion));
    }

    private static Event read(ConsumerRecord<String, byte[]> message, EventType type) {
        try {
            return EventJson.read(message.value(), type.eventClass());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static Properties settings() {
        Properties settings = new Properties();
        settings.putAll(Running.get().kafkaClient(KafkaUsers.TOOLS));
        settings.put("acks", "all");
        settings.put("enable.idempotence", "true");
        return settings;
    }

    /** One producer for all tests, created on the first send. */
    private static final class Producer {

        static final KafkaProducer<String, byte[]> SHARED =
                new KafkaProducer<>(settings(), new StringSerializer(), new ByteArraySerializer());
    }
}
