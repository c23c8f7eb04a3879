package io.zizhi.platform.messaging.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Exposes which replica is the relay, the epoch of its lease, and which replicas the broker answers. */
@ApplicationScoped
class RelayMetrics {

    private final MeterRegistry metrics;
    private final OutboxRelay relay;
    private final BrokerContact broker;

    RelayMetrics(MeterRegistry metrics, OutboxRelay relay, BrokerContact broker) {
        this.metrics = metrics;
        this.relay = relay;
        this.broker = broker;
    }

    void begin(@Observes StartupEvent event) {
        Gauge.builder("outbox_relay_leader", relay, each -> each.leads() ? 1 : 0)
                .description("1 if this replica is the relay")
                .register(metrics);
        Gauge.builder("outbox_relay_epoch", relay, OutboxRelay::epoch)
                .description("Epoch of this replica's lease; 0 if it is not the relay")
                .register(metrics);
        Gauge.builder("outbox_broker_reachable", broker, each -> each.isReachable() ? 1 : 0)
                .description("1 if the broker has answered this replica within five seconds")
                .register(metrics);
    }
}
