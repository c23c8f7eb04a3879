package io.zizhi.platform.operations;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.NativeQuery;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Counts the backlog in one query over the partial indexes. */
@ApplicationScoped
public class ReadOverview {

    /** Unsent events have two partial indexes; each side of the "or" uses one. */
    private static final String COUNT = """
            select cast('parked' as text) as what, count(*) as number, min(parked_at) as oldest
            from inbox_cursor where parked_at is not null
            union all
            select 'held', count(*), min(held_at) from held_event
            union all
            select 'dead', count(*), min(arrived_at) from dead_letter where state = 'WAITING'
            union all
            select 'discards', count(*), min(requested_at) from discard where state = 'REQUESTED'
            union all
            select 'unsent', count(*), min(coalesce(resend_requested_at, occurred_at)) from outbox
            where sent_at is null and (resend_requested_at is null or resend_requested_at is not null)
            union all
            select 'failing', count(*), min(occurred_at) from outbox
            where sent_at is null and next_attempt_at is not null
            union all
            select 'overdue', count(*), min(due_at) from timer
            where state = 'ARMED' and owner_type = any(:ownerTypes)
              and due_at < statement_timestamp() - interval '5 seconds'
            """;

    private final String service;
    private final TimerOwners owners;

    ReadOverview(@ConfigProperty(name = "quarkus.application.name") String service, TimerOwners owners) {
        this.service = service;
        this.owners = owners;
    }

    @WithSession
    Uni<OverviewView> read() {
        return new NativeQuery(COUNT).with("ownerTypes", owners.types()).rows().map(rows -> {
            Map<String, Backlog> figures = rows.stream()
                    .collect(Collectors.toMap(
                            row -> row.text("what"),
                            row -> new Backlog(row.number("number"), row.instantOrNull("oldest"))));
            return OverviewView.from(service, figures);
        });
    }
}
