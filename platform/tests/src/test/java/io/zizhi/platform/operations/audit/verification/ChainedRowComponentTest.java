package io.zizhi.platform.operations.audit.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.zizhi.platform.operations.audit.acceptance.Accepted;
import io.zizhi.platform.operations.audit.chain.AuditChains;
import io.zizhi.platform.operations.audit.chain.AuditChains.Linked;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.platform.testkit.Reactive;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Database and service compute the hash of a row independently; both must agree on every value. */
@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
class ChainedRowComponentTest {

    private static final List<String> FIELDS = List.of(
            "'{}'",
            "array['name', 'phone']",
            "array['a,b', '']",
            "array['a', 'b,']",
            "array['\"quoted\"', '{braces}', E'back\\\\slash', E'line\\nbreak']",
            "array['😀', '资质', 'é']",
            "array[null, 'null']",
            "array[['a', 'b'], ['c', 'd']]");

    private static final List<String> TEXTS =
            List.of("null", "''", "'null'", "' '", "'😀 资质 é'", "E'line\\nbreak'", "'" + "长".repeat(500) + "'");

    private static final List<String> TIMES = List.of(
            "'infinity'",
            "'-infinity'",
            "'2000-01-01T00:00:00Z'",
            "'1999-12-31T23:59:59.999999Z'",
            "'1969-12-31T23:59:59.000001+08:00'");

    @Inject
    AuditChains chains;

    @Inject
    AgroalDataSource database;

    @Test
    void database_and_service_compute_the_same_hash() {
        String account = "account-" + UUID.randomUUID();
        AuditLogOwner owner = new AuditLogOwner(database);
        int rows = 0;
        for (String fields : FIELDS) {
            for (String text : TEXTS) {
                String at = TIMES.get(rows++ % TIMES.size());
                owner.runWithoutClock(
                        "insert into audit_entry(at, actor, role, account_id, action, object_type, object_id, reason,"
                                + " fields, recipient) values (" + at + ", coalesce(" + text + ", 'actor'), 'role', '"
                                + account
                                + "', 'action', 'type', 'id', " + text + ", " + fields + ", " + text + ")");
            }
        }

        List<Linked> chained = Reactive.run(() -> chains.chained(account, 0, 0, 1_000)).stream()
                .filter(linked -> linked.row().chain().equals(account))
                .toList();

        assertThat(chained).hasSize(rows);
        assertThat(chained)
                .allSatisfy(linked -> assertThat(
                                linked.row().isIntactAt(linked.row().position()))
                        .isTrue());
        assertThat(chained.getLast().headHash())
                .isEqualTo(chained.getLast().row().hash());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "array[['a', 'b'], ['c', 'd']], 'because'",
                "array(select cast(i as text) from generate_series(1, 1001) i), 'because'",
                "array[repeat('a', 17000)], 'because'",
                "'{}', repeat('a', 17000)"
            })
    void database_refuses_rows_of_another_shape(String fieldsAndReason) {
        String account = "account-" + UUID.randomUUID();

        assertThatThrownBy(() -> new AuditLogOwner(database)
                        .run("insert into audit_entry(actor, role, account_id, action, object_type, object_id, fields,"
                                + " reason) values ('a', 'b', '" + account + "', 'c', 'd', 'e', " + fieldsAndReason
                                + ")"))
                .hasMessageContaining("audit row");
        assertThat(positions(account)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"infinity", "-infinity", "4713-01-01 BC", "2000-01-01", "294275-12-31"})
    void database_sets_the_time_of_a_row(String at) {
        String account = "account-" + UUID.randomUUID();
        Instant before = Instant.now().minusSeconds(60);
        new AuditLogOwner(database)
                .run("insert into audit_entry(at, actor, role, account_id, action, object_type, object_id, fields)"
                        + " values ('" + at + "', 'a', 'b', '" + account + "', 'c', 'd', 'e', '{}')");

        assertThat(Reactive.run(() -> chains.chained(account, 0, 0, 1))
                        .getFirst()
                        .row()
                        .at())
                .isBetween(before, before.plusSeconds(300));
    }

    @Test
    void rows_without_an_account_share_a_chain_with_an_account_of_its_name() {
        AuditLogOwner owner = new AuditLogOwner(database);
        for (String account : List.of("null", "'system'")) {
            owner.run("insert into audit_entry(actor, role, account_id, action, object_type, object_id, fields)"
                    + " values ('a', 'b', " + account + ", 'c', 'd', 'e', '{}')");
        }

        List<Linked> chained = Reactive.run(() -> chains.chained("system", 0, 0, 100_000)).stream()
                .filter(linked -> linked.row().chain().equals("system"))
                .toList();

        assertThat(chained)
                .allSatisfy(linked -> assertThat(
                                linked.row().isIntactAt(linked.row().position()))
                        .isTrue());
    }

    @Test
    void rows_of_one_statement_follow_each_other() {
        String account = "account-" + UUID.randomUUID();
        new AuditLogOwner(database).run(insert(account) + "('a'), ('b'), ('c')) as e(actor)");

        assertThat(positions(account)).containsExactly(1L, 2L, 3L);
    }

    @Test
    void concurrent_transactions_do_not_fork_a_new_chain() throws Exception {
        String account = "account-" + UUID.randomUUID();
        AuditLogOwner owner = new AuditLogOwner(database);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            for (Future<?> done : threads.invokeAll(Collections.nCopies(
                    40, Executors.callable(() -> owner.run(insert(account) + "('a')) as e(actor)"))))) {
                done.get();
            }
        }

        assertThat(positions(account))
                .isEqualTo(LongStream.rangeClosed(1, 40).boxed().toList());
    }

    private List<Long> positions(String account) {
        List<Linked> chained = Reactive.run(() -> chains.chained(account, 0, 0, 1_000)).stream()
                .filter(linked -> linked.row().chain().equals(account))
                .toList();
        ChainWalk walk = new ChainWalk(null, Accepted.NONE);
        chained.forEach(walk::take);
        walk.end();
        assertThat(walk.suspicions()).isEmpty();
        return chained.stream().map(linked -> linked.row().position()).toList();
    }

    private static String insert(String account) {
        return "insert into audit_entry(actor, role, account_id, action, object_type, object_id, fields)"
                + " select actor, 'b', '" + account + "', 'c', 'd', 'e', '{}' from (values ";
    }
}
