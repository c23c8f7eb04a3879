package io.zizhi.platform.operations.discard;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.NativeQuery;
import io.zizhi.platform.database.Row;
import io.zizhi.platform.http.problem.ProblemException;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.operations.twopersons.TwoPersonRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The table of discards. An object has at most one open discard. */
@ApplicationScoped
class DiscardRepository extends TwoPersonRepository<Discard> {

    private static final String COLUMNS = """
            id, kind, topic, object_id, aggregate_version, event_id, type, payload, reason, asked_by, asked_at, state,
            closed_by, closed_at
            """;

    /** Inserts only for the event at which the aggregate is currently parked. */
    private static final String ASK_PARKED = """
            insert into discard(kind, topic, object_id, aggregate_version, event_id, type, payload, reason, asked_by)
            select 'PARKED_EVENT', h.topic, h.aggregate_id, h.aggregate_version, h.event_id, h.type, h.payload, :reason,
                   :askedBy
            from inbox_cursor c join held_event h using (topic, aggregate_id)
            where c.topic = :topic and c.aggregate_id = :objectId and c.parked_event_id = :eventId
              and h.event_id = c.parked_event_id
            on conflict do nothing returning id
            """;

    /** Inserts only for the version that the aggregate currently waits for. */
    private static final String ASK_MISSING = """
            insert into discard(kind, topic, object_id, aggregate_version, reason, asked_by)
            select 'MISSING_EVENT', c.topic, c.aggregate_id, c.last_version + 1, :reason, :askedBy
            from inbox_cursor c
            where c.topic = :topic and c.aggregate_id = :objectId and c.parked_at is null and c.last_version + 1 = :version
              and (select min(h.aggregate_version) from held_event h
                   where h.topic = c.topic and h.aggregate_id = c.aggregate_id) > :held
            on conflict do nothing returning id
            """;

    private static final String ASK_DEAD_LETTER = """
            insert into discard(kind, topic, object_id, reason, asked_by)
            select 'DEAD_LETTER', topic, cast(id as text), :reason, :askedBy
            from dead_letter where id = :id and state = 'WAITING'
            on conflict do nothing returning id
            """;

    Uni<Discard> askParked(String topic, String aggregateId, UUID eventId, String reason, String askedBy) {
        return ask(
                new NativeQuery(ASK_PARKED)
                        .with("topic", topic)
                        .with("objectId", aggregateId)
                        .with("eventId", eventId),
                reason,
                askedBy);
    }

    Uni<Discard> askMissing(String topic, String aggregateId, long version, String reason, String askedBy) {
        return ask(
                new NativeQuery(ASK_MISSING)
                        .with("topic", topic)
                        .with("objectId", aggregateId)
                        .with("version", version)
                        .with("held", version),
                reason,
                askedBy);
    }

    Uni<Discard> askDeadLetter(long id, String reason, String askedBy) {
        return ask(new NativeQuery(ASK_DEAD_LETTER).with("id", id), reason, askedBy);
    }

    private Uni<Discard> ask(NativeQuery insert, String reason, String askedBy) {
        return ask(insert.with("reason", reason).with("askedBy", askedBy), DiscardRepository::nothingToDiscard);
    }

    @Override
    protected String table() {
        return "discard";
    }

    @Override
    protected String columns() {
        return COLUMNS;
    }

    @Override
    protected Discard read(Row row) {
        return Discard.from(row);
    }

    @Override
    protected ProblemException notFound() {
        return Problems.notFound("DISCARD_NOT_FOUND", "No such discard.");
    }

    @Override
    protected ProblemException closed() {
        return Problems.conflict("DISCARD_CLOSED", "This discard was already confirmed or taken back.");
    }

    private static ProblemException nothingToDiscard() {
        return Problems.conflict(
                "NOTHING_TO_DISCARD", "The object blocks nothing, or a discard of it is already open.");
    }
}
