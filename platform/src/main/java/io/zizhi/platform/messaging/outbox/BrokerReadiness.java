package io.zizhi.platform.messaging.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Tells operators which replica cannot reach the broker. Such a replica stays ready: requests need no broker, and an
 * outage of the broker would take all replicas out of service.
 */
@Readiness
@ApplicationScoped
class BrokerReadiness implements HealthCheck {

    private final BrokerContact contact;

    BrokerReadiness(BrokerContact contact) {
        this.contact = contact;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("broker")
                .up()
                .withData("reachable", contact.isReachable())
                .build();
    }
}
