package io.zizhi.review.worklist.claim;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.EntityColumns;
import io.zizhi.platform.database.NativeQuery;
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

    private static final String LIVE_CLAIMS = "select " + EntityColumns.of(Review.class) + " " + """
            from review
            where work_order in (
                select work_order from review_document where document_id = :documentId
                union
                select later.work_order from review_document submitted
                join review earlier on earlier.work_order = submitted.work_order
                join review later on later.qualification_id = earlier.qualification_id
                    and later.subject = earlier.subject and later.revision > earlier.revision
                where submitted.document_id = :documentId)
              and reviewer_id = :reviewerId and status in ('CLAIMED', 'PROPOSED') and lease_ends_at > :now
            order by work_order desc limit :most
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
     * Returns reviews on which this reviewer has a live claim, and whose revision or an earlier submitted one of the same
     * qualification or letter holds this document, newest first, at most 20. The evidence names documents of earlier
     * revisions as changes.
     */
    Uni<List<Review>> liveClaims(String reviewerId, String documentId, Instant now) {
        return new NativeQuery(LIVE_CLAIMS)
                .with("documentId", documentId)
                .with("reviewerId", reviewerId)
                .with("now", now)
                .with("most", MOST)
                .list(Review.class);
    }
}
