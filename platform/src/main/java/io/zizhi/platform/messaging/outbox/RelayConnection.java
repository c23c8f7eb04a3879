package io.zizhi.platform.messaging.outbox;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.pgclient.PgConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgConnectOptions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The relay's own database connection. The relay uses it to acquire and renew its lease, to read events and to mark
 * them as sent. Each read or mark checks the lease in the same statement.
 */
final class RelayConnection {

    private static final String LISTEN = "listen outbox";

    /**
     * Commits marks without waiting for the disk. If a crash of the database undoes a mark, the event is sent once
     * more, as after a crash between acknowledgement and mark. Nothing else is written on this connection.
     */
    private static final String MARK_WITHOUT_WAITING = "set synchronous_commit = off";

    /**
     * A failed event that waits for its next attempt. It delays later events of its aggregate, but no others.
     *
     * <p>The plan must not depend on statistics: during a burst they describe the time before it. {@code offset 0}
     * keeps PostgreSQL from joining, so it looks up each event that it reads and stops after a batch. The comparison of
     * the two requests, instead of a condition on one, leaves only the small index {@code outbox_backing_off} for that.
     */
    private static final String WAITING = """
            select sequence, event_id, topic, aggregate_id, aggregate_version, type, payload, occurred_at,
                traceparent, tracestate
            from outbox waiting
            where sent_at is null and resend_requested_at is %1$s
              and not exists (
                  select 1 from outbox earlier
                  where earlier.sent_at is null and earlier.next_attempt_at > statement_timestamp()
                    and (earlier.resend_requested_at is null) = (waiting.resend_requested_at is null)
                    and earlier.topic = waiting.topic and earlier.aggregate_id = waiting.aggregate_id
                    and earlier.sequence <= waiting.sequence offset 0)
              and %2$s
            order by %3$s limit $1
            """;

    /** Selects events that were never sent. Resent events neither precede nor delay them. */
    static final String NEXT_BATCH = WAITING.formatted("null", RelayLease.HELD.formatted(2, 3, ""), "sequence");

    /** Resent events, in the order in which resending was requested. */
    static final String NEXT_RESENDS =
            WAITING.formatted("not null", RelayLease.HELD.formatted(2, 3, ""), "resend_requested_at, sequence");

    /**
     * Marks events as sent. A new event is published before earlier events of its aggregate that wait to be resent. It
     * is then queued behind them, so that the topic also contains it in version order.
     */
    private static final String MARK_SENT = """
            update outbox marked
            set sent_at = case when ahead.of_request is null then clock_timestamp() end,
                resend_requested_at = coalesce(ahead.of_request, marked.resend_requested_at)
            from (
                select published.sequence, (
                    select max(earlier.resend_requested_at) from outbox earlier
                    where earlier.sent_at is null and earlier.resend_requested_at is not null
                      and earlier.topic = published.topic and earlier.aggregate_id = published.aggregate_id
                      and earlier.sequence < published.sequence and earlier.sequence <> all($1)) as of_request
                from outbox published where published.sequence = any($1)) ahead
            where marked.sequence = ahead.sequence and %s
            """.formatted(RelayLease.HELD.formatted(2, 3, " for share"));

    private static final String MARK_FAILED = """
            update outbox set attempts = attempts + 1, last_error = $2,
                next_attempt_at = clock_timestamp() + least(power(2, least(attempts, 4)), 10) * interval '1 second'
            where sequence = any($1) and %s
            """.formatted(RelayLease.HELD.formatted(3, 4, " for share"));

    private final Vertx vertx;
    private final PgConnectOptions options;
    private final RelayLease lease;
    private final Runnable onNotification;
    private volatile @Nullable PgConnection connection;
    private volatile long epochOfBatch;

    RelayConnection(Vertx vertx, PgConnectOptions options, RelayLease lease, Runnable onNotification) {
        this.vertx = vertx;
        this.options = options;
        this.lease = lease;
        this.onNotification = onNotification;
    }

    /** Connects if needed and acquires or renews the lease; returns false while another replica holds it. */
    Uni<Boolean> lead() {
        return connected().chain(lease::takeOrRenew);
    }

    /** Returns the next new events, or none without the lease. */
    Uni<List<OutboxRow>> nextBatch(int size) {
        return read(NEXT_BATCH, size);
    }

    /** Returns the next events to resend, or none without the lease. */
    Uni<List<OutboxRow>> nextResends(int size) {
        return read(NEXT_RESENDS, size);
    }

    private Uni<List<OutboxRow>> read(String sql, int size) {
        epochOfBatch = lease.epoch();
        return open().chain(open -> open.preparedQuery(sql).execute(Tuple.of(size, lease.holder(), epochOfBatch)))
                .map(rows -> rows.toMulti().map(OutboxRow::from).collect().asList())
                .chain(list -> list);
    }

    /** Returns whether no other replica can have read the events of the batch yet. Queries no server. */
    boolean ownsBatch() {
        return lease.isHeld() && lease.epoch() == epochOfBatch;
    }

    /** Marks the events as sent. Fails without marking anything if the lease is lost. */
    Uni<Void> markSent(List<Long> sequences) {
        return mark(MARK_SENT, Tuple.of(sequences.toArray(Long[]::new), lease.holder(), epochOfBatch));
    }

    /** Marks the events as failed. Fails without marking anything if the lease is lost. */
    Uni<Void> markFailed(List<Long> sequences, String error) {
        return mark(MARK_FAILED, Tuple.of(sequences.toArray(Long[]::new), error, lease.holder(), epochOfBatch));
    }

    /**
     * Releases the lease, so that another replica can take it at once, and disconnects after the database has answered.
     */
    Uni<Void> giveUp() {
        PgConnection open = connection;
        return open == null
                ? Uni.createFrom().voidItem()
                : lease.giveUp(open).onTermination().invoke(this::abandon);
    }

    /** Drops the connection without waiting for an answer. The lease expires. */
    void abandon() {
        PgConnection open = connection;
        lost();
        if (open != null) {
            open.closeAndForget();
        }
    }

    private Uni<Void> mark(String sql, Tuple parameters) {
        return open().chain(open -> open.preparedQuery(sql).execute(parameters))
                .invoke(rows -> {
                    if (rows.rowCount() == 0) {
                        throw new IllegalStateException(
                                "Another replica has taken the relay's lease; nothing was marked");
                    }
                })
                .replaceWithVoid();
    }

    private Uni<PgConnection> open() {
        PgConnection open = connection;
        return open == null
                ? Uni.createFrom().failure(new IllegalStateException("The relay lost its connection"))
                : Uni.createFrom().item(open);
    }

    private Uni<PgConnection> connected() {
        PgConnection open = connection;
        if (open != null) {
            return Uni.createFrom().item(open);
        }
        return PgConnection.connect(vertx, options)
                .invoke(this::opened)
                .call(fresh -> fresh.query(MARK_WITHOUT_WAITING).execute())
                .call(fresh -> fresh.query(LISTEN).execute());
    }

    private void opened(PgConnection fresh) {
        connection = fresh;
        // The close event of an abandoned connection must not affect its successor.
        fresh.closeHandler(() -> {
            if (fresh.equals(connection)) {
                lost();
            }
        });
        fresh.notificationHandler(notification -> onNotification.run());
    }

    private void lost() {
        connection = null;
        lease.lose();
    }
}
