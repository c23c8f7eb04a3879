package io.zizhi.platform.database;

import io.vertx.pgclient.PgConnectOptions;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Bounds of every reactive session with PostgreSQL: what hangs becomes an error, and holds locks no longer than it must.
 * {@code quarkus.datasource.reactive.additional-properties} changes those of the pool. {@code statement_timeout} counts the
 * wait for a lock as well, so there is no {@code lock_timeout}.
 */
public final class SessionLimits {

    /** A host that does not answer is given up after this; the client's default is a minute. */
    private static final Duration CONNECT = Duration.ofSeconds(5);

    /** The longest statements take seconds: figures over a year, counts of a million rows. Migrations use JDBC. */
    private static final String STATEMENT = "30s";

    /** Transactions wait for nothing but the database: an idle one belongs to a process that hangs. */
    private static final String IDLE_IN_TRANSACTION = "15s";

    /** A client that vanished is noticed after 10 + 3 * 5 s, one that takes no more bytes after 20 s. */
    private static final Map<String, String> OF_CONNECTION = Map.of(
            "tcp_keepalives_idle", "10",
            "tcp_keepalives_interval", "5",
            "tcp_keepalives_count", "3",
            "tcp_user_timeout", "20s");

    private SessionLimits() {}

    /** Adds the bounds, except those of the server that the options set already. */
    public static PgConnectOptions limit(PgConnectOptions options) {
        Map<String, String> bounds = new HashMap<>(OF_CONNECTION);
        bounds.put("statement_timeout", STATEMENT);
        bounds.put("idle_in_transaction_session_timeout", IDLE_IN_TRANSACTION);
        bounds.keySet().removeAll(options.getProperties().keySet());
        bounds.forEach(options::addProperty);
        return options.setTcpKeepAlive(true).setConnectTimeout(Math.toIntExact(CONNECT.toMillis()));
    }
}
