package io.zizhi.platform.database;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Reports a replica as not ready while its database is silent. It answers at once. The built-in checks of Quarkus are
 * switched off: they query the database and hang with it. Liveness does not depend on the database, because an outage
 * would restart every pod.
 */
@Readiness
@ApplicationScoped
class DatabaseReadiness implements HealthCheck {

    private final DatabaseContact contact;
    private final Duration patience;

    DatabaseReadiness(DatabaseContact contact, DatabaseSilence silence) {
        this.contact = contact;
        this.patience = silence.notReady();
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("database")
                .status(contact.hasAnsweredWithin(patience))
                .withData("silent-for-milliseconds", contact.silence().toMillis())
                .build();
    }
}
