package io.zizhi.platform.messaging.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.zizhi.platform.testkit.CrowdedTables;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.platform.testkit.QueryPlan;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Checks that the relay and the backlog metrics read only waiting events, however many were sent. */
@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
class RelayPlanComponentTest {

    private static final long FEW_PAGES = 500;
    private static final String LEASE = """
            insert into relay_lease(holder, epoch, renewed_at, expires_at)
            values ('this', 1, clock_timestamp(), clock_timestamp())
            """;

    @Inject
    AgroalDataSource database;

    @Test
    void reads_batch_and_backlog_without_sent_events() throws SQLException {
        try (CrowdedTables crowded = CrowdedTables.on(database.getConnection(), "outbox", "relay_lease")) {
            crowded.fillOutbox().execute(LEASE);
            for (QueryPlan.Kind kind : QueryPlan.Kind.values()) {
                QueryPlan batch = nextBatch(crowded, kind);
                // This table has one row.
                assertThat(batch.tablesReadWhole()).as("%s", batch).isSubsetOf("relay_lease");
                assertThat(batch.nodes()).as("%s", batch).doesNotContain("Sort", "Incremental Sort");
                assertThat(batch.indexes()).as("%s", batch).contains("outbox_unsent");
                assertThat(batch.pages()).as("%s", batch).isLessThan(FEW_PAGES);
            }
            crowded.execute("drop index crowded.outbox_unsent");
            assertThat(nextBatch(crowded, QueryPlan.Kind.CUSTOM).pages())
                    .as("without the index the test must see it")
                    .isGreaterThan(FEW_PAGES);
        }
    }

    private static QueryPlan nextBatch(CrowdedTables crowded, QueryPlan.Kind kind) throws SQLException {
        return crowded.plan(
                kind, RelayConnection.NEXT_BATCH, List.of("bigint", "text", "bigint"), List.of("500", "'this'", "1"));
    }
}
