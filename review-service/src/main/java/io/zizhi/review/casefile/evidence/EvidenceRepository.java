package io.zizhi.review.casefile.evidence;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.NativeQuery;
import io.zizhi.review.review.Review;
import io.zizhi.review.review.ReviewView;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Finds the evidence in this service's own database about a submission and earlier submissions. */
@ApplicationScoped
class EvidenceRepository implements PanacheRepositoryBase<Review, Long> {

    private static final int NEWEST = 20;

    private static final String DECIDED_BEFORE = """
            submission.qualificationId = ?1 and submission.subject = ?2 and submission.revision < ?3
            and status = DECIDED order by submission.revision desc
            """;

    private static final String DOCUMENTS =
            "select document_id from review_document where work_order = :workOrder order by document_id";

    /** Returns decided reviews of earlier revisions of the same qualification or letter, newest first, at most 20. */
    Uni<List<Review>> decidedBefore(ReviewView review) {
        return find(DECIDED_BEFORE, review.subjectId(), review.subject(), review.revision())
                .range(0, NEWEST - 1)
                .list();
    }

    /** Returns the ids of the submission's documents, as its event listed them. */
    Uni<List<String>> documents(long workOrder) {
        return new NativeQuery(DOCUMENTS).with("workOrder", workOrder).list(String.class);
    }
}
