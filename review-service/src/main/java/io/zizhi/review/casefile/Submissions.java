package io.zizhi.review.casefile;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.ReviewSubject;
import io.zizhi.review.peer.QualificationService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/**
 * Reads submitted revisions from qualification-service, which stores them. Calls time out after two seconds. Each
 * method has its own circuit breaker, which stops calls while that service is down.
 */
@ApplicationScoped
@Timeout(value = 2, unit = ChronoUnit.SECONDS)
@Retry(maxRetries = 1, delay = 100, jitter = 50)
@CircuitBreaker(requestVolumeThreshold = 10, failureRatio = 0.5, delay = 5, delayUnit = ChronoUnit.SECONDS)
public class Submissions {

    private static final int NOT_FOUND = 404;

    private final QualificationService service;

    Submissions(@RestClient QualificationService service) {
        this.service = service;
    }

    /**
     * Returns the submitted revision of a work order, or the letter that was submitted alone, personal fields masked.
     * Null when qualification-service does not know it. Fails when that service is down. The JSON is passed on
     * unchanged.
     */
    public Uni<@Nullable JsonNode> snapshot(ReviewSubject subject, long workOrder) {
        return ask(subject, workOrder).onFailure(Submissions::isNotFound).recoverWithNull();
    }

    private Uni<JsonNode> ask(ReviewSubject subject, long workOrder) {
        return switch (subject) {
            case QUALIFICATION -> service.submission(workOrder);
            case LETTER -> service.letterSubmission(workOrder);
        };
    }

    /**
     * Returns the fields in which a submission differs from another one of the same qualification or letter; null when
     * there is no other one. Fails like {@link #snapshot}; the JSON is passed on unchanged.
     */
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
        return answer.onFailure(Submissions::isNotFound).recoverWithNull();
    }

    /**
     * Returns other submissions of the same persons or the same company: {@code duplicates} in other accounts, and
     * {@code sameCompany} in the account itself. Fails like {@link #snapshot}; the JSON is passed on unchanged.
     */
    public Uni<@Nullable JsonNode> related(long workOrder) {
        return service.related(workOrder).onFailure(Submissions::isNotFound).recoverWithNull();
    }

    private static boolean isNotFound(Throwable failure) {
        return failure instanceof WebApplicationException answer
                && answer.getResponse().getStatus() == NOT_FOUND;
    }

    /** The submission to compare with. */
    public enum Base {
        /** The submission just before. */
        PREVIOUS,

        /** The revision in force. */
        IN_FORCE
    }
}
