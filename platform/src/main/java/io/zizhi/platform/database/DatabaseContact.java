package io.zizhi.platform.database;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/**
 * Records when the database last answered this replica. Every replica renews or requests the relay's lease once a
 * second and reports each answer here.
 */
@ApplicationScoped
public class DatabaseContact {

    private volatile long lastAnswer = System.nanoTime();
    private volatile boolean answeredEver;

    public void answered() {
        lastAnswer = System.nanoTime();
        answeredEver = true;
    }

    /** Returns the time since the last answer, or since the start if the database has not answered yet. */
    public Duration silence() {
        return Duration.ofNanos(System.nanoTime() - lastAnswer);
    }

    boolean hasAnsweredWithin(Duration time) {
        return answeredEver && silence().compareTo(time) < 0;
    }
}
