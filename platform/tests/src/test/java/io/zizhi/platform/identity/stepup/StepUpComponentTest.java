package io.zizhi.platform.identity.stepup;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.platform.testkit.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.Test;

/** The settings of tests ask for a sign-in within an hour, of the strength {@code password} or {@code mfa}. */
@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
class StepUpComponentTest {

    private static final String WANTED = ", acr_values=\"password mfa\", max_age=\"3600\"";

    @Test
    void shows_personal_data_after_a_recent_and_strong_sign_in() {
        call("reviewer", claims -> signedIn(claims, Duration.ZERO, "mfa")).statusCode(200);
        given().auth()
                .oauth2(Tokens.of("reviewer-a"))
                .get("/v1/tallies/personal-data")
                .then()
                .statusCode(200);
    }

    @Test
    void challenges_an_old_sign_in() {
        call("reviewer", claims -> signedIn(claims, Duration.ofHours(2), "mfa"))
                .statusCode(401)
                .contentType("application/problem+json")
                .header(
                        "WWW-Authenticate",
                        equalTo("Bearer error=\"insufficient_user_authentication\","
                                + " error_description=\"More recent authentication is required\"" + WANTED))
                .body("code", equalTo("INSUFFICIENT_USER_AUTHENTICATION"))
                .body("type", equalTo("urn:zizhi:problem:insufficient-user-authentication"));
    }

    @Test
    void challenges_a_weak_sign_in() {
        call("reviewer", claims -> signedIn(claims, Duration.ZERO, "sms"))
                .statusCode(401)
                .header(
                        "WWW-Authenticate",
                        equalTo("Bearer error=\"insufficient_user_authentication\","
                                + " error_description=\"A different authentication level is required\"" + WANTED));
    }

    @Test
    void challenges_a_token_that_does_not_describe_the_sign_in() {
        challenges(claims -> claims.setClaim("acr", "mfa"));
        challenges(claims -> {
            claims.setClaim("acr", "mfa");
            claims.setClaim("auth_time", "recently");
        });
        challenges(claims -> {
            claims.setClaim("acr", "mfa");
            claims.setClaim("auth_time", Map.of("seconds", 1));
        });
        challenges(claims -> claims.setClaim("auth_time", Instant.now().getEpochSecond()));
        challenges(claims -> signedIn(claims, Duration.ofHours(-2), "mfa"));
    }

    @Test
    void applicants_need_no_step_up_unless_they_are_staff_as_well() {
        call("applicant", claims -> {}).statusCode(200);
        call("service", claims -> claims.setAudience("platform")).statusCode(200);
        given().auth()
                .oauth2(Tokens.signed(claims -> claims.setStringListClaim("roles", "applicant", "reviewer")))
                .get("/v1/tallies/personal-data")
                .then()
                .statusCode(401);
    }

    @Test
    void checks_the_role_before_the_sign_in() {
        call("operator", claims -> {}).statusCode(403);
    }

    private static void challenges(Consumer<JwtClaims> change) {
        call("reviewer", change).statusCode(401).body("code", equalTo("INSUFFICIENT_USER_AUTHENTICATION"));
    }

    private static void signedIn(JwtClaims claims, Duration ago, String acr) {
        claims.setClaim("auth_time", Instant.now().minus(ago).getEpochSecond());
        claims.setClaim("acr", acr);
    }

    private static ValidatableResponse call(String role, Consumer<JwtClaims> change) {
        return given().auth()
                .oauth2(Tokens.signed(claims -> {
                    claims.setStringListClaim("roles", role);
                    change.accept(claims);
                }))
                .get("/v1/tallies/personal-data")
                .then();
    }
}
