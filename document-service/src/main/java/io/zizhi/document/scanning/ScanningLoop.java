package io.zizhi.document.scanning;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.zizhi.document.recognition.RecognitionConfig;
import io.zizhi.platform.database.SingleStatement;
import io.zizhi.platform.runtime.blocking.RepeatingWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Repeats {@link ScanDocuments#round} while the service runs, if a scanner is configured. After an outage of the
 * scanner the pauses between two documents grow to ten seconds.
 */
@ApplicationScoped
class ScanningLoop {

    private static final Logger LOG = Logger.getLogger(ScanningLoop.class);
    private static final Duration MEASURED_EVERY = Duration.ofSeconds(10);

    private final ScannerConfig config;
    private final RepeatingWork scans;
    private final RepeatingWork measurements;

    ScanningLoop(
            Vertx vertx, SingleStatement statement, ScanDocuments scan, ScanBacklog backlog, ScannerConfig config) {
        this.config = config;
        this.scans = new RepeatingWork(
                vertx,
                "Malware scan",
                config.pollEvery(),
                () -> statement.ifFinds(ScanQueueRepository.WORK, scan::round));
        this.measurements = new RepeatingWork(
                vertx,
                "Malware scan metrics",
                MEASURED_EVERY,
                () -> backlog.measure().replaceWith(false));
    }

    void start(@Observes StartupEvent event, RecognitionConfig recognition) {
        if (config.provider() == ScannerConfig.Provider.NONE) {
            LOG.info("No malware scanner is configured (zizhi.document.scanner.provider): documents stay unscanned");
            if (recognition.provider() != RecognitionConfig.Provider.NONE && !recognition.unscanned()) {
                LOG.warn("Pictures wait for a malware scan and are never recognised; set"
                        + " zizhi.document.recognition.unscanned to have them read without one");
            }
            return;
        }
        scans.start();
        measurements.start();
    }

    void stop(@Observes ShutdownEvent event) {
        scans.stop();
        measurements.stop();
    }
}
