package io.zizhi.document.storage.objects;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.problem.ProblemException;
import io.zizhi.platform.http.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/**
 * Counts, answers and records reads of documents with damaged or lost bytes (metric {@code zizhi.document.unreadable}).
 * Operators list the records until the bytes are readable again.
 */
@ApplicationScoped
public class UnreadableObjects {

    private static final Logger LOG = Logger.getLogger(UnreadableObjects.class);

    private final UnreadableRepository findings;
    private final Counter damaged;
    private final Counter lost;

    UnreadableObjects(UnreadableRepository findings, MeterRegistry metrics) {
        this.findings = findings;
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

    /** Records a failed read if the object is damaged or lost. Never fails: the read has failed already. */
    Uni<Void> record(String key, Throwable failure) {
        String code = failure instanceof ProblemException problem ? problem.code() : "";
        return switch (code) {
            case "DOCUMENT_DAMAGED" -> record(key, "DAMAGED");
            case "DOCUMENT_LOST" -> record(key, "LOST");
            default -> Uni.createFrom().voidItem();
        };
    }

    /** Counts and records an object that decrypts to other bytes than were stored. */
    public Uni<Void> recordDamaged(String key, String what) {
        return record(key, damaged(key, what));
    }

    /** Records that a sweep found no object. */
    public Uni<Void> recordLost(String key) {
        return record(key, "LOST");
    }

    private Uni<Void> record(String key, String finding) {
        return Panache.withTransaction(() -> findings.record(key, finding))
                .onFailure()
                .invoke(failure -> LOG.warnf("Object %s is not listed as unreadable: %s", key, failure))
                .onFailure()
                .recoverWithNull();
    }

    private static Counter counter(MeterRegistry metrics, String cause) {
        return Counter.builder("zizhi.document.unreadable")
                .description(
                        "Reads of documents whose bytes are damaged or lost, by views, exports, malware scans and verifications")
                .tag("cause", cause)
                .register(metrics);
    }
}
