package io.zizhi.qualification.peer.review;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.qualification.model.revision.Decision;
import io.zizhi.qualification.peer.Outage;
import io.zizhi.qualification.peer.PeerRefusal;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Reads notes and claims from review-service. Fails with 503 if it does not answer. */
@ApplicationScoped
public class Reviews {

    private final ReviewClient client;

    Reviews(@RestClient ReviewClient client) {
        this.client = client;
    }

    /** Returns the decision with the reviewer's notes to the applicant. */
    public Uni<Decision> notes(long workOrder) {
        return client.notes(workOrder).onFailure().transform(failure -> Outage.of("review-service", failure));
    }

    /** Returns whether the reviewer holds a live claim on the review; fails with 503 if this cannot be determined. */
    public Uni<Boolean> isClaimedBy(long workOrder, String reviewerId) {
        return client.claim(workOrder, reviewerId)
                .replaceWith(true)
                .onFailure(PeerRefusal.class)
                .recoverWithItem(false)
                .onFailure()
                .transform(failure -> Outage.of("review-service", failure));
    }

    /** Fails with 403 if the reviewer holds no live claim on the review, and with 503 if this cannot be determined. */
    public Uni<Void> requireClaim(long workOrder, String reviewerId) {
        return isClaimedBy(workOrder, reviewerId)
                .invoke(claimed -> {
                    if (!claimed) {
                        throw Problems.forbidden("CLAIM_REQUIRED", "The reviewer holds no live claim on the review.");
                    }
                })
                .replaceWithVoid();
    }
}
