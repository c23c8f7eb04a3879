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
    void an_endpoint_is_open_to_the_service_that_it_names() {
        ask("of-a-service", review).statusCode(200);
        ask("of-a-service", document).statusCode(403).body("code", equalTo("CALLER_NOT_ALLOWED"));
        ask("of-a-service", Tokens.of("operator")).statusCode(403).body("code", equalTo("CALLER_NOT_ALLOWED"));
    }

    @Test
    void an_endpoint_is_open_to_the_role_that_it_names() {
        ask("of-a-role", Tokens.of("operator")).statusCode(200);
        ask("of-a-role", review).statusCode(403).body("code", equalTo("CALLER_NOT_ALLOWED"));
    }

    @Test
    void an_internal_endpoint_that_names_nobody_is_closed() {
        ask("of-nobody", review).statusCode(403).body("code", equalTo("CALLER_NOT_ALLOWED"));
        ask("of-nobody", Tokens.of("operator")).statusCode(403).body("code", equalTo("CALLER_NOT_ALLOWED"));
    }

    @Test
    void the_role_is_asked_for_first() {
        ask("of-a-service", Tokens.of("applicant-a")).statusCode(403).body("code", equalTo("FORBIDDEN"));
        given().get("/internal/v1/tallies/of-a-service").then().statusCode(401);
    }

    private static ValidatableResponse ask(String path, String token) {
        return given().auth().oauth2(token).get("/internal/v1/tallies/" + path).then();
    }
}
