package io.zizhi.platform.http.problem;

import io.smallrye.mutiny.TimeoutException;
import io.vertx.core.http.HttpClosedException;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.io.InterruptedIOException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Distinguishes temporary outages from failures that every retry would repeat. */
public final class Outages {

    /**
     * Classes of SQLSTATE (PostgreSQL documentation, appendix A): connection, transaction rollback (serialization,
     * deadlock), insufficient resources, operator intervention, system error.
     */
    private static final Set<String> PASSING_SQL_STATES = Set.of("08", "40", "53", "57", "58");

    /**
     * Codes of temporary failures in other classes: a session ended because its transaction was idle or took too long,
     * a lock that was not available in time.
     */
    private static final Set<String> PASSING_SQL_CODES = Set.of("25P03", "25P04", "55P03");

    private Outages() {}

    public static boolean isOutage(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = next(cause)) {
            if (isOutageItself(cause)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOutageItself(Throwable cause) {
        return switch (cause) {
            case ProblemException problem -> problem.isOutage();
            case PgException sql -> isPassing(sql.getSqlState());
            // Hibernate passes on only the state, not the original exception.
            case SQLException sql -> isPassing(sql.getSQLState());
            case ClosedConnectionException closed -> true;
            case HttpClosedException closed -> true;
            case TimeoutException timeout -> true;
            case java.util.concurrent.TimeoutException timeout -> true;
            case SocketException network -> true;
            case UnknownHostException network -> true;
            case ClosedChannelException network -> true;
            case InterruptedIOException network -> true;
            case HttpTimeoutException network -> true;
            case SSLException network -> true;
            case RejectedExecutionException busy -> true;
            default -> isConnectionLost(cause);
        };
    }

    private static boolean isPassing(@Nullable String sqlState) {
        return sqlState != null
                && sqlState.length() > 2
                && (PASSING_SQL_STATES.contains(sqlState.substring(0, 2)) || PASSING_SQL_CODES.contains(sqlState));
    }

    /**
     * Returns whether the message reports a full pool or a lost connection. Vert.x and Netty report both by message
     * only.
     */
    private static boolean isConnectionLost(Throwable cause) {
        String message = cause.getMessage();
        String name = cause.getClass().getName();
        return message != null
                && (name.startsWith("io.vertx.core.")
                        || name.startsWith("io.netty.")
                        || name.equals("java.io.IOException"))
                && (message.contains("Timeout") || message.contains("Connection") || message.contains("Pool closed"));
    }

    @SuppressWarnings("ReferenceEquality") // An exception that is its own cause would loop forever.
    private static @Nullable Throwable next(Throwable cause) {
        Throwable next = cause.getCause();
        return next == cause ? null : next;
    }
}
