package io.zizhi.platform.operations.outbox;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.operations.NativeQuery;
import io.zizhi.platform.operations.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Reads the outbox, and puts events of it in line again; the relay does the rest. Ranges of time are found by an index of
 * blocks, {@code outbox_by_time}: rows lie roughly in the order of their time while the table grows, and less so when new
 * rows take the room of those that were cleaned up, so that it leaves out the less the older the table is.
 */
@ApplicationScoped
class OutboxEventRepository {

    private static final String SELECT = """
            select sequence, event_id, topic, aggregate_id, aggregate_version, type, occurred_at, sent_at, attempts,
                   next_attempt_at, last_error, resend_requested_at, payload
            from outbox
            """;

    /** One instant for all of them, so that they are sent in their old order. */
    private static final String SEND_AGAIN = """
            update outbox set sent_at = null, attempts = 0, next_attempt_at = null, last_error = null,
                resend_requested_at = statement_timestamp()
            """;

    /** The cast is for the driver, which knows no value of type void. */
    private static final String WAKE_RELAYS = "select cast(pg_notify('outbox', '') as text) as woken";

    Uni<List<Row>> list(OutboxFilter filter, long after, int count) {
        return filter.on(new NativeQuery(SELECT))
                .where("sequence > :after", "after", after)
                .then("order by sequence limit " + count)
                .rows();
    }

    Uni<Row> require(long sequence) {
        return new NativeQuery(SELECT)
                .where("sequence = :sequence", "sequence", sequence)
                .first()
                .map(found -> found.orElseThrow(() ->
                        Problems.notFound("OUTBOX_EVENT_NOT_FOUND", "There is no event of this sequence any more.")));
    }

    /** Counts no further than {@code most}. */
    Uni<Long> count(OutboxFilter filter, int most) {
        return filter.on(new NativeQuery("select count(*) as number from (select 1 from outbox"))
                .then("limit " + most + ") as matching")
                .first()
                .map(row -> row.orElseThrow().number("number"));
    }

    /** Puts sent events in line again, behind all that were never sent. */
    Uni<Integer> sendAgain(OutboxFilter filter) {
        return filter.on(new NativeQuery(SEND_AGAIN)).execute();
    }

    /** Lets failing events be tried at once instead of after their pause. */
    Uni<Integer> endPause(OutboxFilter filter) {
        return filter.on(new NativeQuery("update outbox set next_attempt_at = null"))
                .execute();
    }

    /** At commit, whichever process the relay runs in. */
    Uni<Void> wakeRelays() {
        return new NativeQuery(WAKE_RELAYS).rows().replaceWithVoid();
    }
}
