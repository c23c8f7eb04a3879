package io.zizhi.platform.http.connections;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Shows how many connections each port has, and how many were closed because of a limit. */
@Singleton
class ConnectionMetrics {

    /** Fails the start if another transport would open the ports without limits. */
    void show(@Observes StartupEvent event, Vertx vertx, MeterRegistry metrics) {
        if (!(((VertxInternal) vertx).transport() instanceof GuardedTransport transport)) {
            throw new IllegalStateException("The ports have no limits: another transport replaces GuardedTransport");
        }
        for (ListenerKind kind : ListenerKind.values()) {
            Gauge.builder(
                            "zizhi_http_connections",
                            transport,
                            each -> each.listeners(kind).stream()
                                    .mapToInt(Listener::open)
                                    .sum())
                    .description("Open connections of a port")
                    .tag("listener", kind.label())
                    .register(metrics);
            for (Listener.Cause cause : Listener.Cause.values()) {
                FunctionCounter.builder(
                                "zizhi_http_connections_closed",
                                transport,
                                each -> each.listeners(kind).stream()
                                        .mapToLong(listener -> listener.closed(cause))
                                        .sum())
                        .description("Connections that a limit has closed")
                        .tag("listener", kind.label())
                        .tag("cause", cause.label())
                        .register(metrics);
            }
        }
    }
}
