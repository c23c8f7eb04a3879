package io.zizhi.e2e;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;

/** A topic of one test. It has one partition and a consumer group of the same name. */
final class ExampleTopic implements AutoCloseable {

    private final String name = "example-" + UUID.randomUUID();
    private final Admin admin;
    private final Producer<String, String> producer;

    /** @param client settings of a client that may create topics */
    ExampleTopic(Map<String, String> client) {
        admin = Admin.create(Map.copyOf(client));
        producer = new KafkaProducer<>(Map.copyOf(client), new StringSerializer(), new StringSerializer());
        join(admin.createTopics(List.of(new NewTopic(name, 1, (short) 1))).all());
    }

    String name() {
        return name;
    }

    /** Publishes an event of type {@code example}. The same aggregate and version get the same event id. */
    void send(String aggregate, long version) throws ExecutionException, InterruptedException {
        ProducerRecord<String, String> event = new ProducerRecord<>(name, aggregate, "{}");
        Map.of("ce_id", aggregate + "-" + version, "ce_type", "example", "ce_aggregateversion", Long.toString(version))
                .forEach((header, text) -> event.headers().add(header, text.getBytes(StandardCharsets.UTF_8)));
        producer.send(event).get();
    }

    /** Returns the number of records that the group has committed; empty before its first commit. */
    Optional<Long> committed() {
        Map<TopicPartition, OffsetAndMetadata> offsets =
                join(admin.listConsumerGroupOffsets(name).partitionsToOffsetAndMetadata());
        return Optional.ofNullable(offsets.get(new TopicPartition(name, 0))).map(OffsetAndMetadata::offset);
    }

    /** Removes the group's members. Otherwise, a killed one keeps the partition until its session ends. */
    void removeMembers() {
        join(admin.removeMembersFromConsumerGroup(name, new RemoveMembersFromConsumerGroupOptions())
                .all());
    }

    private static <T> T join(KafkaFuture<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }

    @Override
    public void close() {
        producer.close();
        admin.close();
    }
}
