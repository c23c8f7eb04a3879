package io.zizhi.review.worklist.queue;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.EntityColumns;
import io.zizhi.platform.database.NativeQuery;
import io.zizhi.review.review.Review;
import io.zizhi.review.reviewer.Remit;
import io.zizhi.review.reviewer.Skills;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds reviews in the order of the queue, using its index. */
@ApplicationScoped
public class QueueRepository {

    /** The predicate of the index {@code review_queue}. */
    static final String UNFINISHED = "decided_at is null and cancelled_at is null";

    /** The predicate of the index {@code review_finished}. */
    static final String FINISHED = "(decided_at is not null or cancelled_at is not null)";

    private static final String WAITING =
            "(status = 'OPEN' or status = 'PROPOSED' and lease_ends_at is null and proposer_id <> :reviewer)";

    private static final String REVIEWS = "select " + EntityColumns.of(Review.class) + " from review where ";

    private static final String IN_ORDER = " order by due_at, work_order";

    private static final String OF_OTHER_COMPANIES = "not exists (select from account_identity submitter"
            + " where submitter.account_id = review.account_id and submitter.credit_code = :ownCode)";

    private static final String OF_OTHER_PERSONS = "not exists (select from review_person_account person"
            + " where person.work_order = review.work_order and person.account_id = :ownAccount)";

    private static final String COUNTED = """
            select status, policy, owner_type, purpose, subject,
                coalesce(reviewer_id = :reviewer, false) as mine,
                count(*) as reviews,
                count(warned_at) as warned,
                count(breached_at) as breached,
                count(escalated_at) as escalated,
                count(*) filter (where revision > 1) as resubmitted,
                count(urged_at) as urged,
                min(due_at) as earliest
            from review where\s""";

    /** Returns up to {@code count} reviews after {@code cursor}, by due time. */
    Uni<List<Review>> queue(QueueFilter filter, @Nullable QueueCursor cursor, int count) {
        Condition condition = filter.condition();
        if (cursor != null) {
            condition
                    .and("(due_at, work_order) > (:dueAt, :workOrder)")
                    .with("dueAt", cursor.dueAt())
                    .with("workOrder", cursor.workOrder());
        }
        return reviews(inOrder(condition), condition.with("count", count).parameters());
    }

    /**
     * Locks and returns the first review of that kind that waits for a reviewer and is within the remit. Skips reviews
     * that others are claiming at this moment. Null if there is none.
     */
    Uni<@Nullable Review> lockNext(ReviewFilter kind, Remit remit, String reviewerId) {
        Condition condition = waiting(kind, reviewerId);
        narrow(condition, remit);
        return reviews(next(condition), condition.parameters()).map(found -> found.isEmpty() ? null : found.getFirst());
    }

    /** Counts the unfinished reviews of that kind, grouped by their common values. */
    Uni<List<Tally>> count(ReviewFilter kind, String reviewerId) {
        Condition condition = new QueueFilter(null, null, kind).condition().with("reviewer", reviewerId);
        String sql = COUNTED + condition.sql() + " group by 1, 2, 3, 4, 5, 6";
        return new NativeQuery(sql)
                .with(condition.parameters())
                .list(Tuple.class)
                .map(rows -> rows.stream().map(Tally::from).toList());
    }

    /** Selects open reviews, and reviews that somebody else has proposed and nobody holds. */
    static Condition waiting(ReviewFilter kind, String reviewerId) {
        Condition condition = new Condition().and(UNFINISHED).and(WAITING, "reviewer", reviewerId);
        kind.narrow(condition);
        return condition;
    }

    /** Leaves out reviews that {@link Remit} would refuse. */
    static void narrow(Condition condition, Remit remit) {
        if (remit.accountId() != null) {
            condition
                    .and("account_id <> :ownAccount", "ownAccount", remit.accountId())
                    .and(OF_OTHER_PERSONS);
        }
        if (remit.creditCode() != null) {
            condition
                    .and("credit_code is distinct from :ownCode", "ownCode", remit.creditCode())
                    .and(OF_OTHER_COMPANIES);
        }
        Skills skills = remit.skills();
        oneOf(condition, "owner_type", "skilledOwnerTypes", skills.ownerTypes());
        oneOf(condition, "policy", "skilledPolicies", skills.policies());
        oneOf(condition, "purpose", "skilledPurposes", skills.purposes());
        oneOf(condition, "subject", "skilledSubjects", skills.subjects());
    }

    private static void oneOf(Condition condition, String column, String parameter, @Nullable List<?> values) {
        if (values != null) {
            condition.and(
                    column + " = any(cast(:" + parameter + " as text[]))",
                    parameter,
                    values.stream().map(String::valueOf).toArray(String[]::new));
        }
    }

    static String next(Condition condition) {
        return REVIEWS + condition.sql() + IN_ORDER + " limit 1 for no key update skip locked";
    }

    static String inOrder(Condition condition) {
        return REVIEWS + condition.sql() + IN_ORDER + " limit :count";
    }

    private static Uni<List<Review>> reviews(String sql, Map<String, Object> parameters) {
        return new NativeQuery(sql).with(parameters).list(Review.class);
    }
}
