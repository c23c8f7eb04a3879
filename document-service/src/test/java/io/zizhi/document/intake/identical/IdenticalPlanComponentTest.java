package io.zizhi.document.intake.identical;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.zizhi.document.testing.WithDoubles;
import io.zizhi.platform.testkit.CrowdedTables;
import io.zizhi.platform.testkit.QueryPlan;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Checks that a lookup reads few pages, however many copies of a document exist in the same account, in another one, or
 * in many.
 */
@QuarkusTest
@WithDoubles
class IdenticalPlanComponentTest {

    /** Pages read by a few index steps. */
    private static final long FEW_PAGES = 250;

    private static final String OWN = "0".repeat(31) + "1";

    /**
     * At least half of the documents are unique; with more rows, most of them. The requested document has ten thousand copies in its own account, ten thousand in
     * another, and one in each of ten thousand further accounts.
     */
    private static final String DOCUMENTS = """
            insert into document(id, account_id, kind, format, size, sha256, object_key, status, stored_by, stored_at)
            select lpad(i::text, 32, '0'),
                case when i <= 10000 then 'm-own' when i <= 20000 then 'a-hoarder' else 'account-' || i end,
                'BUSINESS_LICENSE', 'PNG', 1, lpad(case when i <= 30000 then '0' else i::text end, 64, '0'),
                'object-' || i, 'AVAILABLE', 'crowd', now() + i * interval '1 second'
            from generate_series(1, %d) i
            """.formatted(CrowdedTables.rows(60_000, 200_000));

    @Inject
    AgroalDataSource database;

    @Test
    void finds_accounts_by_the_digest_index_alone() throws SQLException {
        try (CrowdedTables crowded = CrowdedTables.on(database.getConnection(), "document")) {
            crowded.execute(DOCUMENTS).indexed("document");
            for (QueryPlan.Kind kind : QueryPlan.Kind.values()) {
                QueryPlan plan = plan(crowded, kind);
                assertThat(plan.indexes()).as("%s", plan).containsExactly("document_by_upload", "document_pkey");
                assertThat(plan.pages()).as("%s", plan).isLessThan(FEW_PAGES);
            }
            crowded.execute("drop index crowded.document_by_upload");
            assertThat(plan(crowded, QueryPlan.Kind.CUSTOM).pages())
                    .as("without the index the test must see it")
                    .isGreaterThan(FEW_PAGES);
        }
    }

    private static QueryPlan plan(CrowdedTables crowded, QueryPlan.Kind kind) throws SQLException {
        return crowded.plan(
                kind, IdenticalRepository.FIND, List.of("integer", "text[]"), List.of("21", "array['" + OWN + "']"));
    }
}
