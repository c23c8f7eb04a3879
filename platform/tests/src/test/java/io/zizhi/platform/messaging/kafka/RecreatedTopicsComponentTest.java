package io.zizhi.platform.messaging.kafka;

import static io.zizhi.platform.testkit.Waits.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.vertx.core.Vertx;
import io.zizhi.contracts.Event;
import io.zizhi.contracts.Topics;
import io.zizhi.platform.messaging.outbox.EventJson;
import io.zizhi.platform.sample.Samples;
import io.zizhi.platform.sample.TallyRepository;
import io.zizhi.platform.testkit.EventBus;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.platform.testkit.Reactive;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** Tests that a consumer skips nothing in a topic that was deleted and created again. */
@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
class RecreatedTopicsComponentTest {

    private static final String CHANNEL = "account-events";
    private static final TopicPartition PARTITION = new TopicPartition(Topics.ACCOUNT, 0);

    @Inject
    KafkaClientService clients;

    @Inject
    Vertx vertx;

    @Inject
    TallyRepository tallies;

    @Test
    void running_consumer_reads_new_topic_from_its_beginning() throws Exception {
        awaitApplied(publish(3));
        try (Admin admin = admin()) {
            admin.alterConsumerGroupOffsets("stopped", Map.of(PARTITION, new OffsetAndMetadata(2)))
                    .all()
                    .get();
            // The consumer fetches nothing until the new topic is longer than the old one was.
            onConsumer(client -> {
                client.pause(client.assignment());
                return true;
            });
            recreate(admin);
            List<Long> fresh = publish(10);
            onConsumer(client -> {
                client.resume(client.assignment());
                return true;
            });

            awaitApplied(fresh);
            await().until(() -> reconciliationIsDue());
            // The broker drops the positions of a group without members itself.
            assertThat(admin.listConsumerGroupOffsets("stopped")
                            .partitionsToOffsetAndMetadata()
                            .get())
                    .isEmpty();
        }
    }

    /** A position of the old topic can reach the new one just before the process ends. */
    @Test
    void started_consumer_resets_positions_of_the_old_topic() {
        awaitApplied(publish(2));
        String id = topicId();
        setTopicId("of the old topic");
        var started = new RecreatedTopics(vertx, clients, ConfigProvider.getConfig());
        Reactive.run(started::look);

        // The group may be between two assignments, because the look has asked for a new one.
        await().until(() ->
                onConsumer(client -> client.assignment().contains(PARTITION) && startsAtBeginning(started, client)));

        Reactive.run(started::look);
        assertThat(topicId()).isEqualTo(id);
        assertThat(reconciliationIsDue()).isTrue();
    }

    private static boolean startsAtBeginning(RecreatedTopics started, Consumer<Object, Object> client) {
        started.onPartitionsAssigned(client, client.assignment());
        long committed = Objects.requireNonNull(
                        client.committed(Set.of(PARTITION)).get(PARTITION))
                .offset();
        return committed == 0 && client.position(PARTITION) == 0;
    }

    private <T> T onConsumer(Function<Consumer<Object, Object>, T> action) {
        return clients.<Object, Object>getConsumer(CHANNEL)
                .runOnPollingThread(action)
                .await()
                .indefinitely();
    }

    private Admin admin() {
        Map<String, Object> settings =
                new HashMap<>(clients.getConsumer(CHANNEL).configuration());
        settings.keySet().retainAll(AdminClientConfig.configNames());
        return Admin.create(settings);
    }

    private static void recreate(Admin admin) throws Exception {
        admin.deleteTopics(List.of(Topics.ACCOUNT)).all().get();
        await().ignoreExceptionsInstanceOf(ExecutionException.class).until(() -> {
            admin.createTopics(List.of(new NewTopic(Topics.ACCOUNT, Optional.of(Topics.PARTITIONS), Optional.empty())))
                    .all()
                    .get();
            return true;
        });
    }

    /** Publishes events of new aggregates to the partition and returns their ids. */
    private static List<Long> publish(int count) {
        List<Long> ids = Stream.generate(Samples::newId).limit(count).toList();
        ids.forEach(id -> {
            Event event = Samples.submitted(id, 1);
            ProducerRecord<String, byte[]> record = new ProducerRecord<>(
                    PARTITION.topic(),
                    PARTITION.partition(),
                    event.aggregateId(),
                    EventJson.write(event).getBytes(StandardCharsets.UTF_8));
            EventBus.headers(event, 1, UUID.randomUUID())
                    .forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
            EventBus.send(record);
        });
        return ids;
    }

    private void awaitApplied(List<Long> ids) {
        ids.forEach(id -> await().untilAsserted(() -> assertThat(Reactive.inTransaction(() -> tallies.findById(id)))
                .as("aggregate %s", id)
                .isNotNull()));
    }

    private static String topicId() {
        return Reactive.inTransaction(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select topic_id from consumed_topic where topic = '" + Topics.ACCOUNT + "'",
                                String.class)
                        .getSingleResult()));
    }

    private static void setTopicId(String id) {
        update("update consumed_topic set topic_id = '" + id + "' where topic = '" + Topics.ACCOUNT + "'");
    }

    /** Postpones it again, so that it does not run during other tests. */
    private static boolean reconciliationIsDue() {
        return update("update reconciliation_schedule set next_at = clock_timestamp() + interval '1 day'"
                        + " where next_at <= clock_timestamp()")
                == 1;
    }

    private static int update(String sql) {
        return Reactive.inTransaction(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(sql).executeUpdate()));
    }
}
