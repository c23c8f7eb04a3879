package io.zizhi.platform.messaging.outbox;

import static io.zizhi.platform.testkit.Waits.await;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.VertxOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.zizhi.platform.database.DatabaseContact;
import io.zizhi.platform.runtime.failpoint.FailPoints;
import io.zizhi.platform.sample.Samples;
import io.zizhi.platform.testkit.TcpLink;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Two replicas of a relay over their own tables. Like separate processes, each has its own event loop and its own link
 * to the database. The first one leads.
 */
final class RelayReplicas implements AutoCloseable {

    private final AgroalDataSource database;
    private final String schema;
    private final Replica first;
    private final Replica second;

    private RelayReplicas(AgroalDataSource database, String schema, Replica first, Replica second) {
        this.database = database;
        this.schema = schema;
        this.first = first;
        this.second = second;
    }

    /** @param options options of the database connection; each replica connects through its own link */
    static RelayReplicas start(
            AgroalDataSource database,
            PgConnectOptions options,
            FailPoints failPoints,
            Function<OutboxRow, Uni<Void>> publish) {
        return start(database, options, failPoints, publish, new Settings(500, 100));
    }

    /** Starts replicas with other settings than the defaults. */
    static RelayReplicas start(
            AgroalDataSource database,
            PgConnectOptions options,
            FailPoints failPoints,
            Function<OutboxRow, Uni<Void>> publish,
            OutboxSettings settings) {
        String schema = createTables(database);
        RelayReplicas replicas = new RelayReplicas(
                database,
                schema,
                new Replica("first", schema, options, failPoints, publish, settings),
                new Replica("second", schema, options, failPoints, publish, settings));
        replicas.first.relay.start(new StartupEvent());
        await().until(replicas.first.relay::leads);
        replicas.second.relay.start(new StartupEvent());
        return replicas;
    }

    /** Creates a schema with the tables of a relay and returns its name. */
    static String createTables(AgroalDataSource database) {
        String schema = "relay_" + Samples.newId();
        execute(database, """
                create schema %1$s;
                create table %1$s.outbox (like public.outbox including all);
                create trigger outbox_appended after insert on %1$s.outbox
                    for each statement execute function notify_outbox();
                create table %1$s.relay_lease (like public.relay_lease including all);
                insert into %1$s.relay_lease(epoch, renewed_at, expires_at)
                values (0, clock_timestamp(), clock_timestamp())
                """.formatted(schema));
        return schema;
    }

    static void dropTables(AgroalDataSource database, String schema) {
        execute(database, "drop schema " + schema + " cascade");
    }

    Replica first() {
        return first;
    }

    Replica second() {
        return second;
    }

    /** Commits an event of a new aggregate and returns the sequence of its row. */
    long append() {
        return append(database, schema);
    }

    static long append(AgroalDataSource database, String schema) {
        long id = Samples.newId();
        String json = EventJson.write(Samples.submitted(id, 1));
        return Long.parseLong(read(database, """
                insert into %s.outbox(event_id, topic, aggregate_id, aggregate_version, type, payload, occurred_at)
                values (gen_random_uuid(), 'zizhi.qualification.v1', '%d', 1, 'zizhi.qualification.submitted.v1', '%s',
                    clock_timestamp())
                returning sequence
                """.formatted(schema, id, json)));
    }

    /** Commits the next event of the aggregate in row {@code sequence} and returns the sequence of its row. */
    long appendAfter(long sequence) {
        return Long.parseLong(read(database, """
                insert into %1$s.outbox(event_id, topic, aggregate_id, aggregate_version, type, payload, occurred_at)
                select gen_random_uuid(), topic, aggregate_id, aggregate_version + 1, type, payload, clock_timestamp()
                from %1$s.outbox where sequence = %2$d
                returning sequence
                """.formatted(schema, sequence)));
    }

    /** Ends the holder's term now. */
    void expireLease() {
        execute(database, "update " + schema + ".relay_lease set expires_at = clock_timestamp()");
    }

    /** Extends the holder's term until it renews the lease. */
    void extendLease() {
        extendLease(database, schema);
    }

    static void extendLease(AgroalDataSource database, String schema) {
        execute(database, "update " + schema + ".relay_lease set expires_at = clock_timestamp() + interval '1 hour'");
    }

    /** Returns the term of the lease in seconds. */
    String term() {
        return read(
                database, "select round(extract(epoch from expires_at - renewed_at)) from " + schema + ".relay_lease");
    }

    /** Returns when the row was marked as sent, or an empty string. */
    String sentAt(long sequence) {
        return read(
                database,
                "select coalesce(cast(sent_at as text), '') from " + schema + ".outbox where sequence = " + sequence);
    }

    @Override
    public void close() {
        first.close();
        second.close();
        dropTables(database, schema);
    }

    static String read(AgroalDataSource database, String sql) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    static void execute(AgroalDataSource database, String sql) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    void resendAll() {
        execute(
                database,
                "update " + schema + ".outbox set sent_at = null, resend_requested_at = statement_timestamp()"
                        + " where sent_at is not null");
    }

    record Settings(int batchSize, int resendsPerSecond) implements OutboxSettings {}

    static final class Replica implements AutoCloseable {

        private static final Duration DELIVERY = Duration.ofSeconds(15);

        private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
        private final TcpLink link;
        private final OutboxRelay relay;
        private final CountDownLatch hangs = new CountDownLatch(1);
        private volatile @Nullable CountDownLatch hanging;
        private volatile @Nullable Long lostBroker;

        private Replica(
                String name,
                String schema,
                PgConnectOptions options,
                FailPoints failPoints,
                Function<OutboxRow, Uni<Void>> publish,
                OutboxSettings settings) {
            this.link = TcpLink.to(options.getPort());
            PgConnectOptions own =
                    new PgConnectOptions(options).setPort(link.port()).addProperty("search_path", schema);
            this.relay = new OutboxRelay(
                    vertx,
                    row -> {
                        hang();
                        return lostBroker == null ? publish.apply(row) : unanswered();
                    },
                    this::reachesBroker,
                    failPoints,
                    new DatabaseContact(),
                    own,
                    name + "-" + schema,
                    settings);
        }

        boolean leads() {
            return relay.leads();
        }

        TcpLink link() {
            return link;
        }

        /** Cuts the replica off from the broker, which has not answered since {@code ago}. */
        void loseBroker(Duration ago) {
            lostBroker = System.nanoTime() - ago.toNanos();
        }

        private boolean reachesBroker() {
            Long lost = lostBroker;
            return lost == null || System.nanoTime() - lost < BrokerContact.PATIENCE.toNanos();
        }

        /** Fails as late as the producer does ({@code delivery.timeout.ms}). */
        private static Uni<Void> unanswered() {
            return Uni.createFrom().<Void>nothing().ifNoItem().after(DELIVERY).fail();
        }

        /** Blocks the replica's event loop as soon as it has read an event. */
        void hangWithNextEvent() {
            hanging = new CountDownLatch(1);
        }

        /** Waits until the replica hangs, and so cannot renew its lease. */
        void awaitHanging() {
            await().until(() -> hangs.getCount() == 0);
        }

        void goOn() {
            CountDownLatch latch = hanging;
            hanging = null;
            if (latch != null) {
                latch.countDown();
            }
        }

        void stop() {
            relay.stop(new ShutdownEvent());
        }

        private void hang() {
            CountDownLatch latch = hanging;
            if (latch != null) {
                hangs.countDown();
                try {
                    latch.await();
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        }

        @Override
        public void close() {
            goOn();
            stop();
            link.close();
            vertx.closeAndAwait();
        }
    }
}
