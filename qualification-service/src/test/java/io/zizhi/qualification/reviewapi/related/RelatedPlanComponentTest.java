package io.zizhi.qualification.reviewapi.related;

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

/** Checks that a search reads few rows, however many qualifications share a trait in the account or in others. */
@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
@WithTestResource(PeerDouble.class)
class RelatedPlanComponentTest {

    private static final int ROWS = 50_000;

    /** Pages read by a few index scans. */
    private static final long FEW_PAGES = 100;

    /**
     * Pages that a search may read: a thousand rows inside the account and a thousand outside, with their
     * qualifications. The tables have more pages.
     */
    private static final long COUNTED_PAGES = 12_000;

    /**
     * Nine of ten qualifications belong to one account and share all traits. The rest belong to five thousand other
     * accounts and share other traits.
     */
    private static final String QUALIFICATIONS = """
            insert into qualification(id, account_id, name, name_key, purpose, owner_type, status, version, submissions,
                credit_code, current_revision, created_at, updated_at)
            select i, case when i % 10 = 0 then 'other-' || i else 'm-crowd' end, '资质' || i, '资质' || i, 'SELF',
                'COMPANY', 'IN_REVIEW', 1, 1, case when i % 10 = 0 then 'popular' else 'own' end, i, now(), now()
            from generate_series(1, ROWS) i
            """.replace("ROWS", Integer.toString(ROWS));

    private static final String REVISIONS = """
            insert into revision(id, qualification_id, account_id, number, work_order, content, personal_data,
                submitted_at, administrator_index, legal_representative_id_index, phone_index)
            select id, id, account_id, 1, id, '{}', '', now(), credit_code, credit_code, credit_code from qualification
            """;

    @Inject
    AgroalDataSource database;

    @Test
    void search_reads_few_of_very_many_rows() throws SQLException {
        try (CrowdedTables crowded = CrowdedTables.on(database.getConnection(), "qualification", "revision")) {
            crowded.execute(QUALIFICATIONS, REVISIONS).indexed("qualification").indexed("revision");
            for (SharedTrait trait : SharedTrait.values()) {
                QueryPlan own = plan(crowded, RelatedRepository.elsewhere(trait), "own");
                assertThat(own.pages()).as("%s %s", trait, own).isLessThan(FEW_PAGES);
                QueryPlan popular = plan(crowded, RelatedRepository.elsewhere(trait), "popular");
                assertThat(popular.tablesReadWhole())
                        .as("%s %s", trait, popular)
                        .isEmpty();
                assertThat(popular.pages()).as("%s %s", trait, popular).isLessThan(COUNTED_PAGES);
            }
            QueryPlan company = crowded.plan(
                    QueryPlan.Kind.CUSTOM,
                    RelatedRepository.OWN,
                    List.of("text", "text", "bigint", "int"),
                    List.of("'own'", "'m-crowd'", "7", "1001"));
            assertThat(company.pages()).as("%s", company).isLessThan(COUNTED_PAGES);

            crowded.execute("drop index crowded.revision_by_phone");
            assertThat(plan(crowded, RelatedRepository.elsewhere(SharedTrait.PHONE), "own")
                            .pages())
                    .as("must detect a missing index")
                    .isGreaterThan(FEW_PAGES);
        }
    }

    private static QueryPlan plan(CrowdedTables crowded, String sql, String value) throws SQLException {
        return crowded.plan(
                QueryPlan.Kind.CUSTOM,
                sql,
                List.of("text", "text", "int"),
                List.of("'" + value + "'", "'m-crowd'", "1001"));
    }
}
