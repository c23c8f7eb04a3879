package io.zizhi.e2e;

import io.zizhi.local.Suite;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** One suite for all journeys of a test run, on random ports; it stops with the test JVM. */
final class RunningSuite {

    private static @Nullable Suite suite;

    private RunningSuite() {}

    static synchronized Suite get() {
        Suite running = suite;
        if (running == null) {
            running = Suite.startForTests();
            suite = running;
        }
        return running;
    }

    static Addresses addresses() {
        Suite running = get();
        return new Addresses(
                URI.create(running.url("qualification-service")),
                URI.create(running.url("document-service")),
                URI.create(running.url("review-service")),
                URI.create(running.url("notification-service")),
                URI.create(running.infrastructure().identity().issuer()));
    }
}
