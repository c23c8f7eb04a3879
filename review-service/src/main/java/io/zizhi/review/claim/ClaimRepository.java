package io.zizhi.review.claim;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.zizhi.review.desk.Review;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds live claims. */
@ApplicationScoped
public class ClaimRepository implements PanacheRepositoryBase<Review, Long> {

    private static final String LIVE_CLAIM = """
            select r from Review r join r.documentIds d
            where d = :documentId and r.lease.reviewerId = :reviewerId
              and r.status in (CLAIMED, PROPOSED) and r.lease.endsAt > :now
            order by r.workOrder desc
            """;

    /** The live claim of this reviewer on a review whose revision holds this document, or null. */
    Uni<@Nullable Review> liveClaim(String reviewerId, String documentId, Instant now) {
        Map<String, Object> parameters = Map.of("reviewerId", reviewerId, "documentId", documentId, "now", now);
        return find(LIVE_CLAIM, parameters).range(0, 0).list().map(found -> found.isEmpty() ? null : found.getFirst());
    }
}
