package io.zizhi.platform.privacy.encryption;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Reports a replica as not ready until it has the service keys. It keeps them when the master key is unavailable later. */
@Readiness
@ApplicationScoped
class KeysReadiness implements HealthCheck {

    private final ServiceKeys keys;

    KeysReadiness(ServiceKeys keys) {
        this.keys = keys;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("keys").status(keys.areLoaded()).build();
    }
}
