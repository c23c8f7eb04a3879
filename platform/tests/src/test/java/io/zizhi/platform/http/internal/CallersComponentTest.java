package io.zizhi.platform.http.internal;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.platform.testkit.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
class CallersComponentTest {

    private final String review = Tokens.service("review-service", "platform");
    private final String document = Tokens.service("document-service", "platform");

    @Test
    void admits_listed_service() {
        ask("of-a-service", review).statusCode(200);
        ask("of-a-service", document).statusCode(403).body("code", equalTo("CALLER_NOT_ALLOWED"));
        ask("of-a-service", Tokens.of("operator")).statusCode(403).body("code", equalTo("CALLER_NOT_ALLOWED"));
    }

    @Test
    void admits_listed_role() {
        ask("of-a-role", Tokens.of("operator")).statusCode(200);
        ask("of-a-role", review).statusCode(403).body("code", equalTo("CALLER_NOT_ALLOWED"));
    }

    @Test
    void rejects_everyone_at_endpoint_without_callers() {
        ask("of-nobody", review).statusCode(403).body("code", equalTo("CALLER_NOT_ALLOWED"));
        ask("of-nobody", Tokens.of("operator")).statusCode(403).body("code", equalTo("CALLER_NOT_ALLOWED"));
    }

    @Test
    void checks_role_before_caller() {
        ask("of-a-service", Tokens.of("applicant-a")).statusCode(403).body("code", equalTo("FORBIDDEN"));
        given().get("/internal/v1/tallies/of-a-service").then().statusCode(401);
    }

    private static ValidatableResponse ask(String path, String token) {
        return given().auth().oauth2(token).get("/internal/v1/tallies/" + path).then();
    }
}
