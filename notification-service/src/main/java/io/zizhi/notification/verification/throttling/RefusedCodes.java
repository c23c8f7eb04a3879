package io.zizhi.notification.verification.throttling;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Counts refused codes by the exhausted limit. Refused callers must not learn which limit it is, but operators see it:
 * an attack on one number looks different from one by a single address or on the total budget.
 */
@ApplicationScoped
public class RefusedCodes {

    /** Label for an account that is delayed for a number after wrong codes. */
    public static final String WRONG_CODES = "wrong-codes";

    /** Label for a number for which all accounts together entered too many wrong codes. */
    public static final String WRONG_CODES_OF_NUMBER = "wrong-codes-of-number";

    private final Map<String, Counter> byBucket = new HashMap<>();

    RefusedCodes(MeterRegistry metrics) {
        for (String bucket : List.of("number", "account", "address", "all", WRONG_CODES, WRONG_CODES_OF_NUMBER)) {
            byBucket.put(
                    bucket,
                    Counter.builder("rate_limited")
                            .description("Requests refused because a limit was reached")
                            .tag("bucket", bucket)
                            .register(metrics));
        }
    }

    /** Creates the counters at start-up, before the first request. */
    void begin(@Observes StartupEvent event) {
        // The constructor has created them.
    }

    public void countUnless(boolean room, String bucket) {
        if (!room) {
            count(bucket);
        }
    }

    public void count(String bucket) {
        Objects.requireNonNull(byBucket.get(bucket)).increment();
    }
}
