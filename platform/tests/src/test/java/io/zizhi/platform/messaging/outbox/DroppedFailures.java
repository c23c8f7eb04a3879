package io.zizhi.platform.messaging.outbox;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Collects dropped failures while it is open. Nothing awaits a dropped failure, so Quarkus logs it. */
final class DroppedFailures extends Handler implements AutoCloseable {

    private static final Logger QUARKUS = Logger.getLogger("io.quarkus.mutiny.runtime.MutinyInfrastructure");

    private final List<Throwable> seen = new CopyOnWriteArrayList<>();

    private DroppedFailures() {}

    static DroppedFailures collect() {
        DroppedFailures collector = new DroppedFailures();
        QUARKUS.addHandler(collector);
        return collector;
    }

    List<Throwable> seen() {
        return List.copyOf(seen);
    }

    @Override
    public void publish(LogRecord entry) {
        if (entry.getThrown() != null) {
            seen.add(entry.getThrown());
        }
    }

    @Override
    public void flush() {
        // Nothing is buffered.
    }

    @Override
    public void close() {
        QUARKUS.removeHandler(this);
    }
}
