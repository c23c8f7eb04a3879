package io.zizhi.qualification.reviewapi.unmasking;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.NativeQuery;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.runtime.time.DatabaseTime;
import io.zizhi.qualification.account.limits.QualificationLimits;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;

/**
 * Limits how many fields each reviewer may unmask within a day. The day starts with the first unmasked field.
 * review-service has a stricter limit per hour; this one also stops callers who stole its token.
 */
@ApplicationScoped
class UnmaskingAllowance {

    private static final Duration DAY = Duration.ofDays(1);

    /** Changes and returns nothing if the limit would be exceeded. */
    private static final String TAKE = """
            insert into unmasking_allowance as taken (reviewer_id, began_at, used)
            values (:reviewer, :now, :fields)
            on conflict (reviewer_id) do update set
                began_at = case when taken.began_at <= :over then excluded.began_at else taken.began_at end,
                used = case when taken.began_at <= :over then excluded.used else taken.used + excluded.used end
            where taken.began_at <= :over or taken.used + excluded.used <= :limit
            """;

    private final int limit;
    private final DatabaseTime time;

    UnmaskingAllowance(QualificationLimits limits, DatabaseTime time) {
        this.limit = limits.unmaskedFieldsPerDay();
        this.time = time;
    }

    /** Counts the fields, or fails with 429 if the limit would be exceeded. */
    Uni<Void> take(String reviewerId, int fields) {
        return time.now()
                .chain(now -> take(reviewerId, fields, now))
                .chain(taken -> taken > 0
                        ? Uni.createFrom().voidItem()
                        : Uni.createFrom().failure(refusal()));
    }

    private Uni<Integer> take(String reviewerId, int fields, Instant now) {
        return new NativeQuery(TAKE)
                .with("reviewer", reviewerId)
                .with("now", now)
                .with("fields", fields)
                .with("over", now.minus(DAY))
                .with("limit", limit)
                .execute();
    }

    private static RuntimeException refusal() {
        return Problems.tooManyRequests("UNMASKING_LIMITED", "The daily limit of unmasked fields is reached.", DAY);
    }
}
