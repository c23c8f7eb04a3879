package io.zizhi.platform.testkit;

import io.zizhi.local.Infrastructure;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The infrastructure of this test run. */
final class Running {

    private static @Nullable Infrastructure infrastructure;

    private Running() {}

    static synchronized void set(Infrastructure running) {
        infrastructure = running;
    }

    /** The test class and the resource may live in different class loaders; then it attaches to what runs. */
    static synchronized Infrastructure get() {
        Infrastructure running = infrastructure;
        if (running == null) {
            running = Infrastructure.startForTests(Set.of());
            infrastructure = running;
        }
        return running;
    }
}
