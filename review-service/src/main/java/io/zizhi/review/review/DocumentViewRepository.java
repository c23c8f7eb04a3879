package io.zizhi.review.review;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.FollowingQuery;
import io.zizhi.platform.database.NativeQuery;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Stores which documents of a review each person has opened. */
@ApplicationScoped
public class DocumentViewRepository {

    private static final String RECORD = """
            with opened as (
                insert into document_view(work_order, reviewer_id, document_id)
                select work_order, :reviewer, :document from unnest(cast(:workOrders as bigint[])) as one(work_order)
                on conflict do nothing
                returning work_order)
            select work_order from opened
            """;

    private static final String UNOPENED = """
            select array(
                select document_id from review_document submitted
                where work_order = $1 and not exists (select from document_view opened
                    where opened.work_order = submitted.work_order and opened.reviewer_id = $2
                        and opened.document_id = submitted.document_id)
                order by document_id)
            """;

    /**
     * Records that the person opens the document as part of these reviews. Returns the work orders of the reviews in
     * which it is the first time.
     */
    public Uni<List<Long>> record(List<Review> reviews, String reviewer, String document) {
        return new NativeQuery(RECORD)
                .with("reviewer", reviewer)
                .with("document", document)
                .with("workOrders", reviews.stream().map(Review::workOrder).toArray(Long[]::new))
                .list(Long.class);
    }

    /**
     * Returns the ids of the submission's documents that the person has not opened. May follow another statement
     * without waiting for its answer, see {@link FollowingQuery}.
     */
    public Uni<List<String>> unopened(long workOrder, String reviewer) {
        return FollowingQuery.row(UNOPENED, workOrder, reviewer).map(row -> List.of((String[]) row[0]));
    }
}
