package io.zizhi.faults.nemesis.data;

import io.zizhi.contracts.EventType;
import io.zizhi.contracts.Topics;
import io.zizhi.faults.suite.Fault;
import io.zizhi.faults.suite.FaultySuite;
import io.zizhi.faults.suite.Poison;
import io.zizhi.faults.suite.Poison.Fate;
import io.zizhi.faults.suite.Records;
import io.zizhi.local.server.kafka.KafkaUsers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * F15: records that no service can have sent appear in the topics that services consume. Each has its own key and the
 * header {@link Poison#HEADER}, so that the audit can follow it.
 */
public final class PoisonTopics implements Fault {

    private static final Map<String, String> TYPES = Map.of(
            Topics.QUALIFICATION, EventType.QUALIFICATION_SUBMITTED.typeName(),
            Topics.REVIEW, EventType.REVIEW_DECIDED.typeName());

    /** Size of a large record in bytes. Kafka accepts at most 1 MiB, including all headers. */
    private static final int LARGE = 1_000_000;

    private static final int SMALL = 200;

    @Override
    public String name() {
        return "F15-poison";
    }

    @Override
    public String strike(FaultySuite suite, RandomGenerator random) {
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
        for (String topic : List.of(Topics.QUALIFICATION, Topics.REVIEW)) {
            for (Kind kind : Kind.values()) {
                records.add(record(suite, topic, kind, random));
            }
        }
        new Records(suite.suite().infrastructure().kafkaClient(KafkaUsers.TOOLS)).write(records);
        return records.size() + " poison records, " + Kind.values().length + " kinds for each of two topics";
    }

    private enum Kind {
        RANDOM_BYTES(Fate.DEAD_LETTER),
        WRONG_FORM(Fate.DEAD_LETTER),
        MISSING_HEADER(Fate.DEAD_LETTER),
        NO_VALUE(Fate.DEAD_LETTER),
        LARGE_RECORD(Fate.DEAD_LETTER),
        UNKNOWN_TYPE(Fate.PASSED_OVER),
        FUTURE_VERSION(Fate.PASSED_OVER);

        private final Fate fate;

        Kind(Fate fate) {
            this.fate = fate;
        }
    }

    private static ProducerRecord<byte[], byte[]> record(
            FaultySuite suite, String topic, Kind kind, RandomGenerator random) {
        String id = new UUID(random.nextLong(), random.nextLong()).toString();
        String key = "poison-" + id;
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(topic, null, bytes(key), value(kind, random), List.of());
        record.headers().add(Poison.HEADER, bytes(id));
        headers(topic, kind, key, id).forEach((name, text) -> record.headers().add(name, bytes(text)));
        suite.remember(new Poison(id, topic, key, kind.name(), kind.fate));
        return record;
    }

    private static byte @Nullable [] value(Kind kind, RandomGenerator random) {
        return switch (kind) {
            case RANDOM_BYTES, WRONG_FORM -> random(SMALL, random);
            case LARGE_RECORD -> random(LARGE, random);
            case NO_VALUE -> null;
            case MISSING_HEADER, UNKNOWN_TYPE, FUTURE_VERSION -> bytes("{\"poison\":true}");
        };
    }

    private static Map<String, String> headers(String topic, Kind kind, String key, String id) {
        Map<String, String> headers = new LinkedHashMap<>();
        if (kind == Kind.RANDOM_BYTES) {
            return headers;
        }
        String known = TYPES.getOrDefault(topic, "");
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", id);
        headers.put("ce_source", "/zizhi/nobody");
        headers.put(
                "ce_type",
                switch (kind) {
                    case UNKNOWN_TYPE -> topic + ".unheard-of";
                    case FUTURE_VERSION -> known.replace(".v1", ".v2");
                    default -> known;
                });
        headers.put("ce_subject", key);
        headers.put("ce_time", "2026-01-01T00:00:00Z");
        if (kind != Kind.MISSING_HEADER) {
            headers.put("ce_aggregateversion", "1");
        }
        return headers;
    }

    private static byte[] random(int length, RandomGenerator random) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
