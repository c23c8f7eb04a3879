package io.zizhi.platform.messaging.outbox;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Collects the log records of dropped failures while it is open. */
final class LoggedDroppedFailures extends Handler implements AutoCloseable {

    private static final Logger LOGGER = Logger.getLogger("io.zizhi.platform.observability.logging.DroppedFailures");

    private final List<String> seen = new CopyOnWriteArrayList<>();

    private LoggedDroppedFailures() {}

    static LoggedDroppedFailures collect() {
        LoggedDroppedFailures collector = new LoggedDroppedFailures();
        LOGGER.addHandler(collector);
        return collector;
    }

    List<String> seen() {
        return List.copyOf(seen);
    }

    @Override
    public void publish(LogRecord entry) {
        seen.add(entry.getMessage() + Arrays.toString(entry.getParameters()) + entry.getThrown());
    }

    @Override
    public void flush() {
        // Nothing is buffered.
    }

    @Override
    public void close() {
        LOGGER.removeHandler(this);
    }
}
