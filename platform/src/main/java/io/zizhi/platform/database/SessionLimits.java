package io.zizhi.platform.database;

import io.vertx.pgclient.PgConnectOptions;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Limits of every reactive session with PostgreSQL. They turn a hanging statement into an error and release its locks.
 * Override the pool's limits with {@code quarkus.datasource.reactive.additional-properties}. {@code statement_timeout}
 * includes the wait for a lock, so there is no {@code lock_timeout}.
 */
public final class SessionLimits {

    /** How long to wait for a host that does not answer. The client's default is a minute. */
    private static final Duration CONNECT = Duration.ofSeconds(5);

    /**
     * The longest statements take seconds: figures over a year, counts of a million rows. Migrations use JDBC and are
     * not limited.
     */
    private static final String STATEMENT = "30s";

    /** A transaction waits only for the database, so an idle one belongs to a process that hangs. */
    private static final String IDLE_IN_TRANSACTION = "15s";

    /** A vanished client is noticed after 10 + 3 * 5 s, a client that accepts no more bytes after 20 s. */
    private static final Map<String, String> OF_CONNECTION = Map.of(
            "tcp_keepalives_idle", "10",
            "tcp_keepalives_interval", "5",
            "tcp_keepalives_count", "3",
            "tcp_user_timeout", "20s");

    private SessionLimits() {}

    /** Adds the limits, except server settings that the options already contain. */
    public static PgConnectOptions limit(PgConnectOptions options) {
        Map<String, String> bounds = new HashMap<>(OF_CONNECTION);
        bounds.put("statement_timeout", STATEMENT);
        bounds.put("idle_in_transaction_session_timeout", IDLE_IN_TRANSACTION);
        bounds.keySet().removeAll(options.getProperties().keySet());
        bounds.forEach(options::addProperty);
        return options.setTcpKeepAlive(true).setConnectTimeout(Math.toIntExact(CONNECT.toMillis()));
    }
}
