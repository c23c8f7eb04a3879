package io.zizhi.review.reporting.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.JsonConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.path.json.config.JsonPathConfig.NumberReturnType;
import io.restassured.response.ValidatableResponse;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.review.Api;
import io.zizhi.review.QualificationStub;
import io.zizhi.review.Submitted;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
@WithTestResource(QualificationStub.class)
class FiguresComponentTest {

    /** A week in which no other test decides anything. */
    private static final String WEEK = "?from=2001-01-01T00:00:00Z&to=2001-01-08T00:00:00Z";

    /**
     * 101 decisions, one an hour from the start of the week. Each took its number in minutes of open time and twice
     * that in wall-clock time. The last one is at the very end of the week, and the one after it is outside.
     */
    private static final List<String> DECISIONS = List.of(
            "delete from proposal where work_order between 700000000000 and 700000000999",
            "delete from decision_figure where work_order between 700000000000 and 700000000999",
            "delete from decision where work_order between 700000000000 and 700000000999",
            "delete from review where work_order between 700000000000 and 700000000999",
            """
            insert into review(work_order, subject, qualification_id, revision, account_id, name, owner_type, purpose, status,
                policy, clock_revision, opened_at, warn_at, due_at, escalate_at, provisional, outcome, decided_at, reviewer_id)
            select 700000000000 + i, 'QUALIFICATION', i, 1, 'company-a', 'floor', 'COMPANY', 'SELF', 'DECIDED', 'STANDARD', 1,
                moment, moment, moment, moment, false, 'APPROVED', moment, 'anna'
            from generate_series(0, 101) i, lateral (select cast('2001-01-01' as timestamptz) as moment) times
            """,
            """
            insert into decision(work_order, account_id, outcome, reviewer_id, decided_at)
            select 700000000000 + i, 'company-a', 'APPROVED', 'anna', cast('2001-01-01' as timestamptz)
            from generate_series(0, 101) i
            """,
            """
            insert into decision_figure
            select 700000000000 + i, case when i < 10 then 'GOVERNMENT' else 'STANDARD' end,
                case when i % 2 = 0 then 'anna' else 'bert' end,
                case when i < 60 then 'APPROVED' when i < 100 then 'REJECTED' else 'SUPPLEMENT_REQUESTED' end,
                case when i < 60 then '{}'
                     when i < 90 then array['IMAGE_BLURRED']
                     when i < 100 then array['IMAGE_BLURRED', 'USCC_MISMATCH']
                     else array['MATERIAL_INSUFFICIENT'] end,
                i >= 90, cast('2001-01-01T00:00:00Z' as timestamptz) + i * interval '1 hour',
                case when i >= 50 then i end, i * 60, i * 120
            from generate_series(0, 100) i
            """,
            """
            insert into decision_figure
            select 700000000101, 'STANDARD', 'carl', 'APPROVED', '{}', true, cast('2001-01-08T00:00:00Z' as timestamptz),
                9, 9, 9
            """,
            """
            insert into proposal(id, work_order, number, account_id, outcome, findings, proposer_id, proposed_at, state,
                second_id, ended_at, note)
            select 'floor-' || i, 700000000000 + i, 1, 'company-a', 'APPROVED', '', case when i < 8 then 'anna' else 'dora' end,
                cast('2000-12-31' as timestamptz), case when i in (3, 9) then 'RETURNED' else 'CONFIRMED' end, 'second',
                cast('2001-01-01T00:00:00Z' as timestamptz) + i * interval '1 day', case when i in (3, 9) then cast('' as bytea) end
            from generate_series(0, 9) i
            """,
            """
            insert into proposal(id, work_order, number, account_id, outcome, findings, proposer_id, proposed_at, state)
            select 'floor-waits', 700000000050, 1, 'company-a', 'APPROVED', '', 'anna', cast('2001-01-02' as timestamptz), 'WAITING'
            """);

    @BeforeEach
    void decide() {
        DECISIONS.forEach(Api::update);
    }

    @Test
    void returns_exact_percentiles_of_the_period() {
        figures("supervisor", "durations", WEEK)
                .statusCode(200)
                .body("from", equalTo("2001-01-01T00:00:00Z"))
                .body("to", equalTo("2001-01-08T00:00:00Z"))
                .body("all.decisions", equalTo(101))
                .body("all.breached", equalTo(11))
                .body("all.breachRate", closeTo(11.0 / 101, 1e-9))
                .body("all.openTime.p50", equalTo(50 * 60))
                .body("all.openTime.p90", equalTo(90 * 60))
                .body("all.openTime.p99", equalTo(99 * 60))
                .body("all.wallTime.p50", equalTo(100 * 60))
                .body("all.firstTouch.p50", equalTo(75))
                .body("policies.policy", contains("GOVERNMENT", "STANDARD"))
                .body("policies[0].durations.decisions", equalTo(10))
                .body("policies[0].durations.breached", equalTo(0))
                .body("policies[0].durations.openTime.p50", equalTo(270))
                .body("policies[0].durations", not(hasKey("firstTouch")))
                .body("policies[1].durations.decisions", equalTo(91));
    }

    @Test
    void returns_no_percentiles_without_decisions() {
        figures("auditor", "durations", "?from=2002-01-01T00:00:00Z&to=2002-01-08T00:00:00Z")
                .statusCode(200)
                .body("all.decisions", equalTo(0))
                .body("all", not(hasKey("breachRate")))
                .body("all", not(hasKey("openTime")))
                .body("policies", hasSize(0));
    }

