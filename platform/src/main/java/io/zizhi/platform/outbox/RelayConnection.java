package io.zizhi.platform.outbox;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.pgclient.PgConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgConnectOptions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The relay's own connection. It holds the advisory lock that makes the relay the only one of its service, and it
 * marks rows: a relay that lost its connection lost the lock, and can neither read nor mark any more.
 */
final class RelayConnection {

    private static final String LOCK = "select pg_try_advisory_lock(hashtext('zizhi.outbox-relay'))";
    private static final String LISTEN = "listen outbox";

    /**
     * Marks need not wait for the disk: one that a crash of the database takes back is an event that is sent once more,
     * as after a crash between acknowledgement and mark. Nothing else is written on this connection.
     */
    private static final String MARK_WITHOUT_WAITING = "set synchronous_commit = off";

    /** An event that waits after a failure holds back the later ones of its aggregate, and only those. */
    static final String NEXT_BATCH = """
            select sequence, event_id, topic, aggregate_id, aggregate_version, type, payload, occurred_at,
                traceparent, tracestate
            from outbox waiting
            where sent_at is null
              and not exists (
                  select 1 from outbox earlier
                  where earlier.sent_at is null and earlier.next_attempt_at > statement_timestamp()
                    and earlier.topic = waiting.topic and earlier.aggregate_id = waiting.aggregate_id
                    and earlier.sequence <= waiting.sequence)
            order by sequence limit $1
            """;

    private static final String MARK_SENT = "update outbox set sent_at = clock_timestamp() where sequence = any($1)";

    private static final String MARK_FAILED = """
            update outbox set attempts = attempts + 1, last_error = $2,
                next_attempt_at = clock_timestamp() + least(power(2, least(attempts, 4)), 10) * interval '1 second'
            where sequence = any($1)
            """;

    private final Vertx vertx;
    private final PgConnectOptions options;
    private final Runnable onNotification;
    private volatile @Nullable PgConnection connection;
    private volatile boolean locked;

    RelayConnection(Vertx vertx, PgConnectOptions options, Runnable onNotification) {
        this.vertx = vertx;
        this.options = options;
        this.onNotification = onNotification;
    }

    /** Connects where needed and tries to become the one relay; false while another one is. */
    Uni<Boolean> lead() {
        if (locked) {
            return Uni.createFrom().item(true);
        }
        return connected()
                .chain(open -> open.query(LOCK).execute())
                .invoke(rows -> locked = rows.iterator().next().getBoolean(0))
                .map(rows -> locked);
    }

    Uni<List<OutboxRow>> nextBatch(int size) {
        return connected()
                .chain(open -> open.preparedQuery(NEXT_BATCH).execute(Tuple.of(size)))
                .map(rows -> rows.toMulti().map(OutboxRow::from).collect().asList())
                .chain(list -> list);
    }

    Uni<Void> markSent(List<Long> sequences) {
        return mark(MARK_SENT, Tuple.of(sequences.toArray(Long[]::new)));
    }

    Uni<Void> markFailed(List<Long> sequences, String error) {
        return mark(MARK_FAILED, Tuple.of(sequences.toArray(Long[]::new), error));
    }

    /** Gives the connection, and the lock with it, up without waiting for an answer. */
    void abandon() {
        PgConnection open = connection;
        lost();
        if (open != null) {
            open.closeAndForget();
        }
    }

    private Uni<Void> mark(String sql, Tuple parameters) {
        PgConnection open = connection;
        if (open == null) {
            return Uni.createFrom().failure(new IllegalStateException("The relay lost its connection"));
        }
        return open.preparedQuery(sql).execute(parameters).replaceWithVoid();
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
        // The end of a connection that was given up says nothing of its successor.
        fresh.closeHandler(() -> {
            if (fresh.equals(connection)) {
                lost();
            }
        });
        fresh.notificationHandler(notification -> onNotification.run());
    }

    private void lost() {
        connection = null;
        locked = false;
    }
}
