package io.zizhi.review.reporting.figures;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.zizhi.platform.testkit.CrowdedTables;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.platform.testkit.QueryPlan;
import io.zizhi.review.QualificationStub;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Reading one week out of three months of decisions reads only the pages of that week. */
@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
@WithTestResource(QualificationStub.class)
class FiguresPlanComponentTest {

    /** A thousand decisions a day by thirty reviewers; a rejection has two codes. */
    private static final String FIGURES = """
            insert into decision_figure
            select i, case when i % 10 = 0 then 'GOVERNMENT' else 'STANDARD' end, 'reviewer-' || lpad((i % 30)::text, 2, '0'),
                (array['APPROVED', 'APPROVED', 'REJECTED', 'SUPPLEMENT_REQUESTED'])[1 + i % 4],
                case when i % 4 > 1 then array['IMAGE_BLURRED', 'CODE_' || i % 40] else '{}'::text[] end,
                i % 50 = 0, now() - (100000 - i) * interval '86.4 seconds', i % 5000, i % 7200, i % 86400
            from generate_series(1, 100000) i
            """;

    private static final String PROPOSALS = """
            insert into proposal(id, work_order, number, account_id, outcome, findings, proposer_id, proposed_at, state,
                second_id, ended_at, note)
            select i, i, 1, 'company-a', 'APPROVED', repeat('x', 200)::bytea, 'reviewer-' || lpad((i % 30)::text, 2, '0'), moment,
                case when i % 20 = 0 then 'RETURNED' else 'CONFIRMED' end, 'second', moment,
                case when i % 20 = 0 then repeat('x', 200)::bytea end
            from generate_series(1, 100000) i,
                lateral (select now() - (100000 - i) * interval '86.4 seconds' as moment) times
            """;

    private static final String FROM = "now() - interval '8 days'";
    private static final String TO = "now() - interval '1 day'";

    @Inject
    AgroalDataSource database;

    @Test
    void finds_one_week_of_many_decisions_by_index() throws SQLException {
        try (CrowdedTables crowded = CrowdedTables.on(database.getConnection(), "decision_figure", "proposal")) {
            crowded.execute(FIGURES, PROPOSALS).indexed("decision_figure").indexed("proposal");
            for (QueryPlan.Kind kind : QueryPlan.Kind.values()) {
                isOfAWeek(ofAll(crowded, kind, FiguresRepository.DURATIONS));
                isOfAWeek(ofAll(crowded, kind, FiguresRepository.REASONS));
                isOfAWeekWithProposals(reviewers(crowded, kind));
                isOfAWeekWithProposals(reviewer(crowded, kind));
            }
            crowded.execute("drop index crowded.decision_figure_by_time");
            assertThat(ofAll(crowded, QueryPlan.Kind.CUSTOM, FiguresRepository.DURATIONS)
                            .pages())
                    .as("without the index the test must see it")
                    .isGreaterThan(400);
        }
    }

    private static void isOfAWeek(QueryPlan plan) {
        assertThat(plan.indexes()).as("%s", plan).containsExactly("decision_figure_by_time");
        assertThat(plan.tablesReadWhole()).as("%s", plan).isEmpty();
        assertThat(plan.pages()).as("%s", plan).isLessThan(300);
    }

    private static void isOfAWeekWithProposals(QueryPlan plan) {
        assertThat(plan.indexes()).as("%s", plan).containsExactly("decision_figure_by_time", "proposal_by_end");
        assertThat(plan.tablesReadWhole()).as("%s", plan).isEmpty();
        assertThat(plan.pages()).as("%s", plan).isLessThan(1_000);
    }

    private static QueryPlan ofAll(CrowdedTables crowded, QueryPlan.Kind kind, String sql) throws SQLException {
        return crowded.plan(kind, sql, List.of("timestamptz", "timestamptz"), List.of(FROM, TO));
    }

    private static QueryPlan reviewers(CrowdedTables crowded, QueryPlan.Kind kind) throws SQLException {
        return crowded.plan(
                kind,
                FiguresRepository.REVIEWERS,
                List.of("text", "timestamptz", "timestamptz", "text", "bigint"),
                List.of("'Asia/Shanghai'", FROM, TO, "''", "21"));
    }

    private static QueryPlan reviewer(CrowdedTables crowded, QueryPlan.Kind kind) throws SQLException {
        return crowded.plan(
                kind,
                FiguresRepository.REVIEWER,
                List.of("text", "timestamptz", "timestamptz", "text"),
                List.of("'Asia/Shanghai'", FROM, TO, "'reviewer-07'"));
    }
}
