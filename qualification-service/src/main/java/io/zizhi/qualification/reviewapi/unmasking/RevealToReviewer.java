package io.zizhi.qualification.reviewapi.unmasking;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Caller;
import io.zizhi.qualification.peer.review.Reviews;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Reveals fields to a reviewer who holds a live claim on the review. review-service checks the claim before it calls.
 * This class asks review-service again, so that its stolen token alone reveals nothing.
 */
@ApplicationScoped
public class RevealToReviewer {

    private final Reviews reviews;
    private final RevealValues reveal;

    RevealToReviewer(Reviews reviews, RevealValues reveal) {
        this.reviews = reviews;
        this.reveal = reveal;
    }

    public Uni<ValuesView> handle(long workOrder, ValuesRequest wanted, Caller service) {
        return reviews.requireClaim(workOrder, wanted.reviewerId())
                .chain(() -> reveal.handle(workOrder, wanted, service));
    }
}
