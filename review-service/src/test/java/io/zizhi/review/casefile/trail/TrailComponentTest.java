package io.zizhi.review.casefile.trail;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.review.Api;
import io.zizhi.review.QualificationStub;
import io.zizhi.review.Submitted;
import jakarta.inject.Inject;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
@WithTestResource(QualificationStub.class)
class TrailComponentTest {

    @Inject
    CircuitBreakerMaintenance breakers;

    @BeforeEach
    void start() {
        breakers.resetAll();
    }

    @Test
    void shows_an_auditor_all_actions_in_pages() {
        long workOrder = Api.opened(Submitted.at(Instant.now()));
        Api.claim("reviewer-a", workOrder).then().statusCode(200);
        Api.as("reviewer-a")
                .contentType(ContentType.JSON)
                .body("{\"pointers\":[\"/legalRepresentative/name\",\"/administrator/phone\"],\"reason\":\"电话核实\"}")
                .post("/v1/reviews/{workOrder}/unmasking", workOrder)
                .then()
                .statusCode(200);
        Api.decide("reviewer-a", workOrder, "{\"outcome\":\"APPROVED\"}").then().statusCode(200);

        trail(workOrder, "")
                .body("items.action", contains("review.claimed", "review.unmasked", "review.decided"))
                .body("items[1].reason", equalTo("电话核实"))
                .body("items[1].fields", contains("/legalRepresentative/name", "/administrator/phone"))
                .body("items[0].fields", hasSize(0))
                .body("nextCursor", nullValue());
        String cursor =
                trail(workOrder, "?limit=2").body("items", hasSize(2)).extract().path("nextCursor");
        trail(workOrder, "?limit=2&cursor=" + cursor).body("items.action", contains("review.decided"));
    }

    @Test
    void answers_404_for_the_trail_of_an_unknown_review() {
        Api.as("auditor")
                .get("/v1/reviews/9/audit-trail")
                .then()
                .statusCode(404)
                .body("code", equalTo("REVIEW_NOT_FOUND"));
    }

    private static ValidatableResponse trail(long workOrder, String query) {
        return Api.as("auditor")
                .get("/v1/reviews/" + workOrder + "/audit-trail" + query)
                .then()
                .statusCode(200);
    }
}
