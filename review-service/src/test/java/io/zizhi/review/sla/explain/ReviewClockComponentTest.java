package io.zizhi.review.sla.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.zizhi.contracts.EventType;
import io.zizhi.contracts.OwnerType;
import io.zizhi.contracts.QualificationSubmitted;
import io.zizhi.platform.testkit.EventBus;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.review.Api;
import io.zizhi.review.QualificationStub;
import io.zizhi.review.Submitted;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
@WithTestResource(QualificationStub.class)
class ReviewClockComponentTest {

    @Test
    void explains_the_clock_with_fired_stages() {
        long workOrder = Api.opened(Submitted.at(Instant.parse("2026-09-30T12:15:00Z")));
        EventBus.await(EventType.SLA_ESCALATED, Long.toString(workOrder));

        Api.as("auditor")
                .get("/v1/reviews/{workOrder}/clock", workOrder)
                .then()
                .statusCode(200)
                .body("workOrder", equalTo((int) workOrder))
                .body("status", equalTo("OPEN"))
                .body("policy", equalTo("STANDARD"))
                .body("from", equalTo("2026-09-30T20:15:00+08:00"))
                .body("$", not(hasKey("statedFrom")))
                .body("provisional", equalTo(false))
                .body("calendars", hasSize(1))
                .body("calendars[0].year", equalTo(2026))
                .body("calendars[0].loaded", equalTo(true))
                .body("calendars[0].version", equalTo(1))
                .body("policyVersion", equalTo(1))
                .body("allocation.version", greaterThanOrEqualTo(1))
                .body("allocation.rule", equalTo(2))
                .body("allocation", not(hasKey("ownerTypes")))
                .body("stages.stage", contains("WARN", "BREACH", "ESCALATE"))
                .body("stages.percent", contains(75, 100, 150))
                .body(
                        "stages.at",
                        contains("2026-10-08T09:45:00+08:00", "2026-10-08T10:15:00+08:00", "2026-10-08T11:15:00+08:00"))
                .body("stages.firedAt", hasSize(3))
                .body("stages[2].firedAt", startsWith("20"))
                .body("intervals", hasSize(2))
                .body("intervals[0].to", equalTo("2026-09-30T21:00:00+08:00"))
                .body("intervals[1].to", equalTo("2026-10-08T10:15:00+08:00"));
    }

    /** Farther away than the tolerance in tests. */
    @ParameterizedTest
    @ValueSource(longs = {-36600, 36600})
    void starts_at_a_plausible_instant_when_clocks_disagree(long days) {
        Instant before = Instant.now();
        QualificationSubmitted submission = Submitted.at(before.plus(Duration.ofDays(days)));
        long workOrder = Api.opened(submission);

        JsonPath clock = Api.as("supervisor")
                .get("/v1/reviews/{workOrder}/clock", workOrder)
                .then()
                .statusCode(200)
                .body("stages[0]", not(hasKey("firedAt")))
                .extract()
                .jsonPath();
        assertThat(OffsetDateTime.parse(clock.getString("from")).toInstant())
                .isBetween(before.minusSeconds(1), Instant.now());
        assertThat(OffsetDateTime.parse(clock.getString("statedFrom")).toInstant())
                .isEqualTo(submission.submittedAt().truncatedTo(ChronoUnit.MICROS));
    }

    @Test
    void is_provisional_when_a_year_is_not_loaded() {
        long workOrder = Api.opened(Submitted.at(Instant.parse("2074-12-31T04:00:00Z"), OwnerType.PUBLIC_INSTITUTION));

        Api.as("supervisor")
                .get("/v1/reviews/{workOrder}/clock", workOrder)
                .then()
                .statusCode(200)
                .body("policy", equalTo("GOVERNMENT"))
                .body("allocation.rule", equalTo(1))
                .body("allocation.ownerTypes", contains("PUBLIC_INSTITUTION"))
                .body("provisional", equalTo(true))
                .body("calendars.year", contains(2074, 2075))
                .body("calendars.loaded", contains(false, false))
                .body("stages[0]", not(hasKey("firedAt")));
    }

    @ParameterizedTest
    @CsvSource({
        "reviewer-a,  200",
        "supervisor,  200",
        "auditor,     200",
        "operator,    200",
        "applicant-a, 403",
        "institution, 403"
    })
    void allows_every_staff_role(String user, int status) {
        long workOrder = Api.opened(Submitted.at(Instant.now()));

        Api.as(user).get("/v1/reviews/{workOrder}/clock", workOrder).then().statusCode(status);
    }

    @Test
    void answers_404_for_an_unknown_review() {
        Api.as("reviewer-a")
                .get("/v1/reviews/9/clock")
                .then()
                .statusCode(404)
                .body("code", equalTo("REVIEW_NOT_FOUND"));
    }
}
