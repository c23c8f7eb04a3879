package io.zizhi.review.worklist.claim;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.zizhi.review.review.Review;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Finds live claims. */
@ApplicationScoped
public class ClaimRepository implements PanacheRepositoryBase<Review, Long> {

    /** A reviewer holds few reviews at once. If more than this many share a document, only the newest are checked. */
    private static final int MOST = 20;

    private static final String LIVE_CLAIMS = """
            select r from Review r join r.documentIds d
            where d = :documentId and r.lease.reviewerId = :reviewerId
              and r.status in (CLAIMED, PROPOSED) and r.lease.endsAt > :now
            order by r.workOrder desc
            """;

    private static final String LIVE_CLAIM = """
            workOrder = :workOrder and lease.reviewerId = :reviewerId
              and status in (CLAIMED, PROPOSED) and lease.endsAt > :now
            """;

    /** Returns the review of this work order if this reviewer has a live claim on it; else an empty list. */
    Uni<List<Review>> liveClaim(String reviewerId, long workOrder, Instant now) {
        Map<String, Object> parameters = Map.of("reviewerId", reviewerId, "workOrder", workOrder, "now", now);
        return find(LIVE_CLAIM, parameters).list();
    }

    /**
     * Returns reviews whose revision holds this document and on which this reviewer has a live claim, newest first, at
     * most 20.
     */
    Uni<List<Review>> liveClaims(String reviewerId, String documentId, Instant now) {
        Map<String, Object> parameters = Map.of("reviewerId", reviewerId, "documentId", documentId, "now", now);
        return find(LIVE_CLAIMS, parameters).range(0, MOST - 1).list();
    }
}
