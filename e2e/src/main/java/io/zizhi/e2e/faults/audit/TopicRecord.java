package io.zizhi.e2e.faults.audit;

import io.zizhi.e2e.faults.nemesis.Poison;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A record as the broker keeps it.
 *
 * @param key null where it has none
 * @param headers the last value of each, as text
 * @param value as text; bytes that are none are replaced
 */
public record TopicRecord(
        String topic, int partition, long offset, @Nullable String key, Map<String, String> headers, String value) {

    private static final String DEAD_LETTER = ".dead-letter";

    /** Copies the headers. */
    public TopicRecord {
        headers = Map.copyOf(headers);
    }

    static String text(byte @Nullable [] bytes) {
        return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
    }

    /** The header; empty where there is none. */
    public String header(String name) {
        return headers.getOrDefault(name, "");
    }

    /** Put there on purpose, or what became of that. */
    public boolean isPoison() {
        return headers.containsKey(Poison.HEADER);
    }

    public boolean isDeadLetter() {
        return topic.endsWith(DEAD_LETTER);
    }

    /** Topic, partition, offset, type and id: enough to find it. */
    @Override
    public String toString() {
        return topic + "-" + partition + "@" + offset + " key=" + key + " " + header("ce_type") + " version="
                + header("ce_aggregateversion") + " id=" + header("ce_id");
    }
}
