package io.zizhi.platform.runtime.cleanup;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.zizhi.platform.sample.Samples;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.platform.testkit.Reactive;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
class CleanUpComponentTest {

    @Inject
    CleanUp cleanUp;

    private final long id = Samples.newId();

    @Test
    void deletes_sent_events_after_thirty_days_and_unsent_never() {
        event(1, "now() - interval '31 days'", "now() - interval '31 days'");
        event(2, "now() - interval '29 days'", "now() - interval '29 days'");
        event(3, "now() - interval '99 days'", "null");
        event(4, "now() - interval '99 days'", "now() - interval '29 days'");
        run();
        assertThat(texts("select cast(aggregate_version as text) from outbox where aggregate_id = '" + id
                        + "' order by aggregate_version"))
                .containsExactly("2", "3", "4");
        update("delete from outbox where aggregate_id = '" + id + "'");
    }

    @Test
    void resent_events_do_not_hide_outdated_ones() {
        event(1, "now() - interval '50 days'", "now() - interval '31 days'");
        update("""
                insert into outbox(sequence, event_id, topic, aggregate_id, aggregate_version, type, payload, occurred_at,
                                   sent_at, resend_requested_at)
                overriding system value
                select -2 - number - %d, gen_random_uuid(), 'zizhi.none', '%d', 1 + number, 'zizhi.none.v1', '{}',
                    now() - interval '60 days', now(), now()
                from generate_series(1, %d) number
                """.formatted(id, id, OutdatedRows.SEEN));
        run();
        assertThat(texts("select cast(count(*) as text) from outbox where aggregate_id = '" + id + "'"))
                .containsExactly(Integer.toString(OutdatedRows.SEEN));
        update("delete from outbox where aggregate_id = '" + id + "'");
    }

    @Test
    void deletes_received_ids_a_week_after_topic_retention() {
        update("insert into inbox(event_id, received_at) values"
                + " ('00000000-0000-7000-8000-000000000001', now() - interval '22 days'),"
                + " ('00000000-0000-7000-8000-000000000002', now() - interval '20 days') on conflict do nothing");
        run();
        assertThat(
                        texts(
                                "select cast(event_id as text) from inbox where event_id < '00000000-0000-7000-9000-000000000000'"))
                .containsExactly("00000000-0000-7000-8000-000000000002");
    }

    @Test
    void deletes_completed_timers_and_keeps_armed_ones() {
        timer("OLD_FIRED", "FIRED", "now() - interval '31 days'", "now() - interval '31 days'");
        timer("LATE_FIRED", "FIRED", "now() - interval '31 days'", "now() - interval '29 days'");
        timer("OLD_CANCELLED", "CANCELLED", "now() - interval '31 days'", "null");
        timer("NEW_CANCELLED", "CANCELLED", "now() + interval '1 day'", "null");
        timer("OLD_ARMED", "ARMED", "now() - interval '99 days'", "null");
        run();
        assertThat(texts("select kind from timer where owner_type = 'nobody' and owner_id = " + id + " order by kind"))
                .containsExactly("LATE_FIRED", "NEW_CANCELLED", "OLD_ARMED");
    }

    @Test
    void deletes_closed_dead_letters_and_keeps_waiting_ones() {
        letter(1, "READ", "now() - interval '31 days'");
        letter(2, "DISCARDED", "now() - interval '29 days'");
        letter(3, "WAITING", "null");
        run();
        assertThat(texts("select cast(record_offset as text) from dead_letter where topic = 'old-" + id
                        + "' order by record_offset"))
                .containsExactly("2", "3");
    }

    @Test
    void deletes_more_than_one_batch_in_several_rounds() {
        update("insert into timer(owner_type, owner_id, kind, cycle, due_at, state)"
                + " select 'nobody', " + id + ", 'MANY', cycle, now() - interval '40 days', 'CANCELLED'"
                + " from generate_series(1, 1001) cycle");
        run();
        assertThat(texts("select kind from timer where owner_id = " + id)).isEmpty();
    }

    private void run() {
        while (Reactive.run(cleanUp::round)) {
            // Repeats rounds, as the loop does, until no batch is full.
        }
    }

    private void event(int version, String occurredAt, String sentAt) {
        update("""
                insert into outbox(sequence, event_id, topic, aggregate_id, aggregate_version, type, payload, occurred_at,
                                   sent_at, next_attempt_at)
                overriding system value
                values (%d, gen_random_uuid(), 'zizhi.none', '%d', %d, 'zizhi.none.v1', '{}', %s, %s, now() + interval '1 day')
                """.formatted(-version - id, id, version, occurredAt, sentAt));
    }

    private void timer(String kind, String state, String dueAt, String firedAt) {
        update("insert into timer(owner_type, owner_id, kind, cycle, due_at, state, fired_at) values ('nobody', " + id
                + ", '" + kind + "', 1, " + dueAt + ", '" + state + "', " + firedAt + ")");
    }

    private void letter(int offset, String state, String closedAt) {
        update(
                "insert into dead_letter(topic, record_partition, record_offset, record_timestamp, headers, reason, state,"
                        + " closed_at) values ('old-" + id + "', 0, " + offset + ", 0, '', 'x', '" + state + "', "
                        + closedAt + ")");
    }

    private static List<String> texts(String sql) {
        return Reactive.inTransaction(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(sql, String.class).getResultList()));
    }

    private static int update(String sql) {
        return Reactive.inTransaction(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(sql).executeUpdate()));
    }
}
