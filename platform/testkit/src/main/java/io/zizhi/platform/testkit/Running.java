package io.zizhi.platform.testkit;

import io.zizhi.local.suite.Infrastructure;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The infrastructure of the current test run. */
final class Running {

    private static @Nullable Infrastructure infrastructure;

    private Running() {}

    static synchronized void set(Infrastructure running) {
        infrastructure = running;
    }

    /** Attaches to the running infrastructure if the test class and the resource are in different class loaders. */
    static synchronized Infrastructure get() {
        Infrastructure running = infrastructure;
        if (running == null) {
            running = Infrastructure.startForTests(Set.of());
            infrastructure = running;
        }
        return running;
    }
}
