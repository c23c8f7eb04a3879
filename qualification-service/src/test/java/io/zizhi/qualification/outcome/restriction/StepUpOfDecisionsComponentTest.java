package io.zizhi.qualification.outcome.restriction;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.platform.testkit.Tokens;
import io.zizhi.qualification.testing.PeerDouble;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Decisions about the rights of an owner need a recent sign-in. */
@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
@WithTestResource(PeerDouble.class)
class StepUpOfDecisionsComponentTest {

    @ParameterizedTest
    @CsvSource({
        "supervisor, /v1/qualifications/1/restriction-requests",
        "supervisor, /v1/restriction-requests/1/confirmation",
        "operator, /v1/operations/identity-changes",
        "operator, /v1/operations/identity-changes/1/confirmation"
    })
    void refuses_a_token_that_does_not_state_when_the_person_signed_in(String role, String path) {
        given().auth()
                .oauth2(Tokens.signed(claims -> {
                    claims.setSubject(role);
                    claims.setStringListClaim("roles", role);
                    claims.setClaim("acr", "mfa");
                }))
                .contentType(ContentType.JSON)
                .body("{}")
                .post(path)
                .then()
                .statusCode(401)
                .body("code", equalTo("INSUFFICIENT_USER_AUTHENTICATION"));
    }
}
