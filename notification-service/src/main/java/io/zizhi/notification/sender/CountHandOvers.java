package io.zizhi.notification.sender;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.zizhi.notification.sender.channel.ChosenSenders;
import io.zizhi.notification.sender.channel.SmsResult;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/** Counts the senders' answers to hand-overs, so that monitoring shows a provider that takes no messages. */
@ApplicationScoped
class CountHandOvers {

    private static final List<String> OUTCOMES = List.of("accepted", "refused", "unknown", "deferred");

    private final MeterRegistry metrics;
    private final ChosenSenders chosen;

    CountHandOvers(MeterRegistry metrics, ChosenSenders chosen) {
        this.metrics = metrics;
        this.chosen = chosen;
    }

    /** Registers the counters at start-up, before the first message. */
    void begin(@Observes StartupEvent event) {
        chosen.names().forEach(sender -> OUTCOMES.forEach(outcome -> counter(sender, outcome)));
    }

    void count(String sender, SmsResult result) {
        counter(sender, outcome(result)).increment();
    }

    private static String outcome(SmsResult result) {
        return switch (result) {
            case SmsResult.Accepted taken -> "accepted";
            case SmsResult.Refused never -> "refused";
            case SmsResult.Unknown doubt -> "unknown";
            case SmsResult.Deferred later -> "deferred";
            case SmsResult.NeverReceived recalled -> "deferred";
        };
    }

    /** Returns the counter; the registry creates each one once. */
    private Counter counter(String sender, String outcome) {
        return Counter.builder("zizhi_sms_hand_overs")
                .description("Hand-overs of messages to a sender, by outcome")
                .tag("sender", sender)
                .tag("outcome", outcome)
                .register(metrics);
    }
}
