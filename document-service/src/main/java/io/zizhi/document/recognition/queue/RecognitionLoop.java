package io.zizhi.document.recognition.queue;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.zizhi.document.recognition.RecognitionConfig;
import io.zizhi.document.recognition.RecognitionRepository;
import io.zizhi.platform.database.SingleStatement;
import io.zizhi.platform.runtime.blocking.RepeatingWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;

/** Repeats {@link RecognisePictures#round} while the service runs, if a provider is configured. */
@ApplicationScoped
class RecognitionLoop {

    private static final Logger LOG = Logger.getLogger(RecognitionLoop.class);
    private static final Duration MEASURED_EVERY = Duration.ofSeconds(10);

    private final RecognitionConfig config;
    private final List<RepeatingWork> readings;
    private final RepeatingWork measurements;

    RecognitionLoop(
            Vertx vertx,
            SingleStatement statement,
            RecognisePictures recognise,
            RecognitionBacklog backlog,
            RecognitionConfig config) {
        this.config = config;
        this.readings = IntStream.rangeClosed(1, config.parallel())
                .mapToObj(number -> new RepeatingWork(
                        vertx,
                        "Recognition " + number,
                        config.pollEvery(),
                        () -> statement.ifFinds(RecognitionRepository.WORK, recognise::round)))
                .toList();
        this.measurements = new RepeatingWork(
                vertx,
                "Recognition metrics",
                MEASURED_EVERY,
                () -> backlog.measure().replaceWith(false));
    }

    void start(@Observes StartupEvent event) {
        if (config.provider() == RecognitionConfig.Provider.NONE) {
            LOG.info("No recognition is configured (zizhi.document.recognition.provider)");
            return;
        }
        readings.forEach(RepeatingWork::start);
        measurements.start();
    }

    void stop(@Observes ShutdownEvent event) {
        readings.forEach(RepeatingWork::stop);
        measurements.stop();
    }
}
