package io.zizhi.platform.messaging.outbox;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.zizhi.platform.database.ConnectionTls;
import io.zizhi.platform.database.DatabaseContact;
import io.zizhi.platform.database.SessionLimits;
import io.zizhi.platform.runtime.blocking.RepeatingWork;
import io.zizhi.platform.runtime.failpoint.FailPoint;
import io.zizhi.platform.runtime.failpoint.FailPoints;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Publishes the events in the outbox, woken by {@code NOTIFY}, with polling as a safety net. A batch is sent without
 * awaiting each record. Rows are marked only after the broker's acknowledgement, so a crash in between repeats events
 * and never loses one.
 *
 * <p>Resent events are sent only while no new event waits, and at a limited rate.
 *
 * <p>Only one relay per service reads and marks at a time: the holder of the {@link RelayLease}. The broker does not
 * enforce this. Records that a relay passed to the producer before it lost its lease may still arrive, between or after
 * its successor's records. Also, if one event of a batch fails, later events of its aggregate may already have arrived;
 * they are sent again after it. Consumers detect both cases by the versions, and drop or hold the events.
 */
@ApplicationScoped
public class OutboxRelay {

    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final Duration POLL = Duration.ofSeconds(1);

    /** At most the poll interval; otherwise a second could pass without resends. */
    private static final Duration RESENDS_EVERY = Duration.ofSeconds(1);

    /**
     * The name of the relay's session in {@code pg_stat_activity}. Every replica has one. The number shows work on keys
     * that replicas of the release before ({@code outbox-relay}) are connected, which know no {@code index_key}.
     */
    static final String SESSION = "outbox-relay/2";

    /** The name of the relay's connections in metrics. */
    private static final String POOL = "outbox-relay";

    /** Longer than Kafka's delivery time-out. A round takes longer only if a server vanished silently. */
    private static final Duration LONGEST_ROUND = Duration.ofMinutes(1);

    /** Shorter than the lease: a relay that gets no answer from the database stops before its successor starts. */
    private static final Duration LONGEST_RENEWAL = Duration.ofSeconds(3);

    /**
     * The relay renews its lease once a second on its session. A session that is idle longer was abandoned while it
     * connected.
     */
    private static final int SECONDS_IDLE = 10;

    private final Function<OutboxRow, Uni<Void>> publish;
    private final FailPoints failPoints;
    private final DatabaseContact contact;
    private final RelayLease lease;
    private final RelayConnection connection;
    private final RepeatingWork renewal;
    private final RepeatingWork work;
    private final int batchSize;
    private final int resendsPerSecond;
    private volatile long lastResends = System.nanoTime() - RESENDS_EVERY.toNanos();

    @Inject
    OutboxRelay(
            Vertx vertx,
            EventPublisher publisher,
            BrokerContact broker,
            FailPoints failPoints,
            DatabaseContact contact,
            @ConfigProperty(name = "quarkus.datasource.reactive.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") String user,
            @ConfigProperty(name = "quarkus.datasource.password") String password,
            ConnectionTls tls,
            OutboxSettings settings,
            @ConfigProperty(name = "HOSTNAME", defaultValue = "localhost") String host) {
        this(
                vertx,
                publisher::publish,
                broker::isReachable,
                failPoints,
                contact,
                tls.apply(options(url, user, password)),
                holder(host),
                settings);
    }

    /**
     * @param publish completes when the broker has acknowledged the event
     * @param reachesBroker whether the broker answers this replica
     */
    OutboxRelay(
            Vertx vertx,
            Function<OutboxRow, Uni<Void>> publish,
            BooleanSupplier reachesBroker,
            FailPoints failPoints,
            DatabaseContact contact,
            PgConnectOptions options,
            String holder,
            OutboxSettings settings) {
        this.publish = publish;
        this.failPoints = failPoints;
        this.contact = contact;
        this.batchSize = settings.batchSize();
        this.resendsPerSecond = settings.resendsPerSecond();
        this.lease = new RelayLease(holder, reachesBroker);
        this.connection = new RelayConnection(vertx, options, lease, this::wake);
        this.renewal = new RepeatingWork(vertx.getDelegate(), "Relay lease", RelayLease.RENEWAL, this::keepLease);
        // On the same thread: a hanging relay must not keep renewing its lease.
        this.work = renewal.onSameThread("Outbox relay", POLL, this::relayBatch);
    }

    static PgConnectOptions options(String url, String user, String password) {
        PgConnectOptions options = PgConnectOptions.fromUri(url.replaceFirst("^vertx-reactive:", ""))
                .setUser(user)
                .setPassword(password)
                .addProperty("application_name", SESSION);
        SessionLimits.limit(options).setIdleTimeout(SECONDS_IDLE).setIdleTimeoutUnit(TimeUnit.SECONDS);
        options.setMetricsName(POOL);
        return options;
    }

