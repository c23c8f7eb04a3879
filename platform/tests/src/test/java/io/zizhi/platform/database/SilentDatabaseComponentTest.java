package io.zizhi.platform.database;

import static io.zizhi.platform.testkit.Waits.await;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.sqlclient.ClosedConnectionException;
import io.zizhi.contracts.Topics;
import io.zizhi.local.server.kafka.KafkaUsers;
import io.zizhi.local.suite.Infrastructure;
import io.zizhi.platform.messaging.kafka.AbleMembersAssignor;
import io.zizhi.platform.sample.Samples;
import io.zizhi.platform.sample.TallyRepository;
import io.zizhi.platform.testkit.EventBus;
import io.zizhi.platform.testkit.Reactive;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Tests a replica whose link to the database goes dead. A plain consumer in the same group stands in for the other
 * replica. It needs a start of its own, with short time-outs in real time. By day, fault F18 of the brief campaign cuts
 * packaged services off.
 */
@QuarkusTest
@Tag("long")
@WithTestResource(DatabaseBehindLink.class)
class SilentDatabaseComponentTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Set by {@link DatabaseBehindLink}: false makes the link go dead, true restores it. */
    Consumer<Boolean> databaseLink = alive -> {};

    @Inject
    TallyRepository tallies;

    @Inject
    Pool pool;

    @TestHTTPResource(value = "/", management = true)
    @Nullable
    URI management;

    @AfterEach
    void bring_link_back() {
        databaseLink.accept(true);
        await().atMost(PATIENCE).until(() -> status("ready") == 200);
    }

    @Test
    void replica_gives_up_partitions_and_rejoins_later() {
        try (KafkaConsumer<byte[], byte[]> other = otherReplica()) {
            other.subscribe(List.of(Topics.QUALIFICATION));
            int partitions = other.partitionsFor(Topics.QUALIFICATION).size();
            await().atMost(PATIENCE).until(() -> assigned(other) == partitions / 2);
            await().atMost(PATIENCE).until(() -> status("ready") == 200);

            databaseLink.accept(false);
            await().atMost(PATIENCE).until(() -> assigned(other) == partitions);
            assertThat(status("ready")).isEqualTo(503);
            assertThat(status("live")).isEqualTo(200);

            databaseLink.accept(true);
            await().atMost(PATIENCE).until(() -> assigned(other) == partitions / 2);
        }
        long id = Samples.newId();
        EventBus.publish(Samples.submitted(id, 1), 1);
        await().atMost(PATIENCE).until(() -> Reactive.inTransaction(() -> tallies.findById(id)) != null);
    }

    @Test
    void statement_fails_when_its_session_goes_silent() {
        SqlConnection session = pool.getConnectionAndAwait();
        databaseLink.accept(false);
        assertThatThrownBy(() -> session.query("select 1").execute().await().atMost(PATIENCE))
                .isInstanceOf(ClosedConnectionException.class);
    }

    private static int assigned(KafkaConsumer<?, ?> consumer) {
        consumer.poll(Duration.ofMillis(50));
        return consumer.assignment().size();
    }

    private int status(String check) {
        int port = requireNonNull(management).getPort();
        return RestAssured.get("http://127.0.0.1:" + port + "/q/health/" + check)
                .statusCode();
    }

    private static KafkaConsumer<byte[], byte[]> otherReplica() {
        Map<String, Object> settings = new HashMap<>(
                Infrastructure.startForTests(Set.of(Infrastructure.Part.KAFKA)).kafkaClient(KafkaUsers.TOOLS));
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, "platform");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, List.of(AbleMembersAssignor.class));
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
