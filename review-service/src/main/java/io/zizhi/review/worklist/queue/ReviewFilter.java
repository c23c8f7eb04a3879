package io.zizhi.review.worklist.queue;

import io.zizhi.contracts.OwnerType;
import io.zizhi.contracts.Purpose;
import io.zizhi.contracts.ReviewSubject;
import org.jspecify.annotations.Nullable;

/**
 * Filters reviews by kind; null means no filter.
 *
 * @param policy reviews under this clock policy
 * @param ownerType reviews of this owner type
 * @param purpose reviews with this purpose
 * @param subject qualifications, or letters alone
 * @param resubmitted whether the submission is a second or later revision
 * @param breached whether the review missed its target
 * @param urged whether the applicant urged it
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

    /** Adds conditions on columns of the index {@code review_queue} only, so that the query does not read the rows. */
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
