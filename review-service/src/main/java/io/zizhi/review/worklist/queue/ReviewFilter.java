package io.zizhi.review.worklist.queue;

import io.zizhi.contracts.OwnerType;
import io.zizhi.contracts.Purpose;
import io.zizhi.contracts.ReviewSubject;
import org.jspecify.annotations.Nullable;

/**
 * What kind of reviews is asked for; null stands for all of them.
 *
 * @param policy those of this clock policy
 * @param ownerType those of owners of this type
 * @param purpose those for this purpose
 * @param subject qualifications, or letters alone
 * @param resubmitted those whose submission is a second or later revision, or a first one
 * @param breached those that missed their target, or that have not
 * @param urged those that the applicant asked to hurry with, or the others
 */
record ReviewFilter(
        @Nullable String policy,
        @Nullable OwnerType ownerType,
        @Nullable Purpose purpose,
        @Nullable ReviewSubject subject,
        @Nullable Boolean resubmitted,
        @Nullable Boolean breached,
        @Nullable Boolean urged) {

    static final ReviewFilter ALL = new ReviewFilter(null, null, null, null, null, null, null);

    /** Everything is a condition on a column of the index {@code review_queue}, so that it costs no look at the row. */
    void narrow(Condition condition) {
        if (policy != null) {
            condition.and("policy = :policy", "policy", policy);
        }
        if (ownerType != null) {
            condition.and("owner_type = :ownerType", "ownerType", ownerType.name());
        }
        if (purpose != null) {
            condition.and("purpose = :purpose", "purpose", purpose.name());
        }
        if (subject != null) {
            condition.and("subject = :subject", "subject", subject.name());
        }
        if (resubmitted != null) {
            condition.and(resubmitted ? "revision > 1" : "revision <= 1");
        }
        if (breached != null) {
            condition.and(breached ? "breached_at is not null" : "breached_at is null");
        }
        if (urged != null) {
            condition.and(urged ? "urged_at is not null" : "urged_at is null");
        }
    }
}
