package io.zizhi.platform.operations.parked;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.Topics;
import io.zizhi.platform.database.KeysetList;
import io.zizhi.platform.database.KeysetList.SortKey;
import io.zizhi.platform.database.NativeQuery;
import io.zizhi.platform.database.Row;
import io.zizhi.platform.http.Page;
import io.zizhi.platform.http.PageRequest;
import io.zizhi.platform.http.problem.ProblemException;
import io.zizhi.platform.http.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the cursors of the inbox and the events held behind them. Unparks aggregates by cause. */
@ApplicationScoped
class ParkedAggregateRepository {

    private static final String AGGREGATES = """
            select c.topic, c.aggregate_id, c.last_version, c.parked_at, c.parked_cause, c.parked_event_id,
                   failed.type as failed_type, failed.payload as failed_payload,
                   (select count(*) from held_event h where h.topic = c.topic and h.aggregate_id = c.aggregate_id
                      and h.event_id is distinct from c.parked_event_id) as held_behind
            from inbox_cursor c left join held_event failed
              on failed.topic = c.topic and failed.aggregate_id = c.aggregate_id and failed.event_id = c.parked_event_id
            """;

    private static final KeysetList<ParkedAggregateView> PARKED = new KeysetList<>(
            AGGREGATES,
            ParkedAggregateView::from,
            List.of(
                    SortKey.instant("c.parked_at", ParkedAggregateView::parkedAt),
                    SortKey.text("c.topic", ParkedAggregateView::topic),
                    SortKey.text("c.aggregate_id", ParkedAggregateView::aggregateId)));

    private static final String UNPARK_CHOSEN = """
            order by c.parked_at, c.topic, c.aggregate_id limit :count for update skip locked)
            update inbox_cursor freed set parked_at = null, parked_event_id = null, parked_cause = null
            from chosen where freed.topic = chosen.topic and freed.aggregate_id = chosen.aggregate_id
            returning freed.topic, freed.aggregate_id
            """;

    private static final KeysetList<HeldEventView> HELD = new KeysetList<>(
            """
            select h.topic, h.aggregate_id, h.aggregate_version, h.event_id, h.type, h.occurred_at, h.held_at, c.last_version,
                   case when c.parked_at is not null then 'PARKED_AGGREGATE'
                        when h.topic = '%s' or exists (select 1 from held_event n where n.topic = h.topic
                                       and n.aggregate_id = h.aggregate_id and n.aggregate_version <= c.last_version + 1)
                        then 'NOTHING' else 'MISSING_EVENT' end as waits_for
            from held_event h join inbox_cursor c on c.topic = h.topic and c.aggregate_id = h.aggregate_id
            """.formatted(Topics.ACCOUNT),
            HeldEventView::from,
            List.of(
                    SortKey.instant("h.held_at", HeldEventView::heldAt),
                    SortKey.text("h.topic", HeldEventView::topic),
                    SortKey.text("h.aggregate_id", HeldEventView::aggregateId),
                    SortKey.number("h.aggregate_version", HeldEventView::version)));

    /** Lists parked aggregates in the order in which they were parked. */
    @WithSession
    Uni<Page<ParkedAggregateView>> parked(ParkedFilter filter, PageRequest page) {
        return PARKED.page(page, filter::on);
    }

    /** Unparks the aggregates that were parked first, in one statement, and returns them. */
    Uni<List<Row>> unpark(ParkedFilter filter, int count) {
        return filter.on(new NativeQuery(
                        "with chosen as materialized (select c.topic, c.aggregate_id from inbox_cursor c"))
                .then(UNPARK_CHOSEN)
                .with("count", count)
                .rows();
    }

    Uni<Row> require(String topic, String aggregateId) {
        return new NativeQuery(AGGREGATES)
                .where("c.topic = :topic", "topic", topic)
                .where("c.aggregate_id = :aggregateId", "aggregateId", aggregateId)
                .first()
                .map(found -> found.orElseThrow(ParkedAggregateRepository::notFound));
    }

    /** Lists held events, longest wait first. */
    @WithSession
    Uni<Page<HeldEventView>> held(@Nullable String topic, @Nullable String aggregateId, PageRequest page) {
        return HELD.page(page, query -> heldOf(query, topic, aggregateId));
    }

    /** Returns the held events of one aggregate that wait longest. */
    Uni<List<HeldEventView>> held(String topic, String aggregateId, int count) {
        return HELD.first(count, query -> heldOf(query, topic, aggregateId));
    }

    private static NativeQuery heldOf(NativeQuery query, @Nullable String topic, @Nullable String aggregateId) {
        return query.where("h.topic = :topic", "topic", topic)
                .where("h.aggregate_id = :aggregateId", "aggregateId", aggregateId);
    }

    static ProblemException notFound() {
        return Problems.notFound("AGGREGATE_NOT_FOUND", "This service has received no event of this aggregate.");
    }
}
