package io.zizhi.review.reviewer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.zizhi.contracts.OwnerType;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.review.Api;
import io.zizhi.review.QualificationStub;
import io.zizhi.review.Submitted;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
@WithTestResource(QualificationStub.class)
class SkillsComponentTest {

    private final String somebody = "reviewer-" + UUID.randomUUID();

    @AfterEach
    void forget() {
        Api.update("delete from reviewer_skills");
    }

    @Test
    void lets_a_reviewer_without_skills_take_everything() {
        Api.as("supervisor")
                .get("/v1/reviewers/{id}/skills", somebody)
                .then()
                .statusCode(200)
                .header("ETag", "\"0\"")
                .body("reviewerId", equalTo(somebody))
                .body("version", equalTo(0))
                .body("$", not(hasKey("ownerTypes")));
    }

    @Test
    void stores_skills_sorted_and_audits_the_change() {
        put(
                        somebody,
                        0,
                        "{\"ownerTypes\":[\"PUBLIC_INSTITUTION\",\"COMPANY\",\"COMPANY\"],\"policies\":[],\"purposes\":[\"SELF\"]}")
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("ownerTypes", contains("COMPANY", "PUBLIC_INSTITUTION"))
                .body("purposes", contains("SELF"))
                .body("$", not(hasKey("policies")));

        put(somebody, 1, "{}")
                .then()
                .statusCode(200)
                .body("version", equalTo(2))
                .body("$", not(hasKey("purposes")));
        assertThat(Api.texts("select actor from audit_entry where action = 'reviewer.skills-set' and object_id = '"
                        + somebody + "'"))
                .hasSize(2);
    }

    @Test
    void requires_the_current_version_for_a_change() {
        put(somebody, 3, "{}").then().statusCode(412).body("code", equalTo("STALE_VERSION"));
        put(somebody, 0, "{}").then().statusCode(200);
        put(somebody, 0, "{}").then().statusCode(412);
        Api.as("supervisor")
                .contentType(ContentType.JSON)
                .body("{}")
                .put("/v1/reviewers/{id}/skills", somebody)
                .then()
                .statusCode(428);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"ownerTypes\":[\"FIRM\"]} | /ownerTypes/0",
                "{\"policies\":[\"a b\"]} | /policies/0",
                "{\"subjects\":[null]} | /subjects/0",
            })
    void rejects_invalid_skills_with_their_pointer(String body, String pointer) {
        put(somebody, 0, body).then().statusCode(400).body("errors[0].pointer", equalTo(pointer));
    }

    @Test
    void limits_claims_to_the_reviewers_skills() {
        String policy = "POLICY-OF-SKILLS";
        long institution = Api.opened(Submitted.at(Instant.now(), OwnerType.PUBLIC_INSTITUTION));
        long company = Api.opened(Submitted.at(Instant.now().plusSeconds(60)));
        Api.update("update review set policy = '" + policy + "', due_at = opened_at where work_order in (" + institution
                + ", " + company + ")");
        put(subjectOf("reviewer-a"), 0, "{\"ownerTypes\":[\"COMPANY\"],\"subjects\":[\"QUALIFICATION\"]}")
                .then()
                .statusCode(200);

        Api.claim("reviewer-a", institution).then().statusCode(403).body("code", equalTo("REVIEWER_UNSKILLED"));
        next("reviewer-a", policy).then().statusCode(200).body("workOrder", equalTo((int) company));
        next("reviewer-a", policy).then().statusCode(404).body("code", equalTo("QUEUE_EMPTY"));
        next("reviewer-b", policy).then().statusCode(200).body("workOrder", equalTo((int) institution));
    }

    /** Returns the subject of that user's tokens. */
    private static String subjectOf(String user) {
        long workOrder = Api.opened(Submitted.at(Instant.now()));
        return Api.claim(user, workOrder).then().statusCode(200).extract().path("reviewerId");
    }

    private static Response next(String user, String policy) {
        return Api.as(user).post("/v1/reviews/next?policy=" + policy);
    }

    private static Response put(String reviewer, long version, String body) {
        return Api.as("supervisor")
                .header("If-Match", "\"" + version + "\"")
                .contentType(ContentType.JSON)
                .body(body)
                .put("/v1/reviewers/{id}/skills", reviewer);
    }
}
