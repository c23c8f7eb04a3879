package io.zizhi.review.reviewer.directory;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.NativeQuery;
import io.zizhi.platform.database.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Lists the people who have called the desk as reviewers. */
@ApplicationScoped
class ReviewerDirectoryRepository {

    /** An expired lease is not counted, even before its timer returns the review to the queue. */
    private static final String REVIEWERS = """
            with held as (
                select reviewer_id, count(*) as reviews from review
                where decided_at is null and cancelled_at is null and lease_ends_at > clock_timestamp()
                group by reviewer_id)
            select known.reviewer_id, known.display_name, known.seen_at, coalesce(held.reviews, 0) as held
            from reviewer_account known left join held using (reviewer_id)
            where known.reviews and known.reviewer_id > :after
            order by known.reviewer_id limit :count
            """;

    /** @param after returns only later ids; empty for the first page, because no id is empty */
    Uni<List<Row>> reviewers(String after, int count) {
        return new NativeQuery(REVIEWERS)
                .with("after", after)
                .with("count", count)
                .rows();
    }
}
