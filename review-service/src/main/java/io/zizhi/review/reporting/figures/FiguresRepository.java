package io.zizhi.review.reporting.figures;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.NativeQuery;
import io.zizhi.platform.database.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.List;

/** Aggregates the figures of decisions, selected by decision time. */
@ApplicationScoped
class FiguresRepository {

    private static final String IN_PERIOD = "decided_at >= :from and decided_at < :to";

    /** {@code policy} is null in the totals row. */
    static final String DURATIONS =
            "select policy, count(*) as decisions, count(*) filter (where breached) as breached, "
                    + Percentiles.columns("first_touch_seconds")
                    + ", "
                    + Percentiles.columns("open_seconds")
                    + ", "
                    + Percentiles.columns("wall_seconds")
                    + " from decision_figure where "
                    + IN_PERIOD
                    + " group by grouping sets ((policy), ()) order by policy";

    /** {@code code} is null in the row with all decisions of an outcome. */
    static final String REASONS = """
            with decided as (select outcome, codes from decision_figure where %s and outcome <> 'APPROVED')
            select outcome, cast(null as text) as code, count(*) as decisions from decided group by outcome
            union all
            select outcome, code, count(*) from decided cross join unnest(codes) as code group by outcome, code
            order by decisions desc, code
            """.formatted(IN_PERIOD);

    /** Joins both sides, because a reviewer may have decisions and no checked proposals, or the reverse. */
    private static final String OF_REVIEWERS = """
            with decided as (
                select reviewer_id, count(*) as decisions,
                    count(*) filter (where outcome = 'APPROVED') as approved,
                    count(*) filter (where outcome = 'REJECTED') as rejected,
                    count(*) filter (where outcome = 'SUPPLEMENT_REQUESTED') as supplement_requested,
                    count(distinct cast(decided_at at time zone cast(:zone as text) as date)) as active_days,
                    count(*) filter (where breached) as breached,
                    %s
                from decision_figure where %s and {which}
                group by reviewer_id),
            seconded as (
                select reviewer_id,
                    count(*) filter (where state = 'CONFIRMED') as confirmed,
                    count(*) filter (where state = 'RETURNED') as returned
                from (select proposer_id as reviewer_id, state from proposal
                    where ended_at >= :from and ended_at < :to) looked_at
                where {which}
                group by reviewer_id)
            select reviewer_id, decisions, approved, rejected, supplement_requested, active_days, breached,
                open_seconds_p50, open_seconds_p90, open_seconds_p99, confirmed, returned
            from decided full join seconded using (reviewer_id)
            """.formatted(Percentiles.columns("open_seconds"), IN_PERIOD);

    /** No id is empty, so every id comes after the empty string. */
    static final String REVIEWERS =
            OF_REVIEWERS.replace("{which}", "reviewer_id > :after") + " order by reviewer_id limit :count";

    static final String REVIEWER = OF_REVIEWERS.replace("{which}", "reviewer_id = :reviewer");

    /** Returns a row per policy, and the totals row. */
    Uni<List<Row>> durations(Period period) {
        return new NativeQuery(DURATIONS)
                .with("from", period.from())
                .with("to", period.to())
                .rows();
    }

    /** Returns a row per outcome and code, and one per outcome. */
    Uni<List<Row>> reasons(Period period) {
        return new NativeQuery(REASONS)
                .with("from", period.from())
                .with("to", period.to())
                .rows();
    }

    /**
     * Returns reviewers who decided something or whose proposal a second reviewer checked, by id.
     *
     * @param zone the zone in which days are counted
     * @param after returns only later ids; empty for the first page
     */
    Uni<List<Row>> reviewers(Period period, ZoneId zone, String after, int count) {
        return ofReviewers(REVIEWERS, period, zone)
                .with("after", after)
                .with("count", count)
                .rows();
    }

    /** Returns the row of one reviewer; no row if they have neither decisions nor checked proposals. */
    Uni<List<Row>> reviewer(Period period, ZoneId zone, String reviewerId) {
        return ofReviewers(REVIEWER, period, zone).with("reviewer", reviewerId).rows();
    }

    private static NativeQuery ofReviewers(String sql, Period period, ZoneId zone) {
        return new NativeQuery(sql)
                .with("zone", zone.getId())
                .with("from", period.from())
                .with("to", period.to());
    }
}
