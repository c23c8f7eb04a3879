package io.zizhi.platform.privacy.encryption;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Reports a replica as not ready while it does not know all service keys and index keys: it cannot read or find what
 * others store. It keeps the keys that it knows when the master key is unavailable later.
 */
@Readiness
@ApplicationScoped
class KeysReadiness implements HealthCheck {

    private final ServiceKeys keys;
    private final IndexKeys indexKeys;

    KeysReadiness(ServiceKeys keys, IndexKeys indexKeys) {
        this.keys = keys;
        this.indexKeys = indexKeys;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("keys")
                .status(keys.areComplete() && indexKeys.areComplete())
                .build();
    }
}
