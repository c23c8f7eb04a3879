package io.zizhi.platform.operations.backlog;

import io.quarkus.arc.All;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.NativeQuery;
import io.zizhi.platform.timers.TimerOwner;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Measures the backlog of outbox, inbox and timers in one query over their partial indexes. */
@ApplicationScoped
class BacklogReader {

    static final String MEASURE = """
            select cast('outbox_unpublished' as text) as figure, cast(count(*) as float8) as amount
            from outbox where sent_at is null and resend_requested_at is null
            union all
            select 'outbox_oldest_age_seconds',
                   cast(coalesce(extract(epoch from clock_timestamp() - min(occurred_at)), 0) as float8)
            from outbox where sent_at is null and resend_requested_at is null
            union all
            select 'outbox_resends_waiting', cast(count(*) as float8)
            from outbox where sent_at is null and resend_requested_at is not null
            union all
            select 'inbox_held_events', cast(count(*) as float8) from held_event
            union all
            select 'inbox_held_oldest_age_seconds',
                   cast(coalesce(extract(epoch from clock_timestamp() - min(held_at)), 0) as float8)
            from held_event
            union all
            select 'parked_aggregates', cast(count(*) as float8) from inbox_cursor where parked_at is not null
            union all
            select 'dead_letters_waiting', cast(count(*) as float8) from dead_letter where state = 'WAITING'
            union all
            select 'reconciliation_differences_open', cast(count(*) as float8) from reconciliation_difference
            where outcome <> 'SETTLED'
              and reconciliation_id = (select max(id) from reconciliation where state <> 'RUNNING')
            union all
            select 'reconciliation_age_seconds',
                   cast(coalesce(extract(epoch from clock_timestamp()
                       - coalesce(max(finished_at) filter (where state = 'FINISHED'), min(started_at))), 0) as float8)
            from reconciliation
            union all
            select 'timer_overdue_armed', cast(count(*) as float8) from timer
            where state = 'ARMED' and owner_type = any(:ownerTypes)
              and due_at < statement_timestamp() - interval '5 seconds'
            """;

    private final String[] ownerTypes;

    BacklogReader(@All List<TimerOwner> owners) {
        this.ownerTypes = owners.stream().map(TimerOwner::ownerType).toArray(String[]::new);
    }

    /** Returns the figures by name. */
    @WithSession
    Uni<Map<String, Double>> read() {
        return new NativeQuery(MEASURE)
                .with("ownerTypes", ownerTypes)
                .list(Tuple.class)
                .map(rows -> {
                    Map<String, Double> figures = new LinkedHashMap<>();
                    rows.forEach(row -> figures.put(row.get(0, String.class), row.get(1, Double.class)));
                    return figures;
                });
    }
}
