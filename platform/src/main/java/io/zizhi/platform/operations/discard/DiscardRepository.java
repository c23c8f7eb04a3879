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
            id, kind, topic, object_id, aggregate_version, event_id, type, payload, reason, requested_by, requested_at, state,
            closed_by, closed_at
            """;

    /** Inserts only for the event at which the aggregate is currently parked. */
    private static final String REQUEST_PARKED = """
            insert into discard(kind, topic, object_id, aggregate_version, event_id, type, payload, reason, requested_by)
            select 'PARKED_EVENT', h.topic, h.aggregate_id, h.aggregate_version, h.event_id, h.type, h.payload, :reason,
                   :requestedBy
            from inbox_cursor c join held_event h using (topic, aggregate_id)
            where c.topic = :topic and c.aggregate_id = :objectId and c.parked_event_id = :eventId
              and h.event_id = c.parked_event_id
            on conflict do nothing returning id
            """;

    /** Inserts only for the version that the aggregate currently waits for. */
    private static final String REQUEST_MISSING = """
            insert into discard(kind, topic, object_id, aggregate_version, reason, requested_by)
            select 'MISSING_EVENT', c.topic, c.aggregate_id, c.last_version + 1, :reason, :requestedBy
            from inbox_cursor c
            where c.topic = :topic and c.aggregate_id = :objectId and c.parked_at is null and c.last_version + 1 = :version
              and (select min(h.aggregate_version) from held_event h
                   where h.topic = c.topic and h.aggregate_id = c.aggregate_id) > :held
            on conflict do nothing returning id
            """;

    private static final String REQUEST_DEAD_LETTER = """
            insert into discard(kind, topic, object_id, reason, requested_by)
            select 'DEAD_LETTER', topic, cast(id as text), :reason, :requestedBy
            from dead_letter where id = :id and state = 'WAITING'
            on conflict do nothing returning id
            """;

    Uni<Discard> requestParked(String topic, String aggregateId, UUID eventId, String reason, String requestedBy) {
        return request(
                new NativeQuery(REQUEST_PARKED)
                        .with("topic", topic)
                        .with("objectId", aggregateId)
                        .with("eventId", eventId),
                reason,
                requestedBy);
    }

    Uni<Discard> requestMissing(String topic, String aggregateId, long version, String reason, String requestedBy) {
        return request(
                new NativeQuery(REQUEST_MISSING)
                        .with("topic", topic)
                        .with("objectId", aggregateId)
                        .with("version", version)
                        .with("held", version),
                reason,
                requestedBy);
    }

    Uni<Discard> requestDeadLetter(long id, String reason, String requestedBy) {
        return request(new NativeQuery(REQUEST_DEAD_LETTER).with("id", id), reason, requestedBy);
    }

    private Uni<Discard> request(NativeQuery insert, String reason, String requestedBy) {
        return request(
                insert.with("reason", reason).with("requestedBy", requestedBy), DiscardRepository::nothingToDiscard);
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
        return Problems.notFound("DISCARD_NOT_FOUND", "This discard request does not exist.");
    }

    @Override
    protected ProblemException closed() {
        return Problems.conflict("DISCARD_CLOSED", "This discard was already confirmed or cancelled.");
    }

    private static ProblemException nothingToDiscard() {
        return Problems.conflict("NOTHING_TO_DISCARD", "The object is not stuck, or a discard of it is already open.");
    }
}
