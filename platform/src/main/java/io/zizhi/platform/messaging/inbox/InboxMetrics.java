package io.zizhi.platform.messaging.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import org.eclipse.microprofile.config.Config;

/**
 * Counts the outcomes of deliveries per topic. All series exist from the start, so that the first dead letter appears
 * as an increase.
 */
@ApplicationScoped
class InboxMetrics {

    private final MeterRegistry metrics;
    private final Clock clock;

    InboxMetrics(MeterRegistry metrics, Clock clock) {
        this.metrics = metrics;
        this.clock = clock;
    }

    void begin(@Observes StartupEvent event, KafkaClientService clients, Config config) {
        for (String channel : clients.getConsumerChannels()) {
            String topic = config.getValue("mp.messaging.incoming." + channel + ".topic", String.class);
            for (InboxTransaction.Outcome outcome : InboxTransaction.Outcome.values()) {
                count("inbox_events", topic, "outcome", label(outcome), 0);
            }
            count("inbox_duplicates", topic, 0);
            count("inbox_gap", topic, 0);
            count("inbox_conflicts", topic, 0);
            count("inbox_producer_restored", topic, 0);
            count("dlq_records", topic, 0);
            lag(topic);
        }
    }

    /**
     * Counts a processed delivery. The lag covers first effects only: repeated deliveries and late repairs say nothing
     * about speed.
     */
    void received(ReceivedEvent event, InboxTransaction.Outcome outcome) {
        String topic = event.topic();
        count("inbox_events", topic, "outcome", label(outcome), 1);
        switch (outcome) {
            case APPLIED -> lag(topic).record(age(event));
            case DUPLICATE -> count("inbox_duplicates", topic, 1);
            case GAP -> count("inbox_gap", topic, 1);
            case CONFLICT -> count("inbox_conflicts", topic, 1);
            case HELD -> {}
        }
    }

    void producerRestored(String topic) {
        count("inbox_producer_restored", topic, 1);
    }

    void unreadable(String topic) {
        count("dlq_records", topic, 1);
    }

    static String label(InboxTransaction.Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }

    /** Returns the event's age. Never negative: the clocks of two machines may differ by some milliseconds. */
    private Duration age(ReceivedEvent event) {
        Duration age = Duration.between(event.occurredAt(), clock.instant());
        return age.isNegative() ? Duration.ZERO : age;
    }

    private void count(String name, String topic, double by) {
        metrics.counter(name, "topic", topic).increment(by);
    }

    private void count(String name, String topic, String label, String value, double by) {
        metrics.counter(name, "topic", topic, label, value).increment(by);
    }

    private Timer lag(String topic) {
        return metrics.timer("inbox_event_lag", "topic", topic);
    }
}
