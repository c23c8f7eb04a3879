package io.zizhi.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.api.trace.TraceId;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.messaging.outbox.Outbox;
import io.zizhi.platform.privacy.audit.AuditEntry;
import io.zizhi.platform.privacy.audit.AuditLog;
import io.zizhi.platform.sample.Samples;
import io.zizhi.platform.sample.Tally;
import io.zizhi.platform.sample.TallyRepository;
import io.zizhi.platform.sample.TallyTimers;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.platform.testkit.Reactive;
import io.zizhi.platform.testkit.SqlStatements;
import io.zizhi.platform.timers.Timers;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
class BookkeepingComponentTest {

    private static final Instant LATER = Instant.parse("2099-01-01T00:00:00Z");

    private static final Pattern WRITING =
            Pattern.compile("(?s)(?=.*insert).*\\b(outbox|audit_entry|timer_clock|tally|unnest)\\b");

    /** Counts the outbox rows that an audit entry finds when it is inserted. */
    private static final String COUNT_EVENTS_AT_AUDIT = """
            create or replace function count_events() returns trigger language plpgsql as $$
            begin
                insert into tally(id, entries, log) select cast(new.object_id as bigint), 0, 'events: ' || count(*)
                from outbox where aggregate_id = new.object_id;
                return new;
            end
            $$
            """;

    private final long id = Samples.newId();

    @Inject
    Outbox outbox;

    @Inject
    AuditLog audit;

    @Inject
    Timers timers;

    @Inject
    TallyRepository tallies;

    @Test
    void writes_everything_in_one_statement_after_the_entities() {
        try (SqlStatements statements = SqlStatements.collect()) {
            Reactive.inTransaction(() -> everything().chain(() -> tallies.persist(new Tally(id))));

            // The events of other tests are received in traces, and inserted at any time.
            assertThat(statements.ofTrace(TraceId.getInvalid()))
                    .filteredOn(WRITING.asPredicate())
                    .satisfiesExactly(
                            sql -> assertThat(sql).contains("into tally"),
                            sql -> assertThat(sql)
                                    .contains("into timer", "into outbox(", "into audit_entry")
                                    .contains("update timer")
                                    .containsSubsequence("from cancelled", "from armed"));
        }
        assertThat(written()).isEqualTo("events 1, entries 1, timers 1");
    }

    @Test
    void writes_audit_entries_last() {
        execute(COUNT_EVENTS_AT_AUDIT);
        execute("create or replace trigger count_events before insert on audit_entry for each row"
                + " when (new.action = 'sample.counted') execute function count_events()");
        Reactive.inTransaction(
                () -> audit.append(entry("company-a", "sample.counted")).chain(() -> append(id, 1)));

        // The service may have received its own event already, and have added it.
        assertThat(Reactive.inTransaction(() -> tallies.findById(id)).log()).matches("events: 1(,.*)?");
    }

    @Test
    void writes_rows_of_one_place_in_a_fixed_order() {
        try (SqlStatements statements = SqlStatements.collect()) {
            Reactive.inTransaction(() -> Bookkeeping.rows(OneRow.class, "q", () -> new OneRow("owed_q", 1))
                    .chain(() -> Bookkeeping.rows(OneRow.class, "b", () -> new OneRow("owed_b", 1))));

            assertThat(statements.naming("owed_q"))
                    .singleElement()
                    .asString()
                    .containsSubsequence("owed_b", "owed_q", "from owed_b", "from owed_q");
        }
    }

    @Test
    void writes_audit_entries_by_account() {
        Reactive.inTransaction(() -> audit.append(entry("company-b", "sample.first"))
                .chain(() -> audit.append(entry("company-a", "sample.second")))
                .chain(() -> audit.append(entry("company-b", "sample.third")))
                .chain(() -> audit.append(entry(null, "sample.fourth"))));

        assertThat(texts("select action from audit_entry where object_id = '" + id + "' order by sequence"))
                .containsExactly("sample.second", "sample.first", "sample.third", "sample.fourth");
    }

    @Test
    void refuses_rows_without_transaction() {
        for (Supplier<Uni<Void>> act : List.<Supplier<Uni<Void>>>of(
                () -> append(id, 1),
                () -> audit.append(entry("company-a", "sample.done")),
                () -> arm(1),
                () -> timers.cancelAll(TallyTimers.OWNER_TYPE, id))) {
            assertThatThrownBy(() -> Reactive.run(() -> Panache.withSession(act)))
                    .hasMessageContaining("need a transaction");
        }
        assertThat(written()).isEqualTo("events 0, entries 0, timers 0");
    }

