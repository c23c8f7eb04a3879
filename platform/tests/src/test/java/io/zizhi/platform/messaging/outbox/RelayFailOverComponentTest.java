package io.zizhi.platform.messaging.outbox;

import static io.zizhi.platform.testkit.Waits.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.vertx.mutiny.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.zizhi.platform.runtime.failpoint.FailPoints;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.platform.testkit.Reactive;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.metrics.Gauge;
import org.apache.kafka.common.metrics.KafkaMetric;
import org.apache.kafka.common.metrics.MetricConfig;
import org.apache.kafka.common.utils.Time;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Tests two replicas of the relay when the active one fails. */
@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
class RelayFailOverComponentTest {

    private static final Duration PROMISED = Duration.ofSeconds(10);
    private static final int TRIES = 20;

    @Inject
    AgroalDataSource database;

    @Inject
    EventPublisher publisher;

    @Inject
    BrokerContact contact;

    @Inject
    KafkaClientService clients;

    @Inject
    FailPoints failPoints;

    @Inject
    Vertx vertx;

    @ConfigProperty(name = "quarkus.datasource.reactive.url")
    String url;

    @ConfigProperty(name = "quarkus.datasource.username")
    String user;

    @ConfigProperty(name = "quarkus.datasource.password")
    String password;

    @Test
    void successor_sends_after_the_term_of_a_hanging_holder() {
        try (RelayReplicas hung = replicas();
                RelayReplicas cutOff = replicas()) {
            hung.first().hangWithNextEvent();
            cutOff.first().link().goDead();
            long ofHung = hung.append();
            long ofCutOff = cutOff.append();
            hung.first().awaitHanging();
            hung.expireLease();
            cutOff.expireLease();

            await().until(() ->
                    !hung.sentAt(ofHung).isEmpty() && !cutOff.sentAt(ofCutOff).isEmpty());

            returnsAndChangesNothing(hung, ofHung);
        }
    }

    /** The successor tries to take the lease at each renewal, and sends when it has it. */
    @Test
    void term_and_renewal_keep_the_promise() {
        try (RelayReplicas replicas = replicas()) {
            assertThat(replicas.term()).isEqualTo(Long.toString(RelayLease.TERM.toSeconds()));
        }
        assertThat(RelayLease.TERM.plus(RelayLease.RENEWAL)).isLessThan(PROMISED);
    }

    private static void returnsAndChangesNothing(RelayReplicas hung, long sent) {
        String sentAt = hung.sentAt(sent);
        hung.first().goOn();
        long next = hung.append();
        await().until(() -> !hung.sentAt(next).isEmpty());
        await().until(() -> !hung.first().leads() && hung.second().leads());
        assertThat(hung.sentAt(sent)).isEqualTo(sentAt);
    }

    @Test
    void successor_sends_when_only_the_holder_loses_the_broker() {
        try (RelayReplicas replicas = replicas()) {
            replicas.first().loseBroker(BrokerContact.PATIENCE);
            long sequence = replicas.append();
            await().until(() -> !replicas.sentAt(sequence).isEmpty());
            await().until(() -> !replicas.first().leads() && replicas.second().leads());
        }
    }

    @Test
    void lease_stays_while_no_replica_reaches_the_broker() {
        String schema = RelayReplicas.createTables(database);
        AtomicBoolean reaches = new AtomicBoolean();
        RelayLease lease = new RelayLease("holder-" + schema, () -> false);
        RelayConnection holder = connection(lease, schema);
        RelayConnection other = connection(new RelayLease("other-" + schema, reaches::get), schema);
        try {
            for (int renewals = 0; renewals < 5; renewals++) {
                assertThat(Reactive.run(holder::lead)).isTrue();
                assertThat(Reactive.run(other::lead)).isFalse();
            }
            assertThat(lease.epoch()).isEqualTo(1);

            reaches.set(true);
            assertThat(Reactive.run(other::lead)).isTrue();
            assertThat(Reactive.run(holder::lead)).isFalse();

            reaches.set(false);
            assertThat(Reactive.run(other::lead)).isTrue();
            RelayReplicas.execute(
                    database, "update " + schema + ".relay_lease set renewed_at = renewed_at - interval '5 s'");
            assertThat(Reactive.run(holder::lead))
                    .as("after the holder has vanished")
                    .isTrue();
        } finally {
            holder.abandon();
            other.abandon();
            RelayReplicas.dropTables(database, schema);
        }
    }

