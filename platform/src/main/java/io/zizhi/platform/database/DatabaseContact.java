package io.zizhi.platform.database;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/**
 * When the database last answered this replica. Every replica renews the relay's lease, or asks for it, each second, and
 * reports the answer here.
 */
@ApplicationScoped
public class DatabaseContact {

    private volatile long lastAnswer = System.nanoTime();
    private volatile boolean answeredEver;

    /** Records that the database has just answered. */
    public void answered() {
        lastAnswer = System.nanoTime();
        answeredEver = true;
    }

    /** Returns the time since the last answer, or since the start where there was none. */
    public Duration silence() {
        return Duration.ofNanos(System.nanoTime() - lastAnswer);
    }

    boolean hasAnsweredWithin(Duration time) {
        return answeredEver && silence().compareTo(time) < 0;
    }
}
