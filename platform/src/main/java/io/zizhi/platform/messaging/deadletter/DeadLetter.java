package io.zizhi.platform.messaging.deadletter;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;

/**
 * A record that could not be read, as it came. It may hold anything, also personal data: whoever shows it masks it.
 *
 * @param timestamp milliseconds that the broker gave it, or -1
 * @param key bytes of the key; null where it had none
 * @param content bytes of the value; null where it had none
 * @param reason why it could not be read at the last try; never quotes the content
 * @param retries how often it was read again
 */
@SuppressWarnings("ArrayRecordComponent") // Bytes as the broker gave them; never compared.
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

    /** The record as it once came from the broker. */
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