    @Test
    void drops_rows_of_a_rolled_back_transaction_in_the_same_session() {
        Reactive.run(() -> Panache.withSession(() -> Panache.withTransaction(
                        () -> everything().chain(this::failure))
                .onFailure()
                .recoverWithNull()
                .chain(() -> Panache.withTransaction(() -> append(id, 2)))));

        assertThat(written()).isEqualTo("events 1, entries 0, timers 0");
        assertThat(texts("select cast(aggregate_version as text) from outbox where aggregate_id = '" + id + "'"))
                .containsExactly("1");
    }

    @Test
    void writes_rows_of_each_transaction_of_a_session_once() {
        Reactive.run(() -> Panache.withSession(() -> Panache.withTransaction(() -> append(id, 1))
                .chain(() -> Panache.withTransaction(() -> append(id, 2)))));

        assertThat(written()).isEqualTo("events 2, entries 0, timers 0");
    }

    @Test
    void writes_settled_rows_once() {
        Reactive.inTransaction(() -> everything().chain(Bookkeeping::settle).chain(() -> append(id, 2)));

        assertThat(written()).isEqualTo("events 2, entries 1, timers 1");
    }

    @Test
    void rolls_back_when_a_row_is_missing() {
        assertThatThrownBy(() -> Reactive.inTransaction(() ->
                        everything().chain(() -> Bookkeeping.rows(OneRow.class, () -> new OneRow("missing", 0)))))
                .hasMessageContaining("0 rows instead of 1");
        assertThat(written()).isEqualTo("events 0, entries 0, timers 0");
    }

    @Test
    void reports_a_timer_armed_twice_as_constraint_violation() {
        Reactive.inTransaction(() -> arm(1));

        assertThatThrownBy(() -> Reactive.inTransaction(() -> everything()))
                .isInstanceOf(ConstraintViolationException.class);
        assertThat(written()).isEqualTo("events 0, entries 0, timers 1");
    }

    @Test
    void cancels_timers_armed_before_and_keeps_those_armed_after() {
        Reactive.inTransaction(() -> arm(1));
        Reactive.inTransaction(() -> arm(2).chain(() -> timers.cancelAll(TallyTimers.OWNER_TYPE, id))
                .chain(() -> timers.nextCycle(TallyTimers.OWNER_TYPE, id))
                .chain(this::arm));

        assertThat(texts("select cycle || ' ' || state from timer where owner_id = " + id + " order by cycle"))
                .containsExactly("1 CANCELLED", "2 CANCELLED", "3 ARMED");
    }

    private Uni<Void> everything() {
        return timers.cancelAll(TallyTimers.OWNER_TYPE, id)
                .chain(() -> arm(1))
                .chain(() -> append(id, 1))
                .chain(() -> audit.append(entry("company-a", "sample.done")));
    }

    private Uni<Void> failure() {
        return Uni.createFrom().failure(new IllegalStateException("rolled back"));
    }

    private Uni<Void> append(long aggregate, int revision) {
        return outbox.append(Samples.submitted(aggregate, revision));
    }

    private Uni<Void> arm(int cycle) {
        return timers.arm(TallyTimers.OWNER_TYPE, id, "LATER", cycle, LATER);
    }

    private AuditEntry entry(@Nullable String account, String action) {
        return new AuditEntry("auditor", "auditor", account, action, "sample", Long.toString(id), null, List.of());
    }

    private String written() {
        return texts("select 'events ' || (select count(*) from outbox where aggregate_id = '" + id + "')"
                        + " || ', entries ' || (select count(*) from audit_entry where object_id = '" + id + "')"
                        + " || ', timers ' || (select count(*) from timer where owner_id = " + id + ")")
                .getFirst();
    }

    private static List<String> texts(String sql) {
        return Reactive.inTransaction(() -> new NativeQuery(sql).list(String.class));
    }

    private static void execute(String sql) {
        Reactive.inTransaction(() -> new NativeQuery(sql).execute());
    }

    /** Owes one row, and has a query that returns {@code rows}. */
    private record OneRow(String name, int rows) implements OwedRows {

        @Override
        public Place place() {
            return Place.SERVICE;
        }

        @Override
        public boolean isEmpty() {
            return false;
        }

        @Override
        public String queries() {
            return name + " as (select from generate_series(1, " + rows + "))";
        }

        @Override
        public List<Object> parameters() {
            return List.of();
        }

        @Override
        public String result() {
            return "(select count(*) from " + name + ")";
        }

        @Override
        public void written(long result) {
            OwedRows.requireAll(result, 1);
        }
    }
}
