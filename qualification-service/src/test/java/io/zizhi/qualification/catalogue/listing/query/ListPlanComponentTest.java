package io.zizhi.qualification.catalogue.listing.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.zizhi.contracts.OwnerType;
import io.zizhi.contracts.Purpose;
import io.zizhi.platform.testkit.CrowdedTables;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.platform.testkit.QueryPlan;
import io.zizhi.qualification.model.qualification.QualificationStatus;
import io.zizhi.qualification.model.qualification.Restriction;
import io.zizhi.qualification.testing.PeerDouble;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A page of any list reads few rows, however many qualifications the account has. */
@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
@WithTestResource(PeerDouble.class)
class ListPlanComponentTest {

    /** By day enough to see a missing index; at night as many as the system property says. */
    private static final int ROWS = CrowdedTables.rows(20_000, 100_000);

    /** More than 36 short index scans and a page of rows need; the whole table has more. */
    private static final long FEW_PAGES = 300;

    /** One of the rows. */
    private static final String ONE = Integer.toString(ROWS / 9 * 7);

    private static final Pattern NAMED = Pattern.compile("(?<!:):([a-zA-Z]+)");

    private static final Set<QualificationStatus> ALL = EnumSet.allOf(QualificationStatus.class);

    private static final int PAGE = 21;

    private static final ListFilter BOTH = filter(ALL, "质" + ONE, ONE + "科", null);

    /**
     * Per thousand rows: 991 approved, 3 drafts of persons, 3 rejected; one in 500 expires soon, one in 5000 is
     * suspended; names are numbered.
     */
    private static final String FILL = """
            insert into qualification(id, account_id, name, name_key, purpose, owner_type, company_name, status, version,
                submissions, current_revision, in_force_revision, working_revision, restriction, expires_on, created_at,
                updated_at)
            select i, 'crowd', '资质' || i, '资质' || i, case when i % 1000 < 3 then 'SELF' else 'THIRD_PARTY' end,
                case when i % 1000 < 3 then 'PERSON' else 'COMPANY' end,
                '企业' || i || '科技有限公司',
                case when i % 1000 < 3 then 'DRAFT' when i % 1000 < 6 then 'REJECTED' else 'APPROVED' end, 1, 1, i, i,
                null, case when i % 5000 = 11 then 'SUSPENDED' else 'NONE' end,
                case when i % 500 = 7 then date '2026-12-01' else date '2099-12-31' end,
                timestamptz '2026-01-01' + i * interval '1 minute',
                timestamptz '2026-06-01' + (i * 7919 % ROWS) * interval '1 minute'
            from generate_series(1, ROWS) i
            """.replace("ROWS", Integer.toString(ROWS));

    @Inject
    AgroalDataSource database;

    @Test
    void every_list_page_reads_few_rows() throws SQLException {
        try (CrowdedTables crowded = CrowdedTables.on(database.getConnection(), "qualification")) {
            crowded.execute(FILL).indexed("qualification");
            for (ListSort sort : ListSort.values()) {
                check(crowded, filter(ALL, null, null, null), sort);
                check(crowded, filter(Set.of(QualificationStatus.REJECTED), null, null, null), sort);
                check(crowded, filter(ALL, "资质", null, null), sort);
                check(crowded, suspended(), sort);
                check(
                        crowded,
                        ListStatement.among(List.of(7L, Long.valueOf(ONE)), "crowd", BOTH, order(sort), null, PAGE));
            }
            check(crowded, ListStatement.candidates("crowd", filter(ALL, "资质" + ONE, null, null), PAGE));
            check(crowded, ListStatement.candidates("crowd", filter(ALL, null, "企业" + ONE + "科技", null), PAGE));
            check(crowded, ListStatement.candidates("crowd", BOTH, PAGE));
            check(crowded, filter(ALL, null, null, LocalDate.of(2026, 12, 1)), ListSort.EXPIRES);
            deep(crowded);

            crowded.execute("drop index crowded.qualification_by_words");
            assertThat(plan(crowded, ListStatement.candidates("crowd", BOTH, PAGE))
                            .pages())
                    .as("the test must detect the missing index of words")
                    .isGreaterThan(FEW_PAGES);
            crowded.execute("drop index crowded.qualification_by_update");
            assertThat(plan(crowded, merged(filter(ALL, null, null, null), ListSort.UPDATED, null))
                            .pages())
                    .as("the test must detect the missing index of the order")
                    .isGreaterThan(FEW_PAGES);
        }
    }

