package io.zizhi.qualification.filing.letterevaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.zizhi.platform.testkit.CrowdedTables;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.platform.testkit.QueryPlan;
import io.zizhi.qualification.testing.PeerDouble;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
@WithTestResource(PeerDouble.class)
class FollowLetterPlanComponentTest {

    /** By day enough to see the missing index; at night as many as the system property says. */
    private static final int ROWS = CrowdedTables.rows(20_000, 80_000);

    /** Pages that finding the ten drafts of a letter may read. */
    private static final int FEW_PAGES = 150;

    /** Pages that finding and changing them may read. */
    private static final int FEW_CHANGED_PAGES = 600;

    private static final String QUALIFICATIONS = """
            insert into qualification(id, account_id, name, name_key, purpose, owner_type, company_name, status, version,
                submissions, working_revision, created_at, updated_at)
            select i, 'crowd', '资质' || i, '资质' || i, 'THIRD_PARTY', 'COMPANY', '企业', 'DRAFT', 1, 0, i, now(), now()
            from generate_series(1, ROWS) i
            """.replace("ROWS", Integer.toString(ROWS));

    private static final String REVISIONS = """
            insert into revision(id, qualification_id, account_id, content, personal_data)
            select i, i, 'crowd', jsonb_build_object('letterId', i / 10), '' from generate_series(1, ROWS) i
            """.replace("ROWS", Integer.toString(ROWS));

    @Inject
    AgroalDataSource database;

    @Test
    void finds_drafts_of_a_letter_through_index() throws SQLException {
        try (CrowdedTables crowded = CrowdedTables.on(database.getConnection(), "qualification", "revision")) {
            crowded.execute(QUALIFICATIONS, REVISIONS).indexed("qualification").indexed("revision");

            check(plan(crowded, FollowLetter.LOCK), FEW_PAGES);
            check(plan(crowded, FollowLetter.FOLLOW), FEW_CHANGED_PAGES);

            crowded.execute("drop index crowded.revision_by_letter");
            assertThat(plan(crowded, FollowLetter.LOCK).pages())
                    .as("the test must detect the missing index")
                    .isGreaterThan(FEW_PAGES);
        }
    }

    private static QueryPlan plan(CrowdedTables crowded, String sql) throws SQLException {
        return crowded.plan(QueryPlan.Kind.CUSTOM, sql, List.of("text", "text"), List.of("'777'", "'crowd'"));
    }

    private static void check(QueryPlan plan, int mostPages) {
        assertThat(plan.tablesReadWhole()).as("%s", plan).doesNotContain("qualification", "revision");
        assertThat(plan.pages()).as("%s", plan).isLessThan(mostPages);
    }
}
