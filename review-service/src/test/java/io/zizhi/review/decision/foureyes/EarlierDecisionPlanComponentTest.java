package io.zizhi.review.decision.foureyes;

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

/** Earlier decisions are found by an index, however many reviews there are. */
@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
@WithTestResource(QualificationStub.class)
class EarlierDecisionPlanComponentTest {

    private static final String REVIEWS = """
            insert into review(work_order, subject, qualification_id, revision, account_id, name, owner_type, purpose, status,
                policy, clock_revision, opened_at, warn_at, due_at, escalate_at, provisional, outcome, decided_at, reviewer_id, letter_id)
            select i, 'QUALIFICATION', i, 1, 'company-a', 'crowd', 'COMPANY', 'THIRD_PARTY', 'DECIDED', 'STANDARD', 1, moment,
                moment, moment, moment, false, 'APPROVED', moment, 'reviewer-a', case when i % 2 = 0 then i / 10 end
            from generate_series(1, 100000) i, lateral (select now() + i * interval '1 second' as moment) times
            """;

    @Inject
    AgroalDataSource database;

    @Test
    void finds_the_last_decision_by_index() throws SQLException {
        try (CrowdedTables crowded = CrowdedTables.on(database.getConnection(), "review")) {
            crowded.execute(REVIEWS).indexed("review");
            for (QueryPlan.Kind kind : QueryPlan.Kind.values()) {
                found(crowded, kind, EarlierDecisionRepository.LAST_OF_QUALIFICATION, "review_by_qualification");
                found(crowded, kind, EarlierDecisionRepository.LAST_OF_LETTER, "review_of_letter");
            }
        }
    }

    private static void found(CrowdedTables crowded, QueryPlan.Kind kind, String sql, String index)
            throws SQLException {
        QueryPlan plan = crowded.plan(kind, sql, List.of("bigint", "bigint"), List.of("500", "500"));
        assertThat(plan.indexes()).as("%s", plan).contains(index);
        assertThat(plan.tablesReadWhole()).as("%s", plan).doesNotContain("review");
        assertThat(plan.pages()).as("%s", plan).isLessThan(200);
    }
}
