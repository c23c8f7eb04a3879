package io.zizhi.review.casefile.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import io.zizhi.review.casefile.evidence.DocumentService.Question;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/**
 * Finds documents that other accounts uploaded too, identical byte by byte. Asks document-service, with a time-out and
 * a circuit breaker.
 */
@ApplicationScoped
public class IdenticalDocuments {

    private final DocumentService service;

    IdenticalDocuments(@RestClient DocumentService service) {
        this.service = service;
    }

    /**
     * Returns the documents that other accounts have too; null if there are none. Fails when document-service is down.
     * The JSON is passed on unchanged.
     */
    @Timeout(value = 2, unit = ChronoUnit.SECONDS)
    @Retry(maxRetries = 1, delay = 100, jitter = 50)
    @CircuitBreaker(requestVolumeThreshold = 10, failureRatio = 0.5, delay = 5, delayUnit = ChronoUnit.SECONDS)
    public Uni<@Nullable JsonNode> of(List<String> documentIds) {
        return service.identical(new Question(documentIds))
                .map(answer -> answer.path("documents"))
                .map(documents -> documents.isEmpty() ? null : documents);
    }
}
