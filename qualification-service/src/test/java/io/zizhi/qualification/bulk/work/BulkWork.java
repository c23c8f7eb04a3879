package io.zizhi.qualification.bulk.work;

import io.zizhi.platform.testkit.Waits;
import jakarta.enterprise.inject.spi.CDI;
import java.time.Duration;
import org.awaitility.core.ConditionFactory;
import org.jspecify.annotations.Nullable;

/** Waits for the processing of bulk filings, and wakes it meanwhile: it pauses for up to fifteen seconds. */
public final class BulkWork {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

    /** Static, because the processing that a test has stopped cannot start again for the tests after it. */
    private static @Nullable BulkLoop replacement;

    private BulkWork() {}

    public static ConditionFactory await() {
        BulkLoop loop =
                replacement == null ? CDI.current().select(BulkLoop.class).get() : replacement;
        return Waits.awaitWaking(loop::wake).atMost(LONGEST_WAIT);
    }

    /** Starts a replacement of the processing that the test has stopped. */
    static void replaceBy(BulkLoop other) {
        replacement = other;
        other.wake();
    }
}
