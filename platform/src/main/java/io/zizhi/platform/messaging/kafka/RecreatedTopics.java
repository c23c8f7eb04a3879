package io.zizhi.platform.messaging.kafka;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import io.vertx.core.Vertx;
import io.zizhi.platform.database.NativeQuery;
import io.zizhi.platform.runtime.blocking.CallersContext;
import io.zizhi.platform.runtime.blocking.RepeatingWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Reads a topic from its beginning after it was deleted and created again. Kafka stores positions by the name of the topic.
 * A consumer therefore continues in the new topic at its position in the old one, and a commit that it repeats until the topic
 * exists again sets that position. It would skip the events before it. The inbox drops the events that it already has.
 *
 * <p>The events that were only in the old topic are lost, so a reconciliation becomes due.
 */
@ApplicationScoped
@Identifier(RecreatedTopics.NAME)
class RecreatedTopics implements KafkaConsumerRebalanceListener {

    /** The connector's setting {@code consumer-rebalance-listener.name}. */
    static final String NAME = "recreated-topics";

    private static final Logger LOG = Logger.getLogger(RecreatedTopics.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

    /** A rebalance waits for the commit, and a member that does not take part in it for ten seconds loses its partitions. */
    private static final Duration COMMIT = Duration.ofSeconds(5);

    /** Stores the first id of a topic; returns the stored id. */
    private static final String FIND = """
            insert into consumed_topic as known (topic, topic_id) values (:topic, :id)
            on conflict (topic) do update set topic_id = known.topic_id returning topic_id
            """;

    private static final String REPLACE = """
            with replaced as (
                update consumed_topic set topic_id = :id, seen_at = clock_timestamp()
                where topic = :topic and topic_id <> :id returning topic)
            update reconciliation_schedule set next_at = clock_timestamp() where exists (select from replaced)
            """;

    private final KafkaClientService clients;
    private final Config config;
    private final RepeatingWork work;

    /** The id, by topic, to which this replica's positions belong. */
    private final Map<String, String> read = new ConcurrentHashMap<>();

    /** The id, by topic, in the database. Another replica may have replaced it since. */
    private final Map<String, String> stored = new ConcurrentHashMap<>();

    /** Topics with a new id, until the consumer starts at their beginning. */
    private final Map<String, TopicDescription> recreated = new ConcurrentHashMap<>();

    private volatile @Nullable Admin admin;

    RecreatedTopics(Vertx vertx, KafkaClientService clients, Config config) {
        this.clients = clients;
        this.config = config;
        this.work = new RepeatingWork(vertx, "Look for recreated topics", BETWEEN_LOOKS, this::look);
    }

    void start(@Observes StartupEvent event) {
        work.start();
    }

    void stop(@Observes ShutdownEvent event) {
        work.stop();
        Admin open = admin;
        if (open != null) {
            open.close(Duration.ZERO);
        }
    }

    Uni<Boolean> look() {
        return Multi.createFrom()
                .iterable(clients.getConsumerChannels())
                .onItem()
                .transformToUniAndConcatenate(this::look)
                .collect()
                .asList()
                .replaceWith(false);
    }

    private Uni<Void> look(String channel) {
        return describe(channel)
                .chain(found -> found.map(topic -> compare(channel, topic))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    /** Returns empty while the topic does not exist or the broker does not answer. */
    private Uni<Optional<TopicDescription>> describe(String channel) {
        String topic = config.getValue("mp.messaging.incoming." + channel + ".topic", String.class);
        return CallersContext.resume(Uni.createFrom()
                        .completionStage(() -> Objects.requireNonNull(admin(channel)
                                        .describeTopics(List.of(topic))
                                        .topicNameValues()
                                        .get(topic))
                                .toCompletionStage()))
                .map(Optional::of)
                .onFailure(KafkaException.class)
                .recoverWithItem(Optional.empty());
    }

    private Uni<Void> compare(String channel, TopicDescription topic) {
        String name = topic.name();
        String id = topic.topicId().toString();
        if (!stored.containsKey(name)) {
            return find(name, id)
                    .invoke(before -> {
                        read.put(name, before);
                        stored.put(name, before);
                    })
                    .chain(() -> compare(channel, topic));
        }
        if (!id.equals(read.get(name))) {
            return startOver(channel, topic);
        }
        return id.equals(stored.get(name))
                ? Uni.createFrom().voidItem()
                : replace(name, id).invoke(() -> stored.put(name, id));
    }

    private static Uni<String> find(String topic, String id) {
        return Panache.withTransaction(() -> new NativeQuery(FIND)
                .with("topic", topic)
                .with("id", id)
                .first()
                .map(row -> row.orElseThrow().text("topic_id")));
    }

    private static Uni<Void> replace(String topic, String id) {
        return Panache.withTransaction(() -> new NativeQuery(REPLACE)
                .with("topic", topic)
                .with("id", id)
                .execute()
                .replaceWithVoid());
    }

    /** Makes the group assign its partitions again, unless it does already. No commit from before is accepted after that. */
    private Uni<Void> startOver(String channel, TopicDescription topic) {
        TopicDescription asked = recreated.put(topic.name(), topic);
        if (asked != null && asked.topicId().equals(topic.topicId())) {
            return Uni.createFrom().voidItem();
        }
        LOG.warnf("Topic %s was deleted and created again: reading it from its beginning", topic.name());
        return CallersContext.resume(
                Objects.requireNonNull(clients.getConsumer(channel)).runOnPollingThread(client -> {
                    client.enforceRebalance("a topic was deleted and created again");
                }));
    }

    /** Sets the positions of all partitions, because the other members may be gone by the time they find out. */
    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        for (TopicDescription topic : recreated.values()) {
            if (consumer.subscription().contains(topic.name())) {
                startAtBeginning(consumer, topic);
            }
        }
    }

    private void startAtBeginning(Consumer<?, ?> consumer, TopicDescription topic) {
        Map<TopicPartition, OffsetAndMetadata> beginning = topic.partitions().stream()
                .collect(Collectors.toMap(
                        partition -> new TopicPartition(topic.name(), partition.partition()),
                        partition -> new OffsetAndMetadata(0)));
        try {
            consumer.commitSync(beginning, COMMIT);
            beginning.keySet().retainAll(consumer.assignment());
            consumer.seekToBeginning(beginning.keySet());
            read.put(topic.name(), topic.topicId().toString());
        } catch (KafkaException failure) {
            LOG.warnf("The positions in %s could not be reset, trying again: %s", topic.name(), failure);
        } finally {
            recreated.remove(topic.name(), topic);
        }
    }

    /** Creates the client on first use: it needs the addresses and the login of a consumer. */
    private Admin admin(String channel) {
        Admin open = admin;
        if (open == null) {
            Map<String, Object> settings = new HashMap<>(
                    Objects.requireNonNull(clients.getConsumer(channel)).configuration());
            settings.keySet().retainAll(AdminClientConfig.configNames());
            settings.put(AdminClientConfig.CLIENT_ID_CONFIG, NAME);
            settings.put(
                    AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                    settings.get(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG));
            open = Admin.create(settings);
            admin = open;
        }
        return open;
    }
}
