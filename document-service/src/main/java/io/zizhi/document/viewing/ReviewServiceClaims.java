package io.zizhi.document.viewing;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.problem.ProblemException;
import io.zizhi.platform.http.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/** Asks review-service for {@link Claims}. Any answer other than yes or no counts as an outage. */
@ApplicationScoped
class ReviewServiceClaims implements Claims {

    private static final Logger LOG = Logger.getLogger(ReviewServiceClaims.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final ReviewServiceClient reviews;

    ReviewServiceClaims(@RestClient ReviewServiceClient reviews) {
        this.reviews = reviews;
    }

    @Override
    public Uni<Optional<Long>> find(String reviewerId, String documentId, boolean opens) {
        return reviews.claim(reviewerId, documentId, opens ? null : ReviewServiceClient.THUMBNAIL)
                .map(claim -> Optional.of(claim.workOrder()))
                .onFailure(NoClaimException.class)
                .recoverWithItem(Optional.empty())
                .onFailure(ViewsLimitedException.class)
                .transform(ReviewServiceClaims::limited)
                .onFailure(failure -> !(failure instanceof ProblemException))
                .invoke(failure -> LOG.warnf("review-service: %s", failure.toString()))
                .onFailure(failure -> !(failure instanceof ProblemException))
                .transform(failure -> Problems.unavailable(
                        "REVIEW_SERVICE_UNAVAILABLE", "The claim cannot be checked. Try again later.", RETRY_AFTER));
    }

    private static ProblemException limited(Throwable failure) {
        return Problems.tooManyRequests(
                "VIEWING_LIMITED",
                "You have viewed personal data too often, or of too many documents, submissions or accounts. Ask a"
                        + " supervisor to lift the limit, or continue after the time in `Retry-After`.",
                ((ViewsLimitedException) failure).retryAfter());
    }
}
