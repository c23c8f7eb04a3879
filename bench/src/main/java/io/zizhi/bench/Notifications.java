package io.zizhi.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;
import org.postgresql.PGConnection;

/** Hears at once what triggers of a measurement tell when a transaction of a service is committed. */
final class Notifications {

    private static final int WAIT_MILLIS = 100;

    private final Thread listener;

    /** Takes the connection for itself and {@code heard} to be called on its thread. */
    Notifications(Connection connection, String channel, Consumer<String> heard) throws SQLException {
        Sql.update(connection, "listen " + channel);
        PGConnection notifications = connection.unwrap(PGConnection.class);
        this.listener = Thread.ofPlatform().daemon().start(() -> listen(notifications, heard));
    }

    void close() {
        listener.interrupt();
    }

    private static void listen(PGConnection notifications, Consumer<String> heard) {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                for (var told : notifications.getNotifications(WAIT_MILLIS)) {
                    heard.accept(told.getParameter());
                }
            }
        } catch (SQLException failure) {
            if (!Thread.currentThread().isInterrupted()) {
                throw new IllegalStateException(failure);
            }
        }
    }
}
