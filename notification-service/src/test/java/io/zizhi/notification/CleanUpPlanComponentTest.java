package io.zizhi.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.All;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.zizhi.platform.runtime.cleanup.OutdatedRows;
import io.zizhi.platform.testkit.CrowdedTables;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.platform.testkit.QueryPlan;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Checks that each batch is found by an index, however many rows stay. */
@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
class CleanUpPlanComponentTest {

    private static final String BATCH = "1000";

    /** A batch of a thousand rows touches a few pages for each of them. */
    private static final long FEW_PAGES = 15_000;

    private static final int FULL = 200_000;

    private static final int ROWS = CrowdedTables.rows(40_000, FULL);

    /** Fewer rows lie further apart, so that as large a part of them is outdated. */
    private static final int STEP = FULL / ROWS;

    private static final String MESSAGES = """
            insert into sms_message(message_id, account_id, template, subject, status, queued_at)
            select i, 'a', 'T', i, 'ACCEPTED', now() - i * interval '{step} minutes' from generate_series(1, {rows}) i
            """;

    private static final String NOTICES = """
            insert into notice(notice_key, qualification_id, work_order, message_id, created_at)
            select i, i, i, i, now() - i * interval '{step} minutes' from generate_series(1, {rows}) i
            """;

    private static final String WEBHOOKS = """
            insert into webhook_delivery(webhook_id, account_id, receiver, body, status, attempts, queued_at)
            select i, 'a', 'r', repeat('x', 300), 'DELIVERED', 1, now() - i * interval '{step} minutes'
            from generate_series(1, {rows}) i
            """;

    private static final String REPLAYS = """
            insert into webhook_replay(subscription_id, idempotency_key, account_id, request, deliveries, replayed_at)
            select i, i, 'a', 'r', 1, now() - i * interval '{step} minutes' from generate_series(1, {rows}) i
            """;

    private static final String CALLS = """
            insert into webhook_call(key, called_at)
            select i, now() - i * interval '{step} seconds' from generate_series(1, {rows}) i
            """;

    private static final String FAILURES = """
            insert into phone_code_failures(account_id, phone_index, failures, last_failed_at)
            select 'a', i, 1, case when i % 1000 > 0 then now() - i * interval '{step} seconds' end
            from generate_series(1, {rows}) i
            """;

    private static final String SUBMISSIONS = """
            insert into smpp_message(message_id, attempt, recalled, handed_over_at)
            select i, 1, 0, now() - i * interval '{step} minutes' from generate_series(1, {rows}) i
            """;

    private static final String SEGMENT_RECEIPTS = """
            insert into smpp_early_receipt(receipt_id, state, received_at)
            select i, 'DELIVERED', now() - i * interval '{step} minutes' from generate_series(1, {rows}) i
            """;

    private static final String RECEIPTS = """
            insert into sms_early_receipt(sender, provider_message_id, outcome, observed_at, received_at)
            select 's', i, 'DELIVERED', now(), now() - i * interval '{step} seconds' from generate_series(1, {rows}) i
            """;

    @Inject
    AgroalDataSource database;

    @Inject
    @All
    List<OutdatedRows> tables;

    @Test
    void finds_outdated_rows_by_index() throws SQLException {
        examine("sms_message", MESSAGES, "sms_message_finished");
        examine("notice", NOTICES, "notice_created_at");
        examine("webhook_delivery", WEBHOOKS, "webhook_delivery_finished");
        examine("webhook_replay", REPLAYS, "webhook_replay_replayed_at");
        examine("webhook_call", CALLS, "webhook_call_by_time");
        examine("sms_early_receipt", RECEIPTS, "sms_early_receipt_received_at");
        examine("phone_code_failures", FAILURES, "phone_code_failures_oldest");
        examine("smpp_message", SUBMISSIONS, "smpp_message_outdated");
        examine("smpp_early_receipt", SEGMENT_RECEIPTS, "smpp_early_receipt_outdated");
    }

    private void examine(String table, String fill, String index) throws SQLException {
        try (CrowdedTables crowded = CrowdedTables.on(database.getConnection(), table)) {
            crowded.execute(fill.replace("{rows}", "" + ROWS).replace("{step}", "" + STEP))
                    .indexed(table);
            for (QueryPlan.Kind kind : QueryPlan.Kind.values()) {
                QueryPlan plan = removal(crowded, kind, table);
                assertThat(plan.tablesReadWhole()).as("%s", plan).isEmpty();
                assertThat(plan.indexes()).as("%s", plan).contains(index);
                assertThat(plan.pages()).as("%s", plan).isLessThan(FEW_PAGES);
            }
            crowded.execute("drop index crowded." + index);
            assertThat(removal(crowded, QueryPlan.Kind.CUSTOM, table).tablesReadWhole())
                    .as("without the index the test must see it")
                    .contains(table);
        }
    }

    private QueryPlan removal(CrowdedTables crowded, QueryPlan.Kind kind, String table) throws SQLException {
        OutdatedRows rows = tables.stream()
                .filter(each -> each.table().equals(table))
                .findFirst()
                .orElseThrow();
        return crowded.plan(
                kind,
                rows.delete(),
                List.of("double precision", "bigint"),
                List.of(Long.toString(rows.age().toSeconds()), BATCH));
    }
}
