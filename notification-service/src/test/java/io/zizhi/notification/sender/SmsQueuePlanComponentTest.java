package io.zizhi.notification.sender;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.zizhi.platform.testkit.CrowdedTables;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.platform.testkit.QueryPlan;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Checks that polls do not read 10,000 messages that wait for the end of the quiet hours. */
@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
class SmsQueuePlanComponentTest {

    private static final int BATCH = 500;

    /** The way down the indexes, and a few rows. The waiting messages alone have more than 50 pages of an index. */
    private static final long FEW_PAGES = 30;

    /** The rows of one batch, each with its old and new place in the table and in six indexes. */
    private static final long PAGES_OF_BATCH = 25L * BATCH;

    private static final String FINISHED = """
            insert into sms_message(message_id, account_id, template, subject, status, queued_at)
            select 'f' || i, 'a', 'T', i, 'ACCEPTED', now() - i * interval '1 minute' from generate_series(1, 200000) i
            """;

    private static final String WAITING = """
            insert into sms_message(message_id, account_id, template, subject, phone, parameters, status, queued_at,
                turn, waiting)
            select 'w' || i, 'a' || i % 20, 'QUALIFICATION_APPROVED', i, '\\x00', '\\x00', 'QUEUED',
                now() + interval '8 hours', i / 20, true
            from generate_series(1, 10000) i
            """;

    private static final String DUE = """
            insert into sms_message(message_id, account_id, template, subject, phone, parameters, status, queued_at,
                turn)
            select 'd' || i, 'b', 'QUALIFICATION_APPROVED', i, '\\x00', '\\x00', 'QUEUED',
                now() - interval '1 second', 1000 + i
            from generate_series(1, 10) i
            """;

    @Inject
    AgroalDataSource database;

    @Test
    void polls_read_few_rows_while_many_messages_wait() throws SQLException {
        try (CrowdedTables crowded = CrowdedTables.on(database.getConnection(), "sms_message")) {
            crowded.execute(FINISHED, WAITING, DUE).indexed("sms_message");
            for (String poll : List.of(SmsMessageRepository.LOOK_FOR_DUE, SmsMessageRepository.NEXT_QUEUED)) {
                QueryPlan plan = plan(crowded, poll);
                assertThat(plan.tablesReadWhole()).as("%s", plan).isEmpty();
                assertThat(plan.pages()).as("%s", plan).isLessThan(FEW_PAGES);
            }
        }
    }

    @Test
    void a_poll_ends_the_wait_of_one_batch() throws SQLException {
        try (CrowdedTables crowded = CrowdedTables.on(database.getConnection(), "sms_message")) {
            crowded.execute(FINISHED, WAITING, "update sms_message set queued_at = now() where waiting")
                    .indexed("sms_message");
            QueryPlan plan = plan(crowded, SmsMessageRepository.LOOK_FOR_DUE);
            assertThat(plan.tablesReadWhole()).as("%s", plan).isEmpty();
            assertThat(plan.pages()).as("%s", plan).isLessThan(PAGES_OF_BATCH);
            crowded.execute(SmsMessageRepository.LOOK_FOR_DUE);
            assertThat(ready(crowded)).isEqualTo(BATCH);
        }
    }

    private static QueryPlan plan(CrowdedTables crowded, String sql) throws SQLException {
        return crowded.plan(QueryPlan.Kind.CUSTOM, sql, List.of(), List.of());
    }

    private static long ready(CrowdedTables crowded) throws SQLException {
        try (Statement statement = crowded.connection().createStatement();
                ResultSet rows = statement.executeQuery(
                        "select count(*) from sms_message where status = 'QUEUED' and not waiting")) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
