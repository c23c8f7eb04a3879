package io.zizhi.review.sla.explain;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.review.Api;
import io.zizhi.review.QualificationStub;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
@WithTestResource(QualificationStub.class)
class ClockComponentTest {

    @ParameterizedTest
    @ValueSource(strings = {"2026-09-30T20:15:00+08:00", "2026-09-30T20:15:00%2B08:00", "2026-09-30T12:15:00Z"})
    void explains_a_due_time(String from) {
        Api.as("reviewer-a")
                .urlEncodingEnabled(false)
                .get("/v1/clock/due?policy=STANDARD&from=" + from)
                .then()
                .statusCode(200)
                .body("policy", equalTo("STANDARD"))
                .body("from", equalTo("2026-09-30T20:15:00+08:00"))
                .body("warnAt", equalTo("2026-10-08T09:45:00+08:00"))
                .body("dueAt", equalTo("2026-10-08T10:15:00+08:00"))
                .body("escalateAt", equalTo("2026-10-08T11:15:00+08:00"))
                .body("provisional", equalTo(false))
                .body("intervals", hasSize(2))
                .body("intervals[0].from", equalTo("2026-09-30T20:15:00+08:00"))
                .body("intervals[0].to", equalTo("2026-09-30T21:00:00+08:00"))
                .body("intervals[1].to", equalTo("2026-10-08T10:15:00+08:00"));
    }

    @ParameterizedTest
    @CsvSource({
        "policy=FAST&from=2026-09-30T12:15:00Z, CLOCK_POLICY_UNKNOWN, ?policy",
        "policy=STANDARD&from=tomorrow,         INSTANT_INVALID,      ?from",
        "policy=STANDARD,                       FIELD_REQUIRED,   ?from",
        "from=2026-09-30T12:15:00Z,             FIELD_REQUIRED,   ?policy",
    })
    void rejects_an_invalid_query(String query, String code, String pointer) {
        Api.as("operator")
                .get("/v1/clock/due?" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo(code))
                .body("errors[0].pointer", equalTo(pointer));
    }

    @ParameterizedTest
    @CsvSource({
        "reviewer-a, 200",
        "supervisor, 200",
        "auditor, 200",
        "operator, 200",
        "applicant-a, 403",
        "institution, 403"
    })
    void allows_every_staff_role(String user, int status) {
        Api.as(user)
                .get("/v1/clock/due?policy=GOVERNMENT&from=2026-09-30T12:15:00Z")
                .then()
                .statusCode(status);
    }

    @Test
    void requires_a_token() {
        given().get("/v1/clock/due?policy=GOVERNMENT&from=2026-09-30T12:15:00Z")
                .then()
                .statusCode(401);
    }
}
