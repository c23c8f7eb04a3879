package io.zizhi.notification.verification;

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
 * Counts refusals by the bucket that was full: operators see what those who ask do not learn. An attack on one number
 * looks otherwise than one from one address or one that eats up the budget.
 */
@ApplicationScoped
class RefusedCodes {

    /** The bucket of an account that is held back for a number after wrong codes. */
    static final String WRONG_CODES = "wrong-codes";

    /** The bucket of a number for which all accounts together entered wrong codes. */
    static final String WRONG_CODES_OF_NUMBER = "wrong-codes-of-number";

    private final Map<String, Counter> byBucket = new HashMap<>();

    RefusedCodes(MeterRegistry metrics) {
        for (String bucket : List.of("number", "account", "address", "all", WRONG_CODES, WRONG_CODES_OF_NUMBER)) {
            byBucket.put(
                    bucket,
                    Counter.builder("rate_limited")
                            .description("Requests refused because a bucket was full")
                            .tag("bucket", bucket)
                            .register(metrics));
        }
    }

    /** Makes the figures at the start and not with the first request. */
    void begin(@Observes StartupEvent event) {
        // The constructor did.
    }

    void countUnless(boolean room, String bucket) {
        if (!room) {
            count(bucket);
        }
    }

    void count(String bucket) {
        Objects.requireNonNull(byBucket.get(bucket)).increment();
    }
}
