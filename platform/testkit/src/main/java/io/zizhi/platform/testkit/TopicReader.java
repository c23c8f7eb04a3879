package io.zizhi.platform.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Reads one topic from its first record. It keeps its consumer and the records already read, so later calls wait only
 * for new records.
 */
final class TopicReader {

    private static final Duration POLL = Duration.ofMillis(50);
    private static final Map<String, TopicReader> READERS = new ConcurrentHashMap<>();

    private final KafkaConsumer<String, byte[]> consumer;
    private final Collection<TopicPartition> partitions;
    private final List<ConsumerRecord<String, byte[]>> read = new ArrayList<>();

    private TopicReader(String topic) {
        consumer = new KafkaConsumer<>(EventBus.settings(), new StringDeserializer(), new ByteArrayDeserializer());
        partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    static TopicReader of(String topic) {
        return READERS.computeIfAbsent(topic, TopicReader::new);
    }

    /** Returns all records that are on the topic now, in order within each partition. */
    synchronized List<ConsumerRecord<String, byte[]>> all() {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(POLL).forEach(read::add);
        }
        return List.copyOf(read);
    }

    /** Returns as soon as another record arrives, or after {@link #POLL} without one. */
    synchronized void awaitNext() {
        consumer.poll(POLL).forEach(read::add);
    }
}
