package io.zizhi.notification.sender;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.zizhi.notification.sender.channel.SmsResult;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Counts the sender's answers to hand-overs, so that monitoring shows a provider that takes no messages. */
@ApplicationScoped
class CountHandOvers {

    private final Counter accepted;
    private final Counter refused;
    private final Counter unknown;
    private final Counter deferred;

    CountHandOvers(MeterRegistry metrics) {
        this.accepted = counter(metrics, "accepted");
        this.refused = counter(metrics, "refused");
        this.unknown = counter(metrics, "unknown");
        this.deferred = counter(metrics, "deferred");
    }

    /** Registers the counters at start-up, before the first message. */
    void begin(@Observes StartupEvent event) {
        // The constructor has registered them.
    }

    void count(SmsResult result) {
        switch (result) {
            case SmsResult.Accepted taken -> accepted.increment();
            case SmsResult.Refused never -> refused.increment();
            case SmsResult.Unknown doubt -> unknown.increment();
            case SmsResult.Deferred later -> deferred.increment();
            case SmsResult.NeverReceived recalled -> deferred.increment();
        }
    }

    private static Counter counter(MeterRegistry metrics, String outcome) {
        return Counter.builder("zizhi_sms_hand_overs")
                .description("Hand-overs of messages to the sender, by outcome")
                .tag("outcome", outcome)
                .register(metrics);
    }
}
