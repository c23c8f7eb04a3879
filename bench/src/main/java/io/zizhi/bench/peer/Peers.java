package io.zizhi.bench.peer;

import io.zizhi.contracts.EventType;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Plain Kafka clients with the services' durability settings, for comparison. */
public final class Peers {

    private Peers() {}

    public static KafkaProducer<String, byte[]> producer(Map<String, String> client) {
        Properties settings = new Properties();
        settings.putAll(client);
        settings.put("acks", "all");
        settings.put("enable.idempotence", "true");
        return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    /** Sends without waiting. A rejected record ends the measurement. */
    public static void send(KafkaProducer<String, byte[]> producer, ProducerRecord<String, byte[]> message) {
        Future<RecordMetadata> unused = producer.send(message, (sent, failure) -> {
            if (failure != null) {
                failure.printStackTrace();
                Runtime.getRuntime().halt(1);
            }
        });
    }

    public static KafkaConsumer<String, byte[]> consumer(Map<String, String> client, String group) {
        Properties settings = new Properties();
        settings.putAll(client);
        settings.put("group.id", group);
        settings.put("enable.auto.commit", "false");
        settings.put("auto.offset.reset", "earliest");
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }

    /** Returns a record as long as the record of an event, headers included. */
    public static ProducerRecord<String, byte[]> message(EventType type, String key, String json) {
        ProducerRecord<String, byte[]> message =
                new ProducerRecord<>(type.topic(), key, json.getBytes(StandardCharsets.UTF_8));
        Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", UUID.randomUUID().toString(),
                        "ce_source", "/zizhi/review-service",
                        "ce_type", type.typeName(),
                        "ce_subject", key,
                        "ce_time", "2026-11-25T02:00:00.123456Z",
                        "ce_aggregateversion", "1",
                        "content-type", "application/json")
                .forEach((name, text) -> message.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        return message;
    }
}
