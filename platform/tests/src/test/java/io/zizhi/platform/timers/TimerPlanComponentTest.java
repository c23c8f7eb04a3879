package io.zizhi.platform.timers;

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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Checks that a sweep reads only its batch of due timers, however many timers are armed. */
@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
class TimerPlanComponentTest {

    private static final long FEW_PAGES = 50;

    @Inject
    AgroalDataSource database;

    @Test
    void sweep_reads_only_its_batch_among_very_many_timers() throws SQLException {
        try (CrowdedTables crowded = CrowdedTables.on(database.getConnection(), "timer")) {
            crowded.armTimers();
            for (QueryPlan.Kind kind : QueryPlan.Kind.values()) {
                QueryPlan due = due(crowded, kind);
                assertThat(due.indexes()).as("%s", due).containsExactly("timer_due");
                assertThat(due.nodes()).as("%s", due).containsExactly("Index Only Scan", "Limit");
                assertThat(due.pages()).as("%s", due).isLessThan(FEW_PAGES);

                QueryPlan fire = crowded.plan(
                        kind,
                        TimerRepository.FIRE,
                        List.of("timestamptz", "bigint[]", "text"),
                        List.of("now()", batch(), "'crowd'"));
                assertThat(fire.indexes()).as("%s", fire).containsExactly("timer_pkey");
                assertThat(fire.tablesReadWhole()).as("%s", fire).isEmpty();
                assertThat(fire.pages()).as("%s", fire).isLessThan(TimerSweep.BATCH * 40L);
            }
            crowded.execute("drop index crowded.timer_due");
            assertThat(due(crowded, QueryPlan.Kind.CUSTOM).pages())
                    .as("without the index the test must see it")
                    .isGreaterThan(FEW_PAGES);
        }
    }

    private static QueryPlan due(CrowdedTables crowded, QueryPlan.Kind kind) throws SQLException {
        return crowded.plan(
                kind,
                TimerRepository.DUE,
                List.of("text", "timestamptz", "timestamptz", "bigint", "text", "integer", "integer"),
                List.of(
                        "'crowd'",
                        "now()",
                        "now() - interval '500 seconds'",
                        "0",
                        "''",
                        "0",
                        Integer.toString(TimerSweep.BATCH)));
    }

    private static String batch() {
        return IntStream.rangeClosed(1, TimerSweep.BATCH)
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(",", "array[", "]"));
    }
}
