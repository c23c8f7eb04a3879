package io.zizhi.platform.messaging.outbox;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Detects, by the connector's log, that the client has given up sending a record to a topic. */
final class FailedSend extends Handler implements AutoCloseable {

    private static final Logger CONNECTOR = Logger.getLogger("io.smallrye.reactive.messaging.kafka");

    private final String topic;
    private final CountDownLatch failed = new CountDownLatch(1);

    private FailedSend(String topic) {
        this.topic = topic;
    }

    static FailedSend to(String topic) {
        FailedSend handler = new FailedSend(topic);
        CONNECTOR.addHandler(handler);
        return handler;
    }

    void await() {
        try {
            assertThat(failed.await(30, SECONDS))
                    .as("a record for " + topic + " failed")
                    .isTrue();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void publish(LogRecord entry) {
        if (entry.getThrown() != null
                && String.valueOf(entry.getThrown().getMessage()).contains(topic)) {
            failed.countDown();
        }
    }

    @Override
    public void flush() {
        // Nothing is buffered.
    }

    @Override
    public void close() {
        CONNECTOR.removeHandler(this);
    }
}
