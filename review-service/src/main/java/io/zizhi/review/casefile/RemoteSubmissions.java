package io.zizhi.review.casefile;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.ReviewSubject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** Asks qualification-service, but not for long and not again and again while it is down. */
@ApplicationScoped
public class RemoteSubmissions implements Submissions {

    private static final int NOT_FOUND = 404;

    private final QualificationService service;

    @Inject
    RemoteSubmissions(@RestClient QualificationService service) {
        this.service = service;
    }

    @Override
    @Timeout(value = 2, unit = ChronoUnit.SECONDS)
    @Retry(maxRetries = 1, delay = 100, jitter = 50)
    @CircuitBreaker(requestVolumeThreshold = 10, failureRatio = 0.5, delay = 5, delayUnit = ChronoUnit.SECONDS)
    public Uni<@Nullable JsonNode> snapshot(ReviewSubject subject, long workOrder) {
        return ask(subject, workOrder).onFailure(RemoteSubmissions::isNotFound).recoverWithNull();
    }

    private Uni<JsonNode> ask(ReviewSubject subject, long workOrder) {
        return switch (subject) {
            case QUALIFICATION -> service.submission(workOrder);
            case LETTER -> service.letterSubmission(workOrder);
        };
    }

    @Override
    @Timeout(value = 2, unit = ChronoUnit.SECONDS)
    @Retry(maxRetries = 1, delay = 100, jitter = 50)
    @CircuitBreaker(requestVolumeThreshold = 10, failureRatio = 0.5, delay = 5, delayUnit = ChronoUnit.SECONDS)
    public Uni<@Nullable JsonNode> difference(ReviewSubject subject, long workOrder, Base base) {
        @Nullable
        String from = switch (base) {
            case PREVIOUS -> null;
            case IN_FORCE -> "in-force";
        };
        Uni<JsonNode> answer = switch (subject) {
            case QUALIFICATION -> service.difference(workOrder, from);
            case LETTER -> service.letterDifference(workOrder, from);
        };
        return answer.onFailure(RemoteSubmissions::isNotFound).recoverWithNull();
    }

    @Override
    @Timeout(value = 2, unit = ChronoUnit.SECONDS)
    @Retry(maxRetries = 1, delay = 100, jitter = 50)
    @CircuitBreaker(requestVolumeThreshold = 10, failureRatio = 0.5, delay = 5, delayUnit = ChronoUnit.SECONDS)
    public Uni<@Nullable JsonNode> related(long workOrder) {
        return service.related(workOrder)
                .onFailure(RemoteSubmissions::isNotFound)
                .recoverWithNull();
    }

    private static boolean isNotFound(Throwable failure) {
        return failure instanceof WebApplicationException answer
                && answer.getResponse().getStatus() == NOT_FOUND;
    }
}