    @Test
    void broker_counts_as_lost_when_its_metadata_are_old() {
        await().until(contact::isReachable);
        assertThat(clients.getProducer(EventPublisher.CHANNEL).configuration().get("metadata.max.age.ms"))
                .asString()
                .isEqualTo("1000");
        assertThat(BrokerContact.isReachable(metadataOf(4.9))).isTrue();
        assertThat(BrokerContact.isReachable(metadataOf(5))).isFalse();
        assertThat(BrokerContact.isReachable(metadataOf(-1))).isFalse();
        assertThat(BrokerContact.isReachable(Map.of())).isFalse();
    }

    private static Map<MetricName, Metric> metadataOf(double age) {
        MetricName name = new MetricName("metadata-age", "producer-metrics", "", Map.of());
        return Map.of(
                name,
                new KafkaMetric(
                        new Object(), name, (Gauge<Double>) (config, now) -> age, new MetricConfig(), Time.SYSTEM));
    }

    @Test
    void replica_without_broker_stays_ready_and_says_so() {
        HealthCheckResponse response = new BrokerReadiness(contact).call();
        assertThat(response.getStatus()).isEqualTo(HealthCheckResponse.Status.UP);
        assertThat(response.getData())
                .hasValueSatisfying(data -> assertThat(data).containsKey("reachable"));
    }

    @Test
    void successor_need_not_wait_for_the_term_after_an_orderly_stop() {
        try (LoggedDroppedFailures dropped = LoggedDroppedFailures.collect();
                RelayReplicas replicas = replicas()) {
            replicas.extendLease();
            replicas.first().stop();
            long sequence = replicas.append();
            await().until(() -> !replicas.sentAt(sequence).isEmpty());
            assertThat(dropped.seen()).isEmpty();
        }
    }

    @Test
    void holder_with_old_epoch_reads_and_marks_nothing() {
        String schema = RelayReplicas.createTables(database);
        RelayConnection old = connection("old", schema);
        RelayConnection successor = connection("successor", schema);
        try {
            long sequence = RelayReplicas.append(database, schema);
            assertThat(Reactive.run(old::lead)).isTrue();
            RelayReplicas.extendLease(database, schema);
            assertThat(Reactive.run(successor::lead)).isFalse();
            assertThat(Reactive.run(() -> old.nextBatch(10))).hasSize(1);
            RelayReplicas.execute(database, "update " + schema + ".relay_lease set expires_at = clock_timestamp()");
            assertThat(Reactive.run(successor::lead)).isTrue();

            assertThatThrownBy(() -> Reactive.run(() -> old.markSent(List.of(sequence))))
                    .hasMessageContaining("nothing was marked");
            assertThatThrownBy(() -> Reactive.run(() -> old.markFailed(List.of(sequence), "no answer")))
                    .hasMessageContaining("nothing was marked");
            assertThat(Reactive.run(() -> old.nextBatch(10))).isEmpty();
            assertThat(RelayReplicas.read(
                            database,
                            "select attempts || ' ' || count(sent_at) from " + schema + ".outbox group by attempts"))
                    .isEqualTo("0 0");

            assertThat(Reactive.run(() -> successor.nextBatch(10))).hasSize(1);
            Reactive.run(() -> successor.markSent(List.of(sequence)));
        } finally {
            old.abandon();
            successor.abandon();
            RelayReplicas.dropTables(database, schema);
        }
    }

