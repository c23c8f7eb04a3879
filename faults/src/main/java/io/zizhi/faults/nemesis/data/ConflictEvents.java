package io.zizhi.faults.nemesis.data;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zizhi.contracts.Topics;
import io.zizhi.e2e.Api;
import io.zizhi.e2e.Streams;
import io.zizhi.faults.suite.DatabaseSession;
import io.zizhi.faults.suite.Fault;
import io.zizhi.faults.suite.FaultProxy;
import io.zizhi.faults.suite.FaultySuite;
import io.zizhi.faults.suite.FaultySuite.Server;
import io.zizhi.faults.suite.NothingBrokenException;
import io.zizhi.faults.suite.Operators;
import io.zizhi.faults.suite.Pauses;
import io.zizhi.faults.suite.Poison;
import io.zizhi.faults.suite.Records;
import io.zizhi.faults.suite.Victims;
import io.zizhi.local.layout.Service;
import io.zizhi.local.server.kafka.KafkaUsers;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * F25: events arrive with versions that other events already used, as from a restored producer. Each consumer must park
 * the aggregate. One operator unparks it, and it is parked again; then two operators discard the event. Meanwhile an
 * instance of the consumer is cut off from Kafka or PostgreSQL, so that parking, retry and discard happen under a
 * fault.
 */
public final class ConflictEvents implements Fault {

    private static final int COUNT = 2;
    private static final int PER_PARTITION = 3;
    private static final Duration LOOK = Duration.ofMillis(200);
    private static final Duration CUT_OFF = Duration.ofSeconds(12);

    /** How long to wait, including rebalances and restarts of a consumer. */
    private static final Duration PATIENCE = Duration.ofSeconds(45);

    private static final int CONFLICT = 409;
    private static final int NOT_FOUND = 404;

    @Override
    public String name() {
        return "F25-conflicts";
    }

    @Override
    public String strike(FaultySuite suite, RandomGenerator random) {
        String topic = Victims.one(List.of(Topics.QUALIFICATION, Topics.REVIEW), random);
        List<Poison> conflicts = write(suite, topic, random);
        List<Service> consumers =
                Streams.consumersOf(topic).stream().map(Service::named).toList();
        Service victim = Victims.one(consumers, random);
        FaultProxy link = suite.link(
                Victims.one(suite.instances(victim), random),
                Victims.one(List.of(Server.POSTGRES, Server.KAFKA), random));
        Thread cutOff = Thread.ofVirtual().start(() -> cutOff(link));
        int parked = 0;
        try {
            for (Service consumer : consumers) {
                for (Poison conflict : conflicts) {
                    parked += settle(suite, consumer, conflict) ? 1 : 0;
                }
            }
        } finally {
            link.clear();
            cutOff.interrupt();
        }
        return conflicts.size() + " events of " + topic + " had used versions, parked their aggregates " + parked
                + " times and were discarded, while " + victim.module() + " was disturbed";
    }

    private static void cutOff(FaultProxy link) {
        link.blackhole();
        Pauses.unlessInterrupted(CUT_OFF);
        link.clear();
    }

    private static List<Poison> write(FaultySuite suite, String topic, RandomGenerator random) {
        Records records = new Records(suite.suite().infrastructure().kafkaClient(KafkaUsers.TOOLS));
        Map<String, ConsumerRecord<byte[], byte[]>> newest = new HashMap<>();
        records.last(topic, PER_PARTITION).stream()
                .filter(record -> record.headers().lastHeader(Poison.HEADER) == null)
                .forEach(record -> newest.put(new String(record.key(), StandardCharsets.UTF_8), record));
        if (newest.isEmpty()) {
            throw new NothingBrokenException(topic + " had no record yet");
        }
        List<String> keys = new ArrayList<>(newest.keySet().stream().sorted().toList());
        List<Poison> conflicts = new ArrayList<>();
        List<ProducerRecord<byte[], byte[]>> copies = new ArrayList<>();
        while (conflicts.size() < COUNT && !keys.isEmpty()) {
            String key = keys.remove(random.nextInt(keys.size()));
            String id = new UUID(random.nextLong(), random.nextLong()).toString();
            Poison conflict = new Poison(id, topic, key, "USED_VERSION", Poison.Fate.DISCARDED);
            suite.remember(conflict);
            conflicts.add(conflict);
            copies.add(copy(requireNonNull(newest.get(key)), id));
        }
        records.write(copies);
        return conflicts;
    }

    private static ProducerRecord<byte[], byte[]> copy(ConsumerRecord<byte[], byte[]> record, String id) {
        byte[] newId = id.getBytes(StandardCharsets.UTF_8);
        ProducerRecord<byte[], byte[]> copy = new ProducerRecord<>(
                record.topic(), record.partition(), record.key(), record.value(), record.headers());
        copy.headers().remove("ce_id");
        copy.headers().add("ce_id", newId);
        copy.headers().add(Poison.HEADER, newId);
        return copy;
    }

    /** @return whether the consumer parked the aggregate; if not, the audit reports it */
    private static boolean settle(FaultySuite suite, Service consumer, Poison conflict) {
        try (DatabaseSession session = DatabaseSession.of(suite, consumer)) {
            if (!isParked(session, conflict)) {
                return false;
            }
            Operators operators = new Operators(suite, consumer);
            URI retry = operators.uri("/parked-aggregates/" + conflict.topic() + "/" + conflict.key() + "/retry");
            operators.first(api -> api.post(retry, null), NOT_FOUND, CONFLICT);
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (discardIn(session, conflict, "CARRIED_OUT").isEmpty()) {
                if (System.nanoTime() > end) {
                    throw new IllegalStateException(conflict.key() + " could not be discarded at " + consumer.module());
                }
                isParked(session, conflict);
                discard(session, operators, conflict);
            }
            return true;
        }
    }

    private static boolean isParked(DatabaseSession session, Poison conflict) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        String sql = """
                select parked_event_id from inbox_cursor
                where topic = '%s' and aggregate_id = '%s' and parked_at is not null
                """.formatted(conflict.topic(), conflict.key());
        while (!session.texts(sql).contains(conflict.id())) {
            if (System.nanoTime() > end) {
                return false;
            }
            Pauses.of(LOOK);
        }
        return true;
    }

    private static void discard(DatabaseSession session, Operators operators, Poison conflict) {
        ObjectNode request = Api.JSON
                .createObjectNode()
                .put("kind", "PARKED_EVENT")
                .put("topic", conflict.topic())
                .put("aggregateId", conflict.key())
                .put("eventId", conflict.id())
                .put("reason", "The state here is right.");
        JsonNode asked = operators.first(api -> api.post(operators.uri("/discards"), request), CONFLICT);
        String id = asked.has("id")
                ? asked.path("id").asText()
                // already requested, but the response was lost
                : discardIn(session, conflict, "REQUESTED").orElse("");
        if (!id.isEmpty()) {
            operators.second(api -> api.post(operators.uri("/discards/" + id + "/confirmation"), null), CONFLICT);
        }
    }

    private static Optional<String> discardIn(DatabaseSession session, Poison conflict, String state) {
        return session.text(
                "select id from discard where event_id = '" + conflict.id() + "' and state = '" + state + "'");
    }
}
