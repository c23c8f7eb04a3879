package io.zizhi.platform.operations.reconciliation.published;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.NativeQuery;
import io.zizhi.platform.database.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;

/** Reads versions and events of the outbox for {@link PublishedEvents}. */
@ApplicationScoped
class PublishedEventRepository {

    private static final String VERSIONS = """
            select aggregate_id, version from outbox_stream
            where topic = :topic and aggregate_id = any(cast(:ids as text[]))
            order by aggregate_id
            """;

    /**
     * Selects a page of aggregates. Events queued for a resend count as in flight, so the version may be too low but
     * never too high.
     */
    private static final String PAGE = """
            select aggregate_id, version - (
                select count(*) from outbox o
                where o.topic = s.topic and o.aggregate_id = s.aggregate_id
                  and (o.sent_at is null or o.sent_at > clock_timestamp() - make_interval(secs => :settled))) as version
            from outbox_stream s
            where topic = :topic and aggregate_id > :after
            order by aggregate_id limit :limit
            """;

    /**
     * Queues missing events. Versions of an aggregate have no gaps, so a count shows whether all events are still
     * stored.
     */
    private static final String RESEND = """
            with wanted as (
                select aggregate_id, version
                from unnest(cast(:ids as text[]), cast(cast(:versions as text[]) as bigint[])) as w(aggregate_id, version)),
            complete as (
                select w.aggregate_id, w.version
                from wanted w join outbox_stream s on s.topic = :topic and s.aggregate_id = w.aggregate_id
                where s.version - w.version = (
                    select count(*) from outbox o
                    where o.topic = :topic and o.aggregate_id = w.aggregate_id and o.aggregate_version > w.version)),
            resent as (
                update outbox o set sent_at = null, attempts = 0, next_attempt_at = null, last_error = null,
                    resend_requested_at = statement_timestamp()
                from complete c
                where o.topic = :topic and o.aggregate_id = c.aggregate_id and o.aggregate_version > c.version
                  and o.sent_at is not null
                returning o.aggregate_id)
            select c.aggregate_id,
                (select count(*) from resent r where r.aggregate_id = c.aggregate_id) as events
            from complete c order by c.aggregate_id
            """;

    Uni<List<AggregateVersion>> versions(String topic, List<String> aggregateIds) {
        return new NativeQuery(VERSIONS)
                .with("topic", topic)
                .with("ids", aggregateIds.toArray(String[]::new))
                .rows()
                .map(PublishedEventRepository::versions);
    }

    /** Returns the aggregates after {@code after}, ordered by id. */
    Uni<List<AggregateVersion>> page(String topic, String after, int limit, Duration settledAfter) {
        return new NativeQuery(PAGE)
                .with("topic", topic)
                .with("after", after)
                .with("limit", limit)
                .with("settled", settledAfter.toMillis() / 1000.0)
                .rows()
                .map(PublishedEventRepository::versions);
    }

    /** Queues the events after these versions. Skips aggregates whose events are not all stored. */
    Uni<List<ResentEvents.Resent>> resend(String topic, List<AggregateVersion> applied) {
        return new NativeQuery(RESEND)
                .with("topic", topic)
                .with("ids", applied.stream().map(AggregateVersion::aggregateId).toArray(String[]::new))
                .with(
                        "versions",
                        applied.stream()
                                .map(each -> Long.toString(each.version()))
                                .toArray(String[]::new))
                .rows()
                .map(rows -> rows.stream()
                        .map(row -> new ResentEvents.Resent(
                                row.text("aggregate_id"), Math.toIntExact(row.number("events"))))
                        .toList());
    }

    private static List<AggregateVersion> versions(List<Row> rows) {
        return rows.stream()
                .map(row -> new AggregateVersion(row.text("aggregate_id"), row.number("version")))
                .toList();
    }
}
