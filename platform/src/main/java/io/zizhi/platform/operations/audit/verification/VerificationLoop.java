package io.zizhi.platform.operations.audit.verification;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.zizhi.platform.operations.audit.anchor.Anchors;
import io.zizhi.platform.runtime.blocking.RepeatingWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Verifies the audit log regularly, one page a second. Each replica verifies independently and keeps its progress in
 * memory: an attacker who owns the database could stop a verification that is planned there. Publishes two gauges:
 * {@code audit_findings}, the findings of the last verification that are not accepted, and {@code
 * audit_verification_age_seconds}, the time since it ended or, before the first, since the start.
 */
@ApplicationScoped
class VerificationLoop {

    private static final Logger LOG = Logger.getLogger(VerificationLoop.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration FIRST = Duration.ofMinutes(10);

    private final MeterRegistry metrics;
    private final Anchors anchors;
    private final VerifyPage verifyPage;
    private final VerificationSettings settings;
    private final RepeatingWork work;
    private final long start = System.nanoTime();
    private Progress progress = Progress.START;
    private long due;
    private int found;
    private volatile long ended = start;
    private volatile int findings;

    VerificationLoop(
            Vertx vertx, MeterRegistry metrics, Anchors anchors, VerifyPage verifyPage, VerificationSettings settings) {
        this.metrics = metrics;
        this.anchors = anchors;
        this.verifyPage = verifyPage;
        this.settings = settings;
        this.work = new RepeatingWork(vertx, "Audit verification", PAUSE, this::round);
        this.due = start + Math.min(FIRST.toNanos(), settings.every().toNanos());
    }

    void start(@Observes StartupEvent event) {
        if (anchors.signed().isPresent()) {
            metrics.gauge("audit_findings", this, loop -> loop.findings);
            metrics.gauge("audit_verification_age_seconds", this, loop -> (System.nanoTime() - loop.ended) / 1e9);
            work.start();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        work.stop();
    }

    private Uni<Boolean> round() {
        return System.nanoTime() - due < 0
                ? Uni.createFrom().item(false)
                : verifyPage.verify(progress).invoke(this::take).replaceWith(false);
    }

    private void take(Step step) {
        step.findings().stream().filter(finding -> !finding.accepted()).forEach(finding -> {
            found++;
            LOG.errorf("The audit log was tampered with: %s", finding);
        });
        Progress next = step.next();
        if (next != null) {
            progress = next;
            return;
        }
        findings = found;
        ended = System.nanoTime();
        found = 0;
        progress = Progress.START;
        due = ended + settings.every().toNanos();
    }
}
