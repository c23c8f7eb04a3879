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
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Checks that the relay and the backlog metrics read only waiting events, however many were sent, and that the relay
 * reads a batch without the rest of the burst.
 */
@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
class RelayPlanComponentTest {

    private static final long FEW_PAGES = 500;
    private static final int BURST = 50_000;
    private static final int BACKING_OFF = 70;
    private static final int TRIES = 20;
    private static final Duration LONGEST_READ = Duration.ofMillis(100);

    /** A few pages for each of the 850 events that are read. Reading the burst once takes more. */
    private static final long PAGES_OF_BURST = 4_000;

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

    /** An outage leaves both: a burst that the statistics do not know, and some events that back off. */
    @Test
    void reads_burst_with_statistics_from_before_it() throws SQLException {
        try (CrowdedTables crowded = CrowdedTables.on(database.getConnection(), "outbox", "relay_lease")) {
            crowded.fillOutboxAfterStatistics(BURST, BACKING_OFF).execute(LEASE);
            for (QueryPlan.Kind kind : QueryPlan.Kind.values()) {
                List<QueryPlan> plans = new ArrayList<>();
                for (int tries = 0; tries < TRIES; tries++) {
                    plans.add(nextBatch(crowded, kind));
                }
                List<Duration> times =
                        plans.stream().map(QueryPlan::time).sorted().toList();
                Duration median = times.get(TRIES / 2);
                System.out.printf(
                        "Batch of a burst, %s plan, %d tries: %.1f to %.1f ms, median %.1f ms%n",
                        kind, TRIES, millis(times.getFirst()), millis(times.getLast()), millis(median));
                assertThat(median).as("the machine may stall during some").isLessThanOrEqualTo(LONGEST_READ);
                assertThat(plans.getFirst().pages()).as("%s", plans.getFirst()).isLessThan(PAGES_OF_BURST);
            }
        }
    }

    private static double millis(Duration time) {
        return time.toNanos() / 1e6;
    }

    private static QueryPlan nextBatch(CrowdedTables crowded, QueryPlan.Kind kind) throws SQLException {
        return crowded.plan(
                kind, RelayConnection.NEXT_BATCH, List.of("bigint", "text", "bigint"), List.of("500", "'this'", "1"));
    }
}
