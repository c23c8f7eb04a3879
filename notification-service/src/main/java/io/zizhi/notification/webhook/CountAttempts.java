package io.zizhi.notification.webhook;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.zizhi.notification.outbound.TargetOwner;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Counts delivery attempts by outcome, so that monitoring shows unreachable receivers. */
@ApplicationScoped
class CountAttempts {

    /** The counters of one kind of receivers. */
    private record Counters(Counter taken, Counter failed, Counter refused) {}

    private final Map<TargetOwner, Counters> counters = new EnumMap<>(TargetOwner.class);

    CountAttempts(MeterRegistry metrics) {
        for (TargetOwner owner : TargetOwner.values()) {
            counters.put(
                    owner,
                    new Counters(
                            counter(metrics, owner, "taken"),
                            counter(metrics, owner, "failed"),
                            counter(metrics, owner, "refused")));
        }
    }

    private static Counter counter(MeterRegistry metrics, TargetOwner owner, String outcome) {
        return Counter.builder("zizhi_webhook_attempts")
                .description("Delivery attempts of webhooks by outcome")
                .tag("outcome", outcome)
                .tag("owner", owner.name().toLowerCase(Locale.ROOT))
                .register(metrics);
    }

    /** Creates the counters at start-up, before the first attempt. */
    void begin(@Observes StartupEvent event) {
        // The constructor has created them.
    }

    void count(TargetOwner owner, Attempt attempt) {
        Counters counted = Objects.requireNonNull(counters.get(owner));
        switch (attempt) {
            case Attempt.Taken result -> counted.taken().increment();
            case Attempt.Failed result -> counted.failed().increment();
            case Attempt.Postponed result -> {
                // Nothing was posted.
            }
            case Attempt.Refused result -> counted.refused().increment();
        }
    }
}
