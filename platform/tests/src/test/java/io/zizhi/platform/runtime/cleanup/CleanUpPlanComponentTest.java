package io.zizhi.platform.runtime.cleanup;

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
import java.util.List;
import org.junit.jupiter.api.Test;

/** Checks that deleting completed timers does not read armed ones. */
@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
class CleanUpPlanComponentTest {

    private static final long FEW_PAGES = 5_000;
    private static final OutdatedRows TIMERS = OutdatedRows.timers(Duration.ofDays(30));

    /** Inserts as many completed timers as one round deletes, and as many again that must stay. */
    private static final String OVER = """
            insert into timer(owner_type, owner_id, kind, cycle, due_at, state, fired_at)
            select 'over', i, 'WARN', 1, due_at, case when i % 3 = 0 then 'CANCELLED' else 'FIRED' end,
                case when i % 3 > 0 then due_at end
            from generate_series(1, 2000) i,
                lateral (select now() - case when i % 2 = 0 then interval '40 days' else interval '4 days' end)
                    as due(due_at)
            """;

    @Inject
    AgroalDataSource database;

    @Test
    void finds_completed_timers_by_index_among_armed_ones() throws SQLException {
        try (CrowdedTables crowded = CrowdedTables.on(database.getConnection(), "timer")) {
            crowded.armTimers().execute(OVER, "analyze timer");
            for (QueryPlan.Kind kind : QueryPlan.Kind.values()) {
                QueryPlan plan = removal(crowded, kind);
                assertThat(plan.tablesReadWhole()).as("%s", plan).isEmpty();
                assertThat(plan.indexes()).as("%s", plan).contains("timer_over");
                assertThat(plan.pages()).as("%s", plan).isLessThan(FEW_PAGES);
            }
            crowded.execute("drop index crowded.timer_over");
            assertThat(removal(crowded, QueryPlan.Kind.CUSTOM).tablesReadWhole())
                    .as("without the index the test must see it")
                    .contains("timer");
        }
    }

    private static QueryPlan removal(CrowdedTables crowded, QueryPlan.Kind kind) throws SQLException {
        return crowded.plan(
                kind,
                TIMERS.delete(),
                List.of("double precision", "bigint"),
                List.of(Long.toString(TIMERS.age().toSeconds()), Integer.toString(RemoveOutdatedRows.BATCH)));
    }
}
