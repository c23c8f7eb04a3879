package io.zizhi.review.reporting.unfinished;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.zizhi.platform.testkit.CrowdedTables;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.platform.testkit.QueryPlan;
import io.zizhi.platform.testkit.Reactive;
import io.zizhi.review.Api;
import io.zizhi.review.QualificationStub;
import io.zizhi.review.Submitted;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
@WithTestResource(QualificationStub.class)
class UnfinishedWorkComponentTest {

    /** A policy that no other test uses. */
    private static final String POLICY = "FLOOR";

    private static final String CROWD = """
            insert into review(work_order, subject, qualification_id, revision, account_id, name, owner_type, purpose, status,
                policy, clock_revision, opened_at, warn_at, due_at, escalate_at, provisional, outcome, decided_at, reviewer_id)
            select i, 'QUALIFICATION', i, 1, 'company-a', 'crowd', 'COMPANY', 'SELF', case when i > 98000 then 'OPEN' else 'DECIDED' end,
                'STANDARD', 1, moment, moment, moment, moment, false,
                case when i <= 98000 then 'APPROVED' end, case when i <= 98000 then moment end, 'reviewer-a'
            from generate_series(1, 100000) i,
                lateral (select now() + (i - 100000) * interval '1 second' as moment) times
            """;

    @Inject
    MeterRegistry metrics;

    @Inject
    UnfinishedWorkGauges gauges;

    @Inject
    AgroalDataSource database;

    @Test
    void shows_unfinished_reviews_by_policy_stage_and_age() {
        long fresh = opened(Duration.ofMinutes(10), "null");
        opened(Duration.ofHours(30), "'2026-01-01'");
        long decided = opened(Duration.ofDays(20), "null");
        Api.claim("reviewer-a", decided).then().statusCode(200);
        Api.decide("reviewer-a", decided, "{\"outcome\":\"APPROVED\"}").then().statusCode(200);

        Reactive.run(gauges::measure);

        assertThat(unfinished("IN_TIME", "UNDER_1_HOUR")).isEqualTo(1);
        assertThat(unfinished("BREACHED", "UNDER_3_DAYS")).isEqualTo(1);
        assertThat(unfinished("BREACHED", "UNDER_1_HOUR")).isZero();
        assertThat(unfinished("IN_TIME", "OLDER")).isZero();
        assertThat(gauge("zizhi_reviews_oldest_age_seconds")).isBetween(30.0 * 3600, 30.0 * 3600 + 600);
        assertThat(gauge("zizhi_reviews_untouched")).isEqualTo(2);

        Api.claim("reviewer-b", fresh).then().statusCode(200);
        Api.as("reviewer-b")
                .post("/v1/reviews/{workOrder}/release", fresh)
                .then()
                .statusCode(200);
        Reactive.run(gauges::measure);
        assertThat(gauge("zizhi_reviews_untouched")).isEqualTo(1);
        Api.update("update review set policy = 'STANDARD' where policy = '" + POLICY + "'");
    }

    @Test
    void counts_holders_of_reviews_as_working() {
        long workOrder = opened(Duration.ofMinutes(10), "null");
        Api.update("update review set policy = 'STANDARD' where policy = '" + POLICY + "'");
        Api.claim("reviewer-b", workOrder).then().statusCode(200);
        Reactive.run(gauges::measure);
        double working = metrics.get("zizhi_reviewers_working").gauge().value();
        assertThat(working).isPositive();

        Api.update(
                "update review set status = case status when 'CLAIMED' then 'OPEN' else status end, reviewer_id = null,"
                        + " lease_ends_at = null where lease_ends_at is not null");
        Reactive.run(gauges::measure);

        assertThat(metrics.get("zizhi_reviewers_working").gauge().value()).isZero();
    }

    @Test
    void reads_open_work_without_touching_finished_reviews() throws SQLException {
        try (CrowdedTables crowded = CrowdedTables.on(database.getConnection(), "review")) {
            crowded.execute(CROWD).indexed("review");
            for (QueryPlan.Kind kind : QueryPlan.Kind.values()) {
                QueryPlan groups = crowded.plan(
                        kind,
                        UnfinishedWorkRepository.GROUPS,
                        List.of("bigint[]"),
                        List.of("'{3600,14400,86400,259200}'"));
                assertThat(groups.tablesReadWhole()).as("%s", groups).isEmpty();
                assertThat(groups.pages()).as("%s", groups).isLessThan(200);
                QueryPlan reviewers = crowded.plan(kind, UnfinishedWorkRepository.REVIEWERS, List.of(), List.of());
                assertThat(reviewers.tablesReadWhole()).as("%s", reviewers).isEmpty();
            }
        }
    }

    private static long opened(Duration ago, String breachedAt) {
        long workOrder = Api.opened(Submitted.at(Instant.now().minus(ago)));
        Api.update("update timer set state = 'CANCELLED' where state = 'ARMED' and owner_id = " + workOrder);
        Api.update("update review set policy = '" + POLICY + "', warned_at = null, escalated_at = null, breached_at = "
                + breachedAt + " where work_order = " + workOrder);
        return workOrder;
    }

    private double unfinished(String stage, String age) {
        return metrics.get("zizhi_reviews_unfinished")
                .tags("policy", POLICY, "stage", stage, "age", age)
                .gauge()
                .value();
    }

    private double gauge(String name) {
        return metrics.get(name).tag("policy", POLICY).gauge().value();
    }
}
