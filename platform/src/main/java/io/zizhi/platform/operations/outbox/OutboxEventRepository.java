package io.zizhi.platform.operations.outbox;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.KeysetList;
import io.zizhi.platform.database.KeysetList.SortKey;
import io.zizhi.platform.database.NativeQuery;
import io.zizhi.platform.database.Row;
import io.zizhi.platform.http.Page;
import io.zizhi.platform.http.PageRequest;
import io.zizhi.platform.http.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Reads the outbox and queues its events again; the relay sends them. A block range index, {@code outbox_by_time},
 * finds time ranges, because rows are stored roughly in time order. New rows reuse the space of deleted rows, so the
 * index becomes less selective as the table ages.
 */
@ApplicationScoped
class OutboxEventRepository {

    private static final String SELECT = """
            select sequence, event_id, topic, aggregate_id, aggregate_version, type, occurred_at, sent_at, attempts,
                   next_attempt_at, last_error, resend_requested_at, payload
            from outbox
            """;

    private static final KeysetList<OutboxEventView> EVENTS = new KeysetList<>(
            SELECT, OutboxEventView::from, List.of(SortKey.number("sequence", OutboxEventView::sequence)));

    /** All events get the same instant, so that they are sent in their original order. */
    private static final String SEND_AGAIN = """
            update outbox set sent_at = null, attempts = 0, next_attempt_at = null, last_error = null,
                resend_requested_at = statement_timestamp()
            """;

    /** Sends the notification. The cast is for the driver, which does not support the type void. */
    private static final String WAKE_RELAYS = "select cast(pg_notify('outbox', '') as text) as woken";

    /** Lists events in order. */
    @WithSession
    Uni<Page<OutboxEventView>> list(OutboxFilter filter, PageRequest page) {
        return EVENTS.page(page, filter::on);
    }

    Uni<Row> require(long sequence) {
        return new NativeQuery(SELECT)
                .where("sequence = :sequence", "sequence", sequence)
                .first()
                .map(found -> found.orElseThrow(
                        () -> Problems.notFound("OUTBOX_EVENT_NOT_FOUND", "No event with this sequence is stored.")));
    }

    /** Counts up to {@code most}. */
    Uni<Long> count(OutboxFilter filter, int most) {
        return filter.on(new NativeQuery("select count(*) as number from (select 1 from outbox"))
                .then("limit " + most + ") as matching")
                .first()
                .map(row -> row.orElseThrow().number("number"));
    }

    /** Queues sent events again, behind all events that were never sent. */
    Uni<Integer> sendAgain(OutboxFilter filter) {
        return filter.on(new NativeQuery(SEND_AGAIN)).execute();
    }

    /** Ends the pause of failing events, so that they are retried at once. */
    Uni<Integer> endPause(OutboxFilter filter) {
        return filter.on(new NativeQuery("update outbox set next_attempt_at = null"))
                .execute();
    }

    /** Wakes the relay at commit, in whichever process it runs. */
    Uni<Void> wakeRelays() {
        return new NativeQuery(WAKE_RELAYS).rows().replaceWithVoid();
    }
}
