package io.zizhi.review.reporting.unfinished;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.NativeQuery;
import io.zizhi.platform.database.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Counts unfinished reviews, using an index of unfinished reviews only. */
@ApplicationScoped
class UnfinishedWorkRepository {

    /** Reads the clock once for the whole statement. */
    static final String GROUPS = """
            select policy,
                case when escalated_at is not null then 'ESCALATED'
                     when breached_at is not null then 'BREACHED'
                     when warned_at is not null then 'WARNED'
                     else 'IN_TIME' end as stage,
                width_bucket(cast(extract(epoch from statement_timestamp() - opened_at) as bigint), cast(:ends as bigint[]))
                    as age,
                count(*) as reviews,
                count(*) - count(first_touched_at) as untouched,
                cast(extract(epoch from statement_timestamp() - min(opened_at)) as bigint) as oldest
            from review
            where decided_at is null and cancelled_at is null
            group by 1, 2, 3
            """;

    /** An unfinished review has a reviewer id exactly while someone holds it. */
    static final String REVIEWERS = """
            select count(distinct reviewer_id) as reviewers from review
            where decided_at is null and cancelled_at is null
            """;

    Uni<List<UnfinishedWork>> groups() {
        return new NativeQuery(GROUPS)
                .with("ends", Age.ends())
                .rows()
                .map(rows -> rows.stream().map(UnfinishedWork::from).toList());
    }

    /** Returns the number of reviewers who hold a review. */
    Uni<Long> reviewers() {
        return new NativeQuery(REVIEWERS).rows().map(List::getFirst).map((Row row) -> row.number("reviewers"));
    }
}
