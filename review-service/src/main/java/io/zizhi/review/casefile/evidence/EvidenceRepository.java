package io.zizhi.review.casefile.evidence;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.zizhi.review.review.Review;
import io.zizhi.review.review.ReviewView;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Finds what this service itself knows of a submission and those before it. */
@ApplicationScoped
class EvidenceRepository implements PanacheRepositoryBase<Review, Long> {

    private static final int NEWEST = 20;

    private static final String DECIDED_BEFORE = """
            submission.qualificationId = ?1 and submission.subject = ?2 and submission.revision < ?3
            and status = DECIDED order by submission.revision desc
            """;

    private static final String DOCUMENTS =
            "select document_id from review_document where work_order = :workOrder order by document_id";

    /** Decided reviews of earlier revisions of the same, newest first, at most 20. */
    Uni<List<Review>> decidedBefore(ReviewView review) {
        return find(DECIDED_BEFORE, review.qualificationId(), review.subject(), review.revision())
                .range(0, NEWEST - 1)
                .list();
    }

    /** Ids of the documents of the submission, as its event told them. */
    Uni<List<String>> documents(long workOrder) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(DOCUMENTS, String.class)
                        .setParameter("workOrder", workOrder)
                        .getResultList());
    }
}
