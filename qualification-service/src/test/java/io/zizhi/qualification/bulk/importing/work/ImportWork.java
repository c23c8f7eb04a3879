package io.zizhi.qualification.bulk.importing.work;

import io.zizhi.platform.testkit.Waits;
import jakarta.enterprise.inject.spi.CDI;
import java.time.Duration;
import org.awaitility.core.ConditionFactory;
import org.jspecify.annotations.Nullable;

/** Waits for the processing of imports, and wakes it meanwhile: it pauses for a second. */
public final class ImportWork {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

    /** Static, because the processing that a test has stopped cannot start again for the tests after it. */
    private static @Nullable ImportLoop replacement;

    private ImportWork() {}

    public static ConditionFactory await() {
        ImportLoop loop =
                replacement == null ? CDI.current().select(ImportLoop.class).get() : replacement;
        return Waits.awaitWaking(loop::wake).atMost(LONGEST_WAIT);
    }

    /** Starts a replacement of the processing that the test has stopped. */
    static void replaceBy(ImportLoop other) {
        replacement = other;
        other.wake();
    }
}
