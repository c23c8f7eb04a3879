package io.zizhi.document.storage.objects;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.zizhi.platform.http.problem.ProblemException;
import io.zizhi.platform.http.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/** Counts and answers reads of documents with damaged or lost bytes (metric {@code zizhi.document.unreadable}). */
@ApplicationScoped
public class UnreadableObjects {

    private static final Logger LOG = Logger.getLogger(UnreadableObjects.class);

    private final Counter damaged;
    private final Counter lost;

    UnreadableObjects(MeterRegistry metrics) {
        this.damaged = counter(metrics, "damaged");
        this.lost = counter(metrics, "lost");
    }

    /** Registers the metric at start-up, before the first damage. */
    void begin(@Observes StartupEvent event) {
        // The constructor has registered the metric.
    }

    /** Returns the 502 for an object whose bytes differ from the bytes that were stored. */
    ProblemException damaged(String key, String what) {
        LOG.errorf("Object %s is damaged: %s", key, what);
        damaged.increment();
        return Problems.badGateway(
                "DOCUMENT_DAMAGED",
                "The stored bytes of the document are damaged. The operator has been alerted; the owner can upload it"
                        + " again.");
    }

    /** Returns the 410 for a row whose object is missing. */
    ProblemException lost(String key) {
        LOG.errorf("Object %s is lost: its row exists", key);
        lost.increment();
        return Problems.gone(
                "DOCUMENT_LOST",
                "The stored bytes of the document are lost. The operator has been alerted; the owner can upload it"
                        + " again.");
    }

    private static Counter counter(MeterRegistry metrics, String cause) {
        return Counter.builder("zizhi.document.unreadable")
                .description("Reads of documents whose bytes are damaged or lost, by views and malware scans")
                .tag("cause", cause)
                .register(metrics);
    }
}
