package io.zizhi.platform.messaging.deadletter;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;

/**
 * An unreadable record, exactly as received. It may contain anything, including personal data, so every view must mask
 * it.
 *
 * @param timestamp the broker's timestamp in milliseconds, or -1
 * @param key bytes of the key; null if the record had none
 * @param content bytes of the value; null if the record had none
 * @param reason why the last attempt to read it failed; never quotes the content
 * @param retries number of further attempts to read it
 */
@SuppressWarnings("ArrayRecordComponent") // Bytes as received from the broker; never compared.
public record DeadLetter(
        long id,
        String topic,
        int partition,
        long offset,
        long timestamp,
        byte @Nullable [] key,
        RecordHeaders headers,
        byte @Nullable [] content,
        String reason,
        DeadLetterState state,
        int retries,
        Instant arrivedAt,
        @Nullable Instant closedAt) {

    /** Returns the record as originally received from the broker. */
    public ConsumerRecord<String, byte[]> asRecord() {
        return new ConsumerRecord<>(
                topic,
                partition,
                offset,
                timestamp,
                TimestampType.CREATE_TIME,
                ConsumerRecord.NULL_SIZE,
                ConsumerRecord.NULL_SIZE,
                keyText(),
                content,
                headers,
                java.util.Optional.empty());
    }

    public @Nullable String keyText() {
        return key == null ? null : new String(key, StandardCharsets.UTF_8);
    }
}
