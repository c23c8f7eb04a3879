package io.zizhi.platform.operations.audit;

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
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Checks that a page of a search reads few of very many entries, for each criterion. */
@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
class AuditSearchPlanComponentTest {

    private static final long FEW_PAGES = 200;

    /** Finds the last entry of the page before. */
    private static final String OF_CURSOR = "audit_entry_pkey";

    /** The index of each criterion. Every thousandth entry matches, of a recipient every ten thousandth. */
    private static final Map<String, String> INDEXES = Map.of(
            "actor = 'actor-7'", "audit_by_actor",
            "recipient = 'reviewer-7'", "audit_by_recipient",
            "account_id = 'account-7'", "audit_by_account",
            "action = 'action-7'", "audit_by_action",
            "object_type = 'review' and object_id = '70007'", "audit_by_object",
            "at >= now() - interval '1 day'", "audit_by_time");

    @Inject
    AgroalDataSource database;

    @Test
    void a_page_reads_few_of_very_many_entries() throws SQLException {
        try (CrowdedTables crowded = CrowdedTables.on(database.getConnection(), "audit_entry")) {
            crowded.execute("""
                            insert into audit_entry(at, actor, role, account_id, action, object_type, object_id, recipient, fields)
                            select now() - (%1$d - i) * interval '1 minute', 'actor-' || i %% 1000, 'reviewer',
                                'account-' || i %% 1000, 'action-' || i %% 1000, 'review', i,
                                case when i %% 10 = 7 then 'reviewer-' || i / 10 %% 1000 end, '{}'
                            from generate_series(1, %1$d) i
                            """.formatted(CrowdedTables.rows())).indexed("audit_entry");
            for (Map.Entry<String, String> criterion : INDEXES.entrySet()) {
                QueryPlan plan = page(crowded, criterion.getKey());
                assertThat(plan.indexes()).as("%s", plan).containsOnly(criterion.getValue(), OF_CURSOR);
                assertThat(plan.pages()).as("%s", plan).isLessThan(FEW_PAGES);
            }
            assertThat(page(crowded, "true").pages()).isLessThan(FEW_PAGES);

            crowded.execute("drop index crowded.audit_by_recipient");
            assertThat(page(crowded, "recipient = 'reviewer-7'").pages())
                    .as("without the index the test must see it")
                    .isGreaterThan(FEW_PAGES);
        }
    }

    /** Plans the second page, which also has a cursor. */
    private static QueryPlan page(CrowdedTables crowded, String criterion) throws SQLException {
        return crowded.plan(
                QueryPlan.Kind.CUSTOM,
                AuditEntryRepository.SELECT + " where " + criterion + " and " + AuditEntryRepository.AFTER + " "
                        + AuditEntryRepository.ORDER + " limit 101",
                List.of("bigint"),
                List.of("99000"));
    }
}
