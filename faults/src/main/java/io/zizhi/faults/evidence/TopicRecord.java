package io.zizhi.faults.evidence;

import io.zizhi.faults.suite.Poison;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A record in the broker.
 *
 * @param key key; null if the record has none
 * @param headers the last value of each header, as text
 * @param value as text; invalid bytes are replaced
 */
public record TopicRecord(
        String topic, int partition, long offset, @Nullable String key, Map<String, String> headers, String value) {

    private static final String DEAD_LETTER = ".dead-letter";

    public TopicRecord {
        headers = Map.copyOf(headers);
    }

    public static String text(byte @Nullable [] bytes) {
        return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
    }

    /** Returns the header; empty if it is missing. */
    public String header(String name) {
        return headers.getOrDefault(name, "");
    }

    /** Returns whether the record is poison, or a dead letter of a poison record. */
    public boolean isPoison() {
        return headers.containsKey(Poison.HEADER);
    }

    public boolean isDeadLetter() {
        return topic.endsWith(DEAD_LETTER);
    }

    /** Returns topic, partition, offset, type and id: enough to find the record. */
    @Override
    public String toString() {
        return topic + "-" + partition + "@" + offset + " key=" + key + " " + header("ce_type") + " version="
                + header("ce_aggregateversion") + " id=" + header("ce_id");
    }
}
