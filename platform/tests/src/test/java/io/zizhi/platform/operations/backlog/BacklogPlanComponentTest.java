package io.zizhi.platform.operations.backlog;

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

/** Checks that measuring the backlog, every ten seconds, reads only waiting rows. */
@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
class BacklogPlanComponentTest {

    private static final long FEW_PAGES = 500;

    @Inject
    AgroalDataSource database;

    @Test
    void measures_the_backlog_by_partial_indexes_alone() throws SQLException {
        try (CrowdedTables crowded = CrowdedTables.on(database.getConnection(), "outbox", "timer")) {
            crowded.fillOutbox().armTimers();
            for (QueryPlan.Kind kind : QueryPlan.Kind.values()) {
                QueryPlan plan = backlog(crowded, kind);
                assertThat(plan.tablesReadWhole()).as("%s", plan).doesNotContain("outbox", "timer");
                assertThat(plan.pages()).as("%s", plan).isLessThan(FEW_PAGES);
            }
            crowded.execute("drop index crowded.outbox_unsent");
            assertThat(backlog(crowded, QueryPlan.Kind.CUSTOM).pages())
                    .as("without the index the test must see it")
                    .isGreaterThan(FEW_PAGES);
        }
    }

    private static QueryPlan backlog(CrowdedTables crowded, QueryPlan.Kind kind) throws SQLException {
        return crowded.plan(kind, BacklogReader.MEASURE, List.of("text[]"), List.of("array['crowd']"));
    }
}
