package io.zizhi.platform.messaging.outbox;

import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaProducer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.jspecify.annotations.Nullable;

/**
 * Knows whether the broker answers this replica. The producer of the outbox requests the broker's metadata every second
 * ({@code metadata.max.age.ms}), even while it sends nothing. So a replica that is not the relay knows it too, by the
 * same connection and credentials with which it would send events.
 */
@ApplicationScoped
class BrokerContact {

    /** The broker counts as lost after this time without an answer. It is longer than a pause of the JVM. */
    static final Duration PATIENCE = Duration.ofSeconds(5);

    private final KafkaClientService clients;

    BrokerContact(KafkaClientService clients) {
        this.clients = clients;
    }

    /** Returns whether the broker has answered lately. Does not wait. */
    boolean isReachable() {
        @Nullable KafkaProducer<String, byte[]> producer = clients.getProducer(EventPublisher.CHANNEL);
        return producer != null && isReachable(producer.unwrap().metrics());
    }

    /**
     * Returns whether the metadata are recent. Their age is negative after the clock of this machine was set back: the
     * producer then requests nothing until the clock has caught up.
     */
    static boolean isReachable(Map<MetricName, ? extends Metric> metrics) {
        return metrics.entrySet().stream()
                .filter(each -> each.getKey().name().equals("metadata-age"))
                .map(each -> each.getValue().metricValue())
                .anyMatch(age -> age instanceof Double seconds && seconds >= 0 && seconds < PATIENCE.toSeconds());
    }
}
