package io.zizhi.review.worklist.search;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.EntityColumns;
import io.zizhi.platform.database.NativeQuery;
import io.zizhi.review.review.Review;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds reviews by what is known about their submission or decision. */
@ApplicationScoped
class SearchRepository {

    private static final String REVIEWS = "select " + EntityColumns.of(Review.class) + " from review";

    /** What never changes has its indexes in a table of its own, so that claims and decisions do not write to them. */
    private static final String SUBMITTED = "exists (select from review_subject submitted"
            + " where submitted.work_order = review.work_order and submitted.";

    /** Returns up to {@code count} reviews with a smaller work order than {@code before}, the newest first. */
    Uni<List<Review>> search(SearchRequest wanted, long before, int count) {
        NativeQuery query = new NativeQuery(REVIEWS)
                .where("work_order < :before", "before", before)
                .where("work_order = :workOrder", "workOrder", wanted.workOrder())
                .where(SUBMITTED + "company_name like :company escape '!')", "company", prefix(wanted.companyName()))
                .where(SUBMITTED + "credit_code = :creditCode)", "creditCode", wanted.creditCode())
                .where(SUBMITTED + "account_id = :accountId)", "accountId", wanted.accountId())
                .where(SUBMITTED + "opened_at >= :submittedFrom)", "submittedFrom", wanted.submittedFrom())
                .where(SUBMITTED + "opened_at < :submittedTo)", "submittedTo", wanted.submittedTo())
                .where("reviewer_id = :reviewerId", "reviewerId", wanted.reviewerId())
                .where("status = any(cast(:statuses as text[]))", "statuses", names(wanted.statuses()))
                .where("policy = :policy", "policy", wanted.policy())
                .where("decided_at >= :decidedFrom", "decidedFrom", wanted.decidedFrom())
                .where("decided_at < :decidedTo", "decidedTo", wanted.decidedTo());
        if (wanted.outcome() != null) {
            query.where("outcome = :outcome", "outcome", wanted.outcome().name())
                    .where("undo_until is null")
                    .where("superseded_at is null");
        }
        return query.then("order by work_order desc limit :count")
                .with("count", count)
                .list(Review.class);
    }

    /** Returns a pattern in which the text stands for itself. */
    private static @Nullable String prefix(@Nullable String text) {
        return text == null ? null : text.replaceAll("[!%_]", "!$0") + "%";
    }

    private static String @Nullable [] names(@Nullable List<? extends Enum<?>> constants) {
        return constants == null ? null : constants.stream().map(Enum::name).toArray(String[]::new);
    }
}