    @Test
    void lease_is_free_after_database_clock_was_set_back() {
        String schema = RelayReplicas.createTables(database);
        RelayConnection vanished = connection("vanished", schema);
        RelayConnection successor = connection("successor", schema);
        try {
            assertThat(Reactive.run(vanished::lead)).isTrue();
            RelayReplicas.execute(database, """
                    update %s.relay_lease set renewed_at = renewed_at + interval '1 hour',
                        expires_at = expires_at + interval '1 hour'
                    """.formatted(schema));
            assertThat(Reactive.run(successor::lead)).isTrue();
        } finally {
            vanished.abandon();
            successor.abandon();
            RelayReplicas.dropTables(database, schema);
        }
    }

    @Test
    void limits_session_of_the_relay() {
        assertThat(options().getProperties())
                .containsKeys(
                        "statement_timeout",
                        "idle_in_transaction_session_timeout",
                        "tcp_keepalives_idle",
                        "tcp_user_timeout");
        assertThat(options().isTcpKeepAlive()).isTrue();
    }

    /** Prints how long the fail-over took. Runs for half a minute, and only with {@code -Drelay.fail-over=measure}. */
    @Test
    @EnabledIfSystemProperty(named = "relay.fail-over", matches = "measure")
    void measures_fail_over() {
        var times = new TreeMap<String, List<Double>>();
        times.put("hung", failOverTimes(RelayReplicas.Replica::hangWithNextEvent));
        times.put("killed", failOverTimes(replica -> replica.link().close()));
        times.put("cut off", failOverTimes(replica -> replica.link().goDead()));
        times.put("without broker", failOverTimes(replica -> replica.loseBroker(Duration.ZERO)));
        times.forEach((fault, seconds) -> System.out.printf(
                "Fail-over, holder %s, %d tries: %.1f to %.1f s, median %.1f s%n",
                fault, TRIES, seconds.getFirst(), seconds.getLast(), seconds.get(TRIES / 2)));
        assertThat(times.values())
                .allSatisfy(seconds -> assertThat(seconds.getLast()).isLessThan((double) PROMISED.toSeconds()));
    }

    /** Returns the times in seconds, shortest first. All trials run in parallel. */
    private List<Double> failOverTimes(Consumer<RelayReplicas.Replica> fault) {
        List<RelayReplicas> all =
                IntStream.range(0, TRIES).mapToObj(each -> replicas()).toList();
        try {
            List<Long> starts = new ArrayList<>();
            List<Long> sequences = new ArrayList<>();
            for (RelayReplicas each : all) {
                fault.accept(each.first());
                starts.add(System.nanoTime());
                sequences.add(each.append());
            }
            Double[] seconds = new Double[TRIES];
            await().atMost(PROMISED.multipliedBy(2)).until(() -> {
                for (int index = 0; index < TRIES; index++) {
                    if (seconds[index] == null
                            && !all.get(index).sentAt(sequences.get(index)).isEmpty()) {
                        seconds[index] = (System.nanoTime() - starts.get(index)) / 1e9;
                    }
                }
                return Arrays.stream(seconds).allMatch(Objects::nonNull);
            });
            return Arrays.stream(seconds).sorted().toList();
        } finally {
            all.forEach(RelayReplicas::close);
        }
    }

    private RelayReplicas replicas() {
        return RelayReplicas.start(database, options(), failPoints, publisher::publish);
    }

    private RelayConnection connection(String holder, String schema) {
        return connection(new RelayLease(holder + "-" + schema, () -> true), schema);
    }

    private RelayConnection connection(RelayLease lease, String schema) {
        return new RelayConnection(vertx, options().addProperty("search_path", schema), lease, () -> {});
    }

    private PgConnectOptions options() {
        return OutboxRelay.options(url, user, password);
    }
}
