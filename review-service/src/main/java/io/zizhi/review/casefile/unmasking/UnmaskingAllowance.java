package io.zizhi.review.casefile.unmasking;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.NativeQuery;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.review.limits.ReviewLimits;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;

/**
 * Limits how many fields each reviewer may see in plain text. Counted in the database, so the limit holds across
 * replicas.
 */
@ApplicationScoped
class UnmaskingAllowance {

    /** Changes and returns no row if the limit would be exceeded. */
    private static final String TAKE = """
            insert into unmasking_allowance as taken (reviewer_id, began_at, used)
            values (:reviewer, :now, :fields)
            on conflict (reviewer_id) do update set
                began_at = case when taken.began_at <= :over then excluded.began_at else taken.began_at end,
                used = case when taken.began_at <= :over then excluded.used else taken.used + excluded.used end
            where taken.began_at <= :over or taken.used + excluded.used <= :limit
            """;

    private static final String BEGAN = "select began_at from unmasking_allowance where reviewer_id = :reviewer";

    private final int limit;
    private final Duration window;

    UnmaskingAllowance(ReviewLimits limits) {
        this.limit = limits.unmaskedFields();
        this.window = limits.unmaskingWindow();
    }

    /** Counts the fields, or refuses with 429 and the time until the window ends. */
    Uni<Void> take(String reviewer, int fields, Instant now) {
        return new NativeQuery(TAKE)
                .with("reviewer", reviewer)
                .with("now", now)
                .with("fields", fields)
                .with("over", now.minus(window))
                .with("limit", limit)
                .execute()
                .chain(taken -> taken > 0 ? Uni.createFrom().voidItem() : refuse(reviewer, now));
    }

    private Uni<Void> refuse(String reviewer, Instant now) {
        return new NativeQuery(BEGAN)
                .with("reviewer", reviewer)
                .single(Instant.class)
                .chain(began -> Uni.createFrom()
                        .failure(Problems.tooManyRequests(
                                "UNMASKING_LIMITED",
                                "The limit of unmasked fields is reached. Continue after the time in `Retry-After`.",
                                wholeSeconds(Duration.between(now, began.plus(window))))));
    }

    /** Rounds up, so that a caller who waits that long does not come too early. */
    private static Duration wholeSeconds(Duration left) {
        return Duration.ofSeconds(Math.max(1, left.plusMillis(999).toSeconds()));
    }
}