    @Test
    void covers_the_last_seven_days_by_default() {
        long workOrder = Api.opened(Submitted.at(Instant.now()));
        Api.claim("reviewer-a", workOrder).then().statusCode(200);
        Api.decide("reviewer-a", workOrder, "{\"outcome\":\"APPROVED\"}").then().statusCode(200);

        figures("reviewer-a", "durations", "").statusCode(200).body("all.decisions", greaterThanOrEqualTo(1));
        figures("reviewer-a", "reviewers", "")
                .body("items", hasSize(1))
                .body("items[0].reviewerId", equalTo(subjectOf(workOrder)))
                .body("items[0].approved", greaterThanOrEqualTo(1));
    }

    @Test
    void shows_a_supervisor_every_reviewer_in_pages() {
        String cursor = figures("supervisor", "reviewers", WEEK + "&limit=1")
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].reviewerId", equalTo("anna"))
                .body("items[0].decisions", equalTo(51))
                .body("items[0].approved", equalTo(30))
                .body("items[0].rejected", equalTo(20))
                .body("items[0].supplementRequested", equalTo(1))
                .body("items[0].breached", equalTo(6))
                // Days in Asia/Shanghai, where the hours 0 to 100 begin at 08:00.
                .body("items[0].activeDays", equalTo(5))
                .body("items[0].decisionsPerActiveDay", closeTo(10.2, 1e-9))
                .body("items[0].openTime.p50", equalTo(50 * 60))
                .body("items[0].fourEyesChecks.confirmed", equalTo(6))
                .body("items[0].fourEyesChecks.returned", equalTo(1))
                .body("items[0].fourEyesChecks.agreement", closeTo(6.0 / 7, 1e-9))
                .extract()
                .path("nextCursor");
        figures("supervisor", "reviewers", WEEK + "&limit=1&cursor=" + cursor)
                .body("items.reviewerId", contains("bert"))
                .body("items[0].decisions", equalTo(50))
                .body("items[0]", not(hasKey("fourEyesChecks")))
                .body("nextCursor", nullValue());
    }

    @Test
    void lists_reviewers_who_only_proposed() {
        figures("supervisor", "reviewers", "?from=2001-01-09T00:00:00Z&to=2001-01-11T00:00:00Z")
                .statusCode(200)
                .body("items.reviewerId", contains("dora"))
                .body("items[0].decisions", equalTo(0))
                .body("items[0].decisionsPerActiveDay", closeTo(0, 1e-9))
                .body("items[0]", not(hasKey("openTime")))
                .body("items[0].fourEyesChecks.agreement", closeTo(0.5, 1e-9));
    }

    @Test
    void shows_a_reviewer_only_their_own_figures() {
        Api.update("update decision_figure set reviewer_id = '" + subject() + "' where work_order = 700000000003");

        figures("reviewer-a", "reviewers", WEEK)
                .statusCode(200)
                .body("items.reviewerId", contains(subject()))
                .body("items[0].decisions", equalTo(1));
        figures("reviewer-b", "reviewers", WEEK).statusCode(200).body("items", hasSize(0));
        figures("auditor", "reviewers", WEEK).statusCode(403);
    }

    @Test
    void counts_reasons_and_shares_by_outcome() {
        figures("reviewer-b", "reasons", WEEK)
                .statusCode(200)
                .body("outcomes.outcome", contains("REJECTED", "SUPPLEMENT_REQUESTED"))
                .body("outcomes[0].decisions", equalTo(40))
                .body("outcomes[0].reasons.code", contains("IMAGE_BLURRED", "USCC_MISMATCH"))
                .body("outcomes[0].reasons.decisions", contains(40, 10))
                .body("outcomes[0].reasons[0].share", closeTo(1, 1e-9))
                .body("outcomes[0].reasons[1].share", closeTo(0.25, 1e-9))
                .body("outcomes[1].decisions", equalTo(1))
                .body("outcomes[1].reasons.code", contains("MATERIAL_INSUFFICIENT"));
    }

    @ParameterizedTest
    @CsvSource({
        "?from=yesterday,                                        PARAMETER_INVALID, ?from",
        "?to=2026-13-01T00:00:00Z,                               PARAMETER_INVALID, ?to",
        "?from=2026-01-02T00:00:00Z&to=2026-01-02T00:00:00Z,     PERIOD_EMPTY,      ?from",
        "?from=2999-01-02T00:00:00Z,                             PERIOD_EMPTY,      ?from",
        "?from=2026-01-01T00:00:00Z&to=2026-04-04T00:00:01Z,     PERIOD_TOO_LONG,   ?from"
    })
    void rejects_an_invalid_period(String query, String code, String pointer) {
        for (String figures : List.of("durations", "reviewers", "reasons")) {
            figures("supervisor", figures, query)
                    .statusCode(400)
                    .contentType(containsString("application/problem+json"))
                    .body("code", equalTo(code))
                    .body("errors[0].pointer", equalTo(pointer));
        }
    }

    private static String subject() {
        long workOrder = Api.opened(Submitted.at(Instant.now()));
        Api.claim("reviewer-a", workOrder).then().statusCode(200);
        String subject = Api.texts("select reviewer_id from review where work_order = " + workOrder)
                .getFirst();
        Api.as("reviewer-a").post("/v1/reviews/{workOrder}/release", workOrder);
        return subject;
    }

    private static String subjectOf(long workOrder) {
        assertThat(Api.count("select count(*) from decision_figure where work_order = " + workOrder))
                .isEqualTo(1);
        return Api.texts("select reviewer_id from decision_figure where work_order = " + workOrder)
                .getFirst();
    }

    private static ValidatableResponse figures(String user, String figures, String query) {
        return Api.as(user)
                .config(RestAssuredConfig.config()
                        .jsonConfig(JsonConfig.jsonConfig().numberReturnType(NumberReturnType.DOUBLE)))
                .get("/v1/reviews/figures/" + figures + query)
                .then();
    }
}
