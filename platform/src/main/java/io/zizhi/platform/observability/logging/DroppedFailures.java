package io.zizhi.platform.observability.logging;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.zizhi.platform.http.problem.Outages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/**
 * Logs failures that arrive after a time-out, or after the client has gone. Nobody awaits them any more. Lost connections
 * and rolled-back transactions follow from such an end and need no action; only other failures are errors.
 */
@ApplicationScoped
class DroppedFailures {

    private static final Logger LOG = Logger.getLogger(DroppedFailures.class);

    /** Hibernate Reactive reports it after it has rolled back the transaction of a cancelled request. */
    private static final String ROLLED_BACK = "HR000090";

    void begin(@Observes StartupEvent event) {
        Infrastructure.setDroppedExceptionHandler(DroppedFailures::log);
    }

    static void log(Throwable failure) {
        if (Outages.isOutage(failure) || String.valueOf(failure.getMessage()).startsWith(ROLLED_BACK)) {
            LOG.infof("A failure that nobody awaits any more: %s", failure);
        } else {
            LOG.error("A failure that nobody awaits any more", failure);
        }
    }
}
