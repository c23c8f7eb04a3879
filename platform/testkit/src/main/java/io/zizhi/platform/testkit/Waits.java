package io.zizhi.platform.testkit;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/**
 * Waits that check at once, after 10 ms, and then at growing intervals of at most 50 ms. A constant 10 ms would keep
 * the processor busy with looks during long waits; Awaitility's default would add a tenth of a second to each wait.
 */
public final class Waits {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    private static final int FIRST_MILLIS = 10;
    private static final int LONGEST_MILLIS = 50;

    private Waits() {}

    /** Waits for at most thirty seconds unless the test sets another limit. */
    public static ConditionFactory await() {
        return Awaitility.await()
                .atMost(LONGEST_WAIT)
                .pollDelay(Duration.ZERO)
                .pollInterval((look, previous) -> Duration.ofMillis(Math.min(look * FIRST_MILLIS, LONGEST_MILLIS)));
    }

    /**
     * Waits like {@link #await}, and wakes background work at each look. Otherwise the work pauses for seconds before it
     * continues or tries again.
     */
    public static ConditionFactory awaitWaking(Runnable wake) {
        return await().conditionEvaluationListener(look -> wake.run());
    }
}
