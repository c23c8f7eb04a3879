package io.zizhi.review.viewing;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.NativeQuery;
import io.zizhi.platform.database.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Stores and counts the views of staff. */
@ApplicationScoped
class StaffViewRepository {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    /** The measures of the views in {@code counted}, all of which are within a day. */
    private static final String COUNTS = """
            count(*) filter (where kind = 'DOCUMENT' and counts and viewed_at > :hour) as documents_per_hour,
            count(*) filter (where kind = 'DOCUMENT' and counts) as documents_per_day,
            coalesce(sum(views) filter (where kind = 'DOCUMENT' and counts and viewed_at > :hour), 0) as views_per_hour,
            count(*) filter (where kind = 'SUBMISSION' and counts and viewed_at > :hour) as submissions_per_hour,
            count(*) filter (where kind = 'SUBMISSION' and counts) as submissions_per_day,
            count(distinct account_id) filter (where counts and viewed_at > :hour) as accounts_per_hour,
            count(distinct account_id) filter (where counts) as accounts_per_day
            """;

    private static final String LOCK = """
            with locked as (
                insert into viewing_allowance as mine (reviewer_id) values (:reviewer)
                on conflict (reviewer_id) do update set level = mine.level
                returning level)
            select level from locked
            """;

    private static final String SET_LEVEL = "update viewing_allowance set level = :level where reviewer_id = :reviewer";

    /** Keeps the time of a view that another replica recorded a moment later. */
    private static final String RECORD = """
            insert into staff_view as known (reviewer_id, kind, object_id, account_id, viewed_at, outside_hours, views)
            values (:reviewer, :kind, :object, :account, :now, :outside, 1)
            on conflict (reviewer_id, kind, object_id) do update set
                account_id = excluded.account_id, outside_hours = excluded.outside_hours,
                viewed_at = greatest(known.viewed_at, excluded.viewed_at),
                views = 1 + case when known.viewed_at > :hour
                    and known.viewed_at > (select counts_from from viewing_allowance where reviewer_id = :reviewer)
                    then coalesce(known.views, 1) else 0 end
            """;

    private static final String OWN = "select " + COUNTS + """
            from (select kind, account_id, viewed_at, coalesce(views, 1) as views, true as counts from staff_view
                where reviewer_id = :reviewer and viewed_at > :day
                    and viewed_at > (select counts_from from viewing_allowance where reviewer_id = :reviewer)) counted
            """;

    private static final String PEOPLE = "select reviewer_id, display_name, max(viewed_at) as last_viewed_at,"
            + " count(*) filter (where outside_hours) as outside_per_day,"
            + " count(*) filter (where outside_hours and viewed_at > :hour) as outside_per_hour," + COUNTS + """
            from (select reviewer_id, known.display_name, kind, seen.account_id, viewed_at, outside_hours,
                    coalesce(views, 1) as views, viewed_at > coalesce(mine.counts_from, '-infinity') as counts
                from staff_view seen
                left join viewing_allowance mine using (reviewer_id)
                left join reviewer_account known using (reviewer_id)
                where viewed_at > :day and reviewer_id > :after
                    and (cast(:only as text) is null or reviewer_id = :only)) counted
            group by reviewer_id, display_name
            order by reviewer_id limit :count
            """;

    private static final String NTH_OBJECT = """
            select viewed_at from staff_view
            where reviewer_id = :reviewer and kind = :kind and viewed_at > :since
            order by viewed_at desc offset :skipped limit 1
            """;

    /** Of the newest documents, the one whose views reach the limit. */
    private static final String NTH_VIEW = """
            select viewed_at from (
                select viewed_at, sum(coalesce(views, 1)) over (order by viewed_at desc, object_id) as newer from staff_view
                where reviewer_id = :reviewer and kind = 'DOCUMENT' and viewed_at > :since) summed
            where newer > :skipped order by viewed_at desc limit 1
            """;

    private static final String NTH_ACCOUNT = """
            select max(viewed_at) as viewed_at from staff_view
            where reviewer_id = :reviewer and viewed_at > :since
            group by account_id order by 1 desc offset :skipped limit 1
            """;

    private static final String LIFT = """
            insert into viewing_allowance (reviewer_id, counts_from) values (:reviewer, :now)
            on conflict (reviewer_id) do update set counts_from = excluded.counts_from, level = excluded.level
            """;

    /** Locks the person's views until the end of the transaction, and returns the last stored level. */
    Uni<ViewingLevel> lock(String reviewer) {
        return new NativeQuery(LOCK)
                .with("reviewer", reviewer)
                .single(String.class)
                .map(ViewingLevel::valueOf);
    }

    Uni<Void> setLevel(String reviewer, ViewingLevel level) {
        return new NativeQuery(SET_LEVEL)
                .with("reviewer", reviewer)
                .with("level", level.name())
                .execute()
                .replaceWithVoid();
    }

    Uni<Void> record(ViewedObject view, Instant now, boolean outsideHours) {
        return new NativeQuery(RECORD)
                .with("reviewer", view.viewer().subject())
                .with("kind", view.kind().name())
                .with("object", view.objectId())
                .with("account", view.accountId())
                .with("now", now)
                .with("outside", outsideHours)
                .with("hour", now.minus(HOUR))
                .execute()
                .replaceWithVoid();
    }

    /** Returns what the person has seen; the person's views must be locked. */
    Uni<ViewingCounts> counts(String reviewer, Instant now) {
        return new NativeQuery(OWN)
                .with("reviewer", reviewer)
                .with("hour", now.minus(HOUR))
                .with("day", now.minus(DAY))
                .rows()
                .map(rows -> ViewingCounts.from(rows.getFirst()));
    }

    /** Returns when the {@code skipped + 1}-th newest of what the measure counts was last seen. */
    Uni<Optional<Instant>> nth(String reviewer, ViewingMeasure measure, int skipped, Instant now) {
        NativeQuery query = switch (measure) {
            case DOCUMENTS_PER_HOUR, DOCUMENTS_PER_DAY ->
                new NativeQuery(NTH_OBJECT).with("kind", ViewedKind.DOCUMENT.name());
            case VIEWS_PER_HOUR -> new NativeQuery(NTH_VIEW);
            case SUBMISSIONS_PER_HOUR, SUBMISSIONS_PER_DAY ->
                new NativeQuery(NTH_OBJECT).with("kind", ViewedKind.SUBMISSION.name());
            case ACCOUNTS_PER_HOUR, ACCOUNTS_PER_DAY -> new NativeQuery(NTH_ACCOUNT);
        };
        return query.with("reviewer", reviewer)
                .with("since", now.minus(measure.window()))
                .with("skipped", skipped)
                .first(Instant.class);
    }

    /**
     * Returns the people who have seen personal data within a day, by id.
     *
     * @param after returns only later ids; empty for the first page, because no id is empty
     * @param only returns only this person; null for all
     */
    Uni<List<Row>> people(String after, @Nullable String only, int count, Instant now) {
        return new NativeQuery(PEOPLE)
                .with("after", after)
                .with("only", only)
                .with("count", count)
                .with("hour", now.minus(HOUR))
                .with("day", now.minus(DAY))
                .rows();
    }

    /** Lets the views until now count no more. */
    Uni<Void> lift(String reviewer, Instant now) {
        return new NativeQuery(LIFT)
                .with("reviewer", reviewer)
                .with("now", now)
                .execute()
                .replaceWithVoid();
    }
}
