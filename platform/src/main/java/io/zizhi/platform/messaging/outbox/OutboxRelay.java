package io.zizhi.platform.messaging.outbox;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
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
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Publishes what stands in the outbox, woken by {@code NOTIFY}, with polling as a safety net. A batch is sent without
 * awaiting each record; rows are marked only after the broker's acknowledgement, so that a crash between the two repeats
 * events and never loses one.
 *
 * <p>Events that are sent again go out beside new ones, at most a few a second and never before them.
 *
 * <p>One relay at a time per service reads and marks: the holder of the {@link RelayLease}. Not so in the broker: what a
 * relay had handed to the producer when it lost its lease may still arrive, between or behind what its successor sends; and
 * when one event of a batch fails, later ones of its aggregate may be there already and come once more behind it. Versions
 * tell consumers both, and they drop or keep accordingly.
 */
@ApplicationScoped
public class OutboxRelay {

    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final Duration POLL = Duration.ofSeconds(1);

    /** Not longer than the poll, or a second would pass without any. */
    private static final Duration RESENDS_EVERY = Duration.ofSeconds(1);

    /** The name of the relay's session in {@code pg_stat_activity}. */
    static final String SESSION = "outbox-relay";

    /** Longer than Kafka's delivery time-out: only a server that vanished without a word takes longer. */
    private static final Duration LONGEST_ROUND = Duration.ofMinutes(1);

    /** Shorter than the lease, so that a relay that the database does not answer has let go before its successor starts. */
    private static final Duration LONGEST_RENEWAL = Duration.ofSeconds(3);

    /** The relay's session sends a renewal a second; one that is idle for longer was given up while it connected. */
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
            FailPoints failPoints,
            DatabaseContact contact,
            @ConfigProperty(name = "quarkus.datasource.reactive.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") String user,
            @ConfigProperty(name = "quarkus.datasource.password") String password,
            OutboxSettings settings,
            @ConfigProperty(name = "HOSTNAME", defaultValue = "localhost") String host) {
        this(vertx, publisher::publish, failPoints, contact, options(url, user, password), holder(host), settings);
    }

    /** @param publish done when the broker has acknowledged the event */
    OutboxRelay(
            Vertx vertx,
            Function<OutboxRow, Uni<Void>> publish,
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
        this.lease = new RelayLease(holder);
        this.connection = new RelayConnection(vertx, options, lease, this::wake);
        this.renewal = new RepeatingWork(vertx.getDelegate(), "Relay lease", RelayLease.RENEWAL, this::keepLease);
        // On one thread: a relay that hangs must not go on renewing its lease.
        this.work = renewal.onSameThread("Outbox relay", POLL, this::relayBatch);
    }

    static PgConnectOptions options(String url, String user, String password) {
        PgConnectOptions options = PgConnectOptions.fromUri(url.replaceFirst("^vertx-reactive:", ""))
                .setUser(user)
                .setPassword(password)
                .addProperty("application_name", SESSION);
        SessionLimits.limit(options).setIdleTimeout(SECONDS_IDLE).setIdleTimeoutUnit(TimeUnit.SECONDS);
        options.setMetricsName(SESSION);
        return options;
    }

    private static String holder(String host) {
        return host + "/" + ProcessHandle.current().pid() + "/" + UUID.randomUUID();
    }

    void start(@Observes StartupEvent event) {
        renewal.start();
    }

    /** What is on its way is marked before the lease is given up, so that the successor does not send it again. */
    void stop(@Observes ShutdownEvent event) {
        renewal.stop();
        work.stop(connection::giveUp);
    }

    /** Whether this replica is the one that relays. */
    boolean leads() {
        return lease.isHeld();
    }

    /** The epoch of its lease; 0 while it holds none. */
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

    /** Only when no new event waits, and no more than a second's share; the next share is due at the next poll. */
    private Uni<Boolean> resendSome() {
        if (System.nanoTime() - lastResends < RESENDS_EVERY.toNanos()) {
            return Uni.createFrom().item(false);
        }
        lastResends = System.nanoTime();
        return connection.nextResends(resendsPerSecond).chain(this::sendAndMark).replaceWith(false);
    }

    /** How many there were. */
    private Uni<Integer> sendAndMark(List<OutboxRow> batch) {
        return batch.isEmpty()
                ? Uni.createFrom().item(0)
                : send(batch)
                        .invoke(() -> failPoints.pass(FailPoint.OUTBOX_AFTER_ACK))
                        .chain(sent -> mark(batch, sent))
                        .replaceWith(batch.size());
    }

    /** The failure of each row, or null where the broker acknowledged it; in the order of the batch. */
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

    /** Per aggregate only what was acknowledged before its first failure counts; what comes later is sent again. */
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
