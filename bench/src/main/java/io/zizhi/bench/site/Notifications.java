package io.zizhi.bench.site;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;
import org.postgresql.PGConnection;

/** Receives notifications from triggers when a service's transaction commits. */
public final class Notifications {

    private static final int WAIT_MILLIS = 100;

    private final Thread listener;

    /** Takes over the connection; {@code heard} is called on this object's thread. */
    public Notifications(Connection connection, String channel, Consumer<String> heard) throws SQLException {
        Sql.update(connection, "listen " + channel);
        PGConnection notifications = connection.unwrap(PGConnection.class);
        this.listener = Thread.ofPlatform().daemon().start(() -> listen(notifications, heard));
    }

    public void close() {
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
