package io.zizhi.platform.testkit;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** Waits that check every 10 ms. Awaitility's default interval would add a tenth of a second to each wait. */
public final class Waits {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(10);

    private Waits() {}

    /** Checks at once and then every 10 ms, for at most ten seconds unless the test sets another limit. */
    public static ConditionFactory await() {
        return Awaitility.await().pollDelay(Duration.ZERO).pollInterval(BETWEEN_LOOKS);
    }
}
