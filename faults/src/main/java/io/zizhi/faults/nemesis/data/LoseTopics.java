package io.zizhi.faults.nemesis.data;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zizhi.contracts.Topics;
import io.zizhi.e2e.Api;
import io.zizhi.faults.suite.ConsumerLag;
import io.zizhi.faults.suite.DatabaseSession;
import io.zizhi.faults.suite.Fault;
import io.zizhi.faults.suite.FaultySuite;
import io.zizhi.faults.suite.NothingBrokenException;
import io.zizhi.faults.suite.Operators;
import io.zizhi.faults.suite.Pauses;
import io.zizhi.faults.suite.Victims;
import io.zizhi.local.layout.Service;
import io.zizhi.local.server.kafka.KafkaUsers;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.random.RandomGenerator;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * F24: a topic is lost with all its records and recreated empty. An operator makes the topic's service send every event
 * again, as the runbook says. Poison records cannot be sent again, so the strike first waits until consumers have read
 * the topic to its end.
 */
public final class LoseTopics implements Fault {

    private static final Map<String, Service> PRODUCERS =
            Map.of(Topics.QUALIFICATION, Service.QUALIFICATION, Topics.REVIEW, Service.REVIEW);

    private static final Duration SHORTEST = Duration.ofSeconds(4);
    private static final Duration LONGEST = Duration.ofSeconds(8);
    private static final Duration READ = Duration.ofSeconds(40);
    private static final Duration LOOK = Duration.ofMillis(250);
    private static final Duration KAFKA = Duration.ofSeconds(30);

    /** How long to wait for records that the relay has already sent to the broker. */
    private static final Duration ON_THE_WAY = Duration.ofSeconds(4);

    /** The maximum number of events that an operator can request at once. */
    private static final long AT_ONCE = 10_000;

    @Override
    public String name() {
        return "F24-lost-topic";
    }

    @Override
    public String strike(FaultySuite suite, RandomGenerator random) {
        String topic = Victims.one(List.of(Topics.QUALIFICATION, Topics.REVIEW), random);
        Service producer = PRODUCERS.getOrDefault(topic, Service.REVIEW);
        Duration away = suite.lasting(random, SHORTEST, LONGEST);
        Map<String, String> client = suite.suite().infrastructure().kafkaClient(KafkaUsers.TOOLS);
        try (Admin admin = Admin.create(Map.copyOf(client))) {
            if (!new ConsumerLag(admin).endsWithin(topic, READ, LOOK)) {
                throw new NothingBrokenException("the consumers of " + topic + " did not reach its end");
            }
            admin.deleteTopics(List.of(topic)).all().get(KAFKA.toSeconds(), TimeUnit.SECONDS);
            try {
                Pauses.of(away);
            } finally {
                create(admin, topic);
            }
        } catch (ExecutionException | TimeoutException failure) {
            throw new IllegalStateException("Kafka could not delete " + topic, failure);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
        long events = sendAgain(suite, producer, topic);
        // records on their way at that moment were not yet marked as sent
        Pauses.of(ON_THE_WAY);
        sendAgain(suite, producer, topic);
        return topic + " was lost for " + Pauses.words(away) + ", and its " + events + " events were sent again";
    }

    /** Creates the topic. Its name becomes free only a moment after the deletion. */
    private static void create(Admin admin, String topic)
            throws ExecutionException, InterruptedException, TimeoutException {
        long end = System.nanoTime() + KAFKA.toNanos();
        while (true) {
            try {
                admin.createTopics(List.of(new NewTopic(topic, Optional.of(Topics.PARTITIONS), Optional.empty())))
                        .all()
                        .get(KAFKA.toSeconds(), TimeUnit.SECONDS);
                return;
            } catch (ExecutionException failure) {
                if (!(failure.getCause() instanceof TopicExistsException) || System.nanoTime() > end) {
                    throw failure;
                }
                Pauses.of(LOOK);
            }
        }
    }

    private static long sendAgain(FaultySuite suite, Service producer, String topic) {
        long last;
        try (DatabaseSession session = DatabaseSession.of(suite, producer)) {
            last = session.text("select coalesce(max(sequence), 0) from outbox")
                    .map(Long::parseLong)
                    .orElse(0L);
        }
        Operators operators = new Operators(suite, producer);
        long events = 0;
        for (long from = 1; from <= last; from += AT_ONCE) {
            ObjectNode range = Api.JSON
                    .createObjectNode()
                    .put("topic", topic)
                    .put("fromSequence", from)
                    .put("toSequence", from + AT_ONCE - 1)
                    .put("reason", "The broker lost the topic.");
            URI uri = operators.uri("/outbox-events/resends");
            events +=
                    operators.first(api -> api.post(uri, range)).path("events").asLong();
        }
        return events;
    }
}
