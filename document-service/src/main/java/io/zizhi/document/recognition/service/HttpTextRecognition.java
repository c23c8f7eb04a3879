package io.zizhi.document.recognition.service;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.zizhi.document.recognition.Reading;
import io.zizhi.document.recognition.Reading.Failed;
import io.zizhi.document.recognition.Reading.Postponed;
import io.zizhi.document.recognition.RecognitionConfig;
import io.zizhi.document.recognition.RecognitionForm;
import io.zizhi.document.recognition.TextRecognition;
import io.zizhi.document.storage.FileFormat;
import io.zizhi.document.storage.objects.Pieces;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/** Recognition in another process: the worker of this suite, or a cloud service. Both speak the same HTTP. */
@ApplicationScoped
class HttpTextRecognition implements TextRecognition {

    private final ServiceClient client;
    private final ServiceBreaker breaker;
    private final RecognitionConfig config;

    HttpTextRecognition(ServiceClient client, ServiceBreaker breaker, RecognitionConfig config) {
        this.client = client;
        this.breaker = breaker;
        this.config = config;
    }

    /** Refuses to start with a time-out that can end after its claim: two replicas would then read one picture. */
    void check(@Observes @Priority(1) StartupEvent event) {
        if (config.provider() != RecognitionConfig.Provider.NONE
                && config.timeout().compareTo(config.lostAfter().dividedBy(2)) > 0) {
            throw new IllegalStateException("zizhi.document.recognition.timeout must be at most half of"
                    + " zizhi.document.recognition.lost-after.");
        }
    }

    @Override
    public Uni<Reading> read(RecognitionForm form, FileFormat format, Pieces picture) {
        Duration open = breaker.openFor();
        return open.isZero()
                ? client.post(form, format, picture)
                        .map(answer -> ServiceVerdict.of(answer, config.retryAfter()))
                        .invoke(this::remember)
                : Uni.createFrom().item(new Postponed("BREAKER_OPEN", open, true));
    }

    /** A busy service neither opens nor closes the breaker. */
    private void remember(Reading reading) {
        if (reading instanceof Failed || (reading instanceof Postponed postponed && postponed.isOutage())) {
            breaker.failed();
        } else if (!(reading instanceof Postponed)) {
            breaker.succeeded();
        }
    }
}
