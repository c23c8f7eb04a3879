package io.zizhi.review.decision.foureyes;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import io.zizhi.review.peer.QualificationService;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/**
 * Compares the content of submissions, which qualification-service stores. Calls time out after two seconds; a circuit
 * breaker stops them while that service is down.
 */
@ApplicationScoped
public class SubmittedContent {

    /** Fields that are new in every submission. */
    private static final Set<String> RENEWED = Set.of(
            "/consent/noticeVersion",
            "/consent/accepted",
            "/administrator/phoneVerificationId",
            "/company/authenticationId");

    /** Fields of a letter that are compared. Names of persons are masked, so a changed name may go unnoticed. */
    private static final List<String> OF_LETTER = List.of(
            "name",
            "authoriser",
            "creditCode",
            "authorisedParty",
            "validFrom",
            "validTo",
            "documentId",
            "signatureNames");

    private final QualificationService service;

    SubmittedContent(@RestClient QualificationService service) {
        this.service = service;
    }

    /**
     * Returns whether the compared content is the same in the submission of an earlier decision and in that of
     * {@code workOrder}. Fails when qualification-service is down.
     */
    @Timeout(value = 2, unit = ChronoUnit.SECONDS)
    @Retry(maxRetries = 1, delay = 100, jitter = 50)
    @CircuitBreaker(requestVolumeThreshold = 10, failureRatio = 0.5, delay = 5, delayUnit = ChronoUnit.SECONDS)
    public Uni<Boolean> isUnchanged(long workOrder, EarlierDecision earlier) {
        return switch (earlier.subject()) {
            case QUALIFICATION ->
                service.difference(workOrder, Integer.toString(earlier.revision()))
                        .map(SubmittedContent::hasNoChange);
            case LETTER ->
                service.letterSubmission(earlier.workOrder())
                        .chain(before -> service.letterSubmission(workOrder).map(after -> isSameLetter(before, after)));
        };
    }

    static boolean hasNoChange(JsonNode difference) {
        return StreamSupport.stream(difference.path("changes").spliterator(), false)
                        .map(change -> change.path("pointer").asText())
                        .allMatch(RENEWED::contains)
                && difference.path("letter").path("changes").isEmpty();
    }

    static boolean isSameLetter(JsonNode before, JsonNode after) {
        return OF_LETTER.stream().allMatch(field -> before.path(field).equals(after.path(field)));
    }
}
