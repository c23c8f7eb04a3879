package io.zizhi.faults.suite;

import io.zizhi.e2e.Streams;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Measures how far the services lag behind the topics that they consume. */
public final class ConsumerLag {

    private static final int ADMIN_SECONDS = 10;

    private final Admin admin;

    public ConsumerLag(Admin admin) {
        this.admin = admin;
    }

    /** Returns whether each consumer of {@code topic} reaches the topic's current end within {@code patience}. */
    public boolean endsWithin(String topic, Duration patience, Duration look)
            throws ExecutionException, InterruptedException, TimeoutException {
        Map<TopicPartition, Long> ends = ends(topic);
        long last = System.nanoTime() + patience.toNanos();
        for (String service : Streams.consumersOf(topic)) {
            while (behind(service, ends) > 0) {
                if (System.nanoTime() > last) {
                    return false;
                }
                LockSupport.parkNanos(look.toNanos());
            }
        }
        return true;
    }

    /** Returns the number of records of {@code topic} that the service has not consumed. */
    public long of(String service, String topic) throws ExecutionException, InterruptedException, TimeoutException {
        return behind(service, ends(topic));
    }

    private Map<TopicPartition, Long> ends(String topic)
            throws ExecutionException, InterruptedException, TimeoutException {
        int partitions = admin.describeTopics(List.of(topic))
                .allTopicNames()
                .get(ADMIN_SECONDS, TimeUnit.SECONDS)
                .values()
                .iterator()
                .next()
                .partitions()
                .size();
        Map<TopicPartition, OffsetSpec> all = IntStream.range(0, partitions)
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
        return admin.listOffsets(all).all().get(ADMIN_SECONDS, TimeUnit.SECONDS).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, end -> end.getValue().offset()));
    }

    private long behind(String service, Map<TopicPartition, Long> ends)
            throws ExecutionException, InterruptedException, TimeoutException {
        Map<TopicPartition, OffsetAndMetadata> read = admin.listConsumerGroupOffsets(service)
                .partitionsToOffsetAndMetadata()
                .get(ADMIN_SECONDS, TimeUnit.SECONDS);
        return ends.entrySet().stream()
                .mapToLong(end -> Math.max(0, end.getValue() - offset(read.get(end.getKey()))))
                .sum();
    }

    /** Returns the committed offset, or 0 (the beginning) if none was committed. */
    private static long offset(@Nullable OffsetAndMetadata read) {
        return read == null ? 0 : read.offset();
    }
}