    /** A page in the middle costs no more than the first page. */
    private static void deep(CrowdedTables crowded) throws SQLException {
        String created = Instant.parse("2026-01-01T00:00:00Z")
                .plus(Duration.ofMinutes(ROWS / 2))
                .toString();
        ListPosition middle = new ListPosition(created, ROWS / 2);
        check(crowded, merged(filter(ALL, null, null, null), ListSort.CREATED, middle));
    }

    private static void check(CrowdedTables crowded, ListFilter filter, ListSort sort) throws SQLException {
        check(crowded, merged(filter, sort, null));
    }

    private static void check(CrowdedTables crowded, ListStatement statement) throws SQLException {
        QueryPlan plan = plan(crowded, statement);
        assertThat(plan.tablesReadWhole()).as("%s %s", statement.sql(), plan).isEmpty();
        assertThat(plan.pages()).as("%s %s", statement.sql(), plan).isLessThan(FEW_PAGES);
    }

    private static ListStatement merged(ListFilter filter, ListSort sort, @Nullable ListPosition after) {
        return ListStatement.merged("crowd", filter, order(sort), after, PAGE);
    }

    private static ListOrder order(ListSort sort) {
        return new ListOrder(sort, sort.usual());
    }

    private static ListFilter suspended() {
        return new ListFilter(
                ALL,
                Restriction.SUSPENDED,
                EnumSet.allOf(Purpose.class),
                EnumSet.allOf(OwnerType.class),
                null,
                null,
                null,
                null,
                null);
    }

    private static ListFilter filter(
            Set<QualificationStatus> statuses,
            @Nullable String name,
            @Nullable String company,
            @Nullable LocalDate expiringBy) {
        return new ListFilter(
                statuses,
                null,
                EnumSet.allOf(Purpose.class),
                EnumSet.allOf(OwnerType.class),
                name,
                company,
                null,
                null,
                expiringBy);
    }

    /** Plans with the actual values, as the service's sessions do ({@code plan_cache_mode=force_custom_plan}). */
    private static QueryPlan plan(CrowdedTables crowded, ListStatement statement) throws SQLException {
        List<String> types = new ArrayList<>();
        List<String> values = new ArrayList<>();
        List<String> seen = new ArrayList<>();
        Matcher matcher = NAMED.matcher(statement.sql());
        while (matcher.find()) {
            String name = matcher.group(1);
            if (!seen.contains(name)) {
                seen.add(name);
                types.add(typeOf(statement.parameters(), name));
                values.add(literalOf(statement.parameters(), name));
            }
        }
        return crowded.plan(QueryPlan.Kind.CUSTOM, statement.sql(), types, values);
    }

    private static String typeOf(Map<String, Object> parameters, String name) {
        return switch (parameters.get(name)) {
            case String[] several -> "text[]";
            case LocalDate day -> "date";
            case Long number -> "bigint";
            case Long[] several -> "bigint[]";
            case null, default -> "text";
        };
    }

    private static String literalOf(Map<String, Object> parameters, String name) {
        return switch (parameters.get(name)) {
            case String[] several -> "array['" + String.join("','", several) + "']";
            case Long[] several ->
                "array[" + Arrays.stream(several).map(String::valueOf).collect(Collectors.joining(",")) + "]";
            case null, default -> "'" + parameters.get(name) + "'";
        };
    }
}
