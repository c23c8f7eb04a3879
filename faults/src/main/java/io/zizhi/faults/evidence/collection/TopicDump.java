package io.zizhi.faults.evidence.collection;

import io.zizhi.contracts.Topics;
import io.zizhi.faults.evidence.TopicRecord;
import io.zizhi.local.layout.Service;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads all topics and dead letters completely, directly from the broker. */
final class TopicDump {

    private static final Duration POLL = Duration.ofSeconds(1);
    private static final int SILENT_POLLS = 120;

    private TopicDump() {}

    /** @param client the settings of a client that may read every topic */
    static List<TopicRecord> of(Map<String, String> client) {
        Properties settings = new Properties();
        settings.putAll(client);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = topics().flatMap(topic -> consumer.partitionsFor(topic).stream())
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            return readUntil(consumer, consumer.endOffsets(partitions));
        }
    }

    static Stream<String> topics() {
        return Stream.concat(
                Topics.ALL.stream(),
                Topics.ALL.stream()
                        .flatMap(
                                topic -> Service.modules().stream().map(service -> Topics.deadLetter(topic, service))));
    }

    private static List<TopicRecord> readUntil(KafkaConsumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
        List<TopicRecord> records = new ArrayList<>();
        for (int silent = 0; silent < SILENT_POLLS && !isAt(consumer, ends); ) {
            var batch = consumer.poll(POLL);
            silent = batch.isEmpty() ? silent + 1 : 0;
            batch.forEach(record -> records.add(record(record)));
        }
        if (!isAt(consumer, ends)) {
            throw new IllegalStateException("The topics could not be read completely");
        }
        return records;
    }

    private static boolean isAt(KafkaConsumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    private static TopicRecord record(ConsumerRecord<byte[], byte[]> record) {
        Map<String, String> headers = new HashMap<>();
        for (Header header : record.headers()) {
            headers.put(header.key(), TopicRecord.text(header.value()));
        }
        return new TopicRecord(
                record.topic(),
                record.partition(),
                record.offset(),
                record.key() == null ? null : TopicRecord.text(record.key()),
                headers,
                TopicRecord.text(record.value()));
    }
}
