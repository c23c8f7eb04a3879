package io.zizhi.notification.sender;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.zizhi.notification.sender.channel.ChosenSenders;
import io.zizhi.notification.sender.channel.SmsReceipt;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Locale;

/** Counts receipts, those that belong to no message, and messages that got none. */
@ApplicationScoped
class CountReceipts {

    private static final List<String> OUTCOMES =
            List.of("delivered", "failed", "unknown", "early", "ignored", "missing");

    private final MeterRegistry metrics;
    private final ChosenSenders chosen;

    CountReceipts(MeterRegistry metrics, ChosenSenders chosen) {
        this.metrics = metrics;
        this.chosen = chosen;
    }

    /** Registers the counters at start-up, before the first receipt. */
    void begin(@Observes StartupEvent event) {
        chosen.names().forEach(sender -> OUTCOMES.forEach(outcome -> counter(sender, outcome)));
    }

    void count(SmsReceipt receipt, ApplyReceipt.Effect effect) {
        Enum<?> outcome = effect == ApplyReceipt.Effect.APPLIED ? receipt.outcome() : effect;
        counter(receipt.sender(), outcome.name().toLowerCase(Locale.ROOT)).increment();
    }

    /** Counts a message whose sender was asked for the last time. */
    void countMissing(String sender) {
        counter(sender, "missing").increment();
    }

    private Counter counter(String sender, String outcome) {
        return Counter.builder("zizhi_sms_receipts")
                .description("Delivery receipts of a sender, by outcome")
                .tag("sender", sender)
                .tag("outcome", outcome)
                .register(metrics);
    }
}
