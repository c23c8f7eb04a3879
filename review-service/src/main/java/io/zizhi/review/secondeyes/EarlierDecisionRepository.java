package io.zizhi.review.secondeyes;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.ReviewOutcome;
import io.zizhi.review.desk.Review;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import org.jspecify.annotations.Nullable;

/** Finds what was decided before about the same thing. */
@ApplicationScoped
public class EarlierDecisionRepository implements PanacheRepositoryBase<Review, Long> {

    /** The last decision about it, and whether the review holds the same documents. */
    private static final String LAST = """
            select e.work_order as work_order, e.revision as revision, e.outcome as outcome,
                not exists (
                    select document_id from review_document where work_order in (e.work_order, :workOrder)
                    group by document_id having count(*) = 1) as same_documents
            from review e
            where e.qualification_id = :id and e.subject = :subject and e.status = 'DECIDED'
              and e.work_order <> :workOrder
            order by e.decided_at desc, e.work_order desc limit 1
            """;

    /** The last decision, where {@code outcome} contradicts it and the documents are the same; else null. */
    Uni<@Nullable EarlierDecision> contradicted(Review review, ReviewOutcome outcome) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(LAST, Tuple.class)
                        .setParameter("workOrder", review.workOrder())
                        .setParameter("id", review.submission().qualificationId())
                        .setParameter("subject", review.submission().subject().name())
                        .getSingleResultOrNull())
                .map(last -> last == null || !contradicts(outcome, last)
                        ? null
                        : new EarlierDecision(
                                review.submission().subject(),
                                last.get("work_order", Long.class),
                                last.get("revision", Integer.class)));
    }

    private static boolean contradicts(ReviewOutcome outcome, Tuple last) {
        boolean approved = last.get("outcome", String.class).equals(ReviewOutcome.APPROVED.name());
        return last.get("same_documents", Boolean.class) && approved != (outcome == ReviewOutcome.APPROVED);
    }
}
