package io.zizhi.e2e;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Asks again until something has happened, because the parts of the suite tell each other by events. */
public final class Waiting {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private Waiting() {}

    /** What {@code look} found, at the latest after a minute; otherwise an error that says what was waited for. */
    public static <T> T until(String what, Supplier<Optional<T>> look) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Optional<T> found = look.get();
            if (found.isPresent()) {
                return found.get();
            }
            if (System.nanoTime() > end) {
                throw new AssertionError("Waited " + PATIENCE.toSeconds() + " s for " + what);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }
}