    private static String holder(String host) {
        return host + "/" + ProcessHandle.current().pid() + "/" + UUID.randomUUID();
    }

    void start(@Observes StartupEvent event) {
        renewal.start();
    }

    /** Marks the events in flight before it releases the lease, so that the successor does not send them again. */
    void stop(@Observes ShutdownEvent event) {
        renewal.stop();
        work.stop(connection::giveUp);
    }

    /** Returns whether this replica is the relay. */
    boolean leads() {
        return lease.isHeld();
    }

    /** Returns the epoch of its lease; 0 while it holds none. */
    long epoch() {
        return lease.epoch();
    }

    /** Publishes soon instead of at the next poll. */
    public void wake() {
        work.wake();
    }

    private Uni<Boolean> keepLease() {
        boolean led = leads();
        return connection
                .lead()
                .ifNoItem()
                .after(LONGEST_RENEWAL)
                .fail()
                .onFailure()
                .invoke(connection::abandon)
                .invoke(leads -> {
                    contact.answered();
                    if (leads && !led) {
                        LOG.infof("This replica relays events, with epoch %d", lease.epoch());
                        work.wake();
                    }
                })
                .replaceWith(false);
    }

    private Uni<Boolean> relayBatch() {
        if (!leads()) {
            return Uni.createFrom().item(false);
        }
        return sendBatch().ifNoItem().after(LONGEST_ROUND).fail().onFailure().invoke(connection::abandon);
    }

    private Uni<Boolean> sendBatch() {
        return connection
                .nextBatch(batchSize)
                .chain(this::sendAndMark)
                .chain(sent -> sent == batchSize ? Uni.createFrom().item(true) : resendSome());
    }

    /** Resends only when no new event waits, and at most one second's share. The next share is due at the next poll. */
    private Uni<Boolean> resendSome() {
        if (System.nanoTime() - lastResends < RESENDS_EVERY.toNanos()) {
            return Uni.createFrom().item(false);
        }
        lastResends = System.nanoTime();
        return connection.nextResends(resendsPerSecond).chain(this::sendAndMark).replaceWith(false);
    }

    /** Sends and marks a batch; returns its size. */
    private Uni<Integer> sendAndMark(List<OutboxRow> batch) {
        return batch.isEmpty()
                ? Uni.createFrom().item(0)
                : send(batch)
                        .invoke(() -> failPoints.pass(FailPoint.OUTBOX_AFTER_ACK))
                        .chain(sent -> mark(batch, sent))
                        .replaceWith(batch.size());
    }

    /** Returns the failure of each row, in the order of the batch; null if the broker acknowledged it. */
    private Uni<List<Attempt>> send(List<OutboxRow> batch) {
        failPoints.pass(FailPoint.OUTBOX_BEFORE_PUBLISH);
        List<Uni<Attempt>> attempts = new ArrayList<>();
        for (OutboxRow row : batch) {
            if (!connection.ownsBatch()) {
                return Uni.createFrom()
                        .failure(new IllegalStateException("The relay's lease expired while it was sending"));
            }
            attempts.add(publish.apply(row)
                    .map(acknowledged -> new Attempt(row, null))
                    .onFailure()
                    .recoverWithItem(failure -> new Attempt(row, failure)));
        }
        return Uni.join().all(attempts).andFailFast();
    }

    /** Marks only events acknowledged before the first failure of their aggregate; later ones are sent again. */
    private Uni<Void> mark(List<OutboxRow> batch, List<Attempt> attempts) {
        Set<String> failedStreams = new HashSet<>();
        List<Long> sent = new ArrayList<>();
        List<Long> failed = new ArrayList<>();
        String error = "";
        for (Attempt attempt : attempts) {
            if (failedStreams.contains(attempt.row().stream())) {
                continue;
            }
            if (attempt.failure() == null) {
                sent.add(attempt.row().sequence());
            } else {
                error = attempt.failure().toString();
                failedStreams.add(attempt.row().stream());
                failed.add(attempt.row().sequence());
            }
        }
        if (!failed.isEmpty()) {
            LOG.warnf("%d of %d events could not be published, trying again: %s", failed.size(), batch.size(), error);
        }
        Uni<Void> marked = sent.isEmpty() ? Uni.createFrom().voidItem() : connection.markSent(sent);
        String lastError = error;
        return failed.isEmpty() ? marked : marked.chain(() -> connection.markFailed(failed, lastError));
    }

    private record Attempt(OutboxRow row, @Nullable Throwable failure) {}
}
