package io.zizhi.platform.identity;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.platform.testkit.Tokens;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
class TokenClaimsComponentTest {

    static List<Object> unusableAccounts() {
        return List.of(
                "",
                " ",
                "a b",
                "company-a\r\n",
                "a\tb",
                "a\u0085b",
                "a/b",
                "资质",
                "a".repeat(65),
                7,
                1.5,
                true,
                List.of("company-a"),
                Map.of("id", "company-a"));
    }

    static List<Object> unusableSubjects() {
        return List.of("", " ", "a\r\nb", "a\u0000b", "a".repeat(256), 7, List.of("applicant-a"));
    }

    @ParameterizedTest
    @MethodSource("unusableAccounts")
    void rejects_malformed_account_claim(Object account) {
        call(claims -> claims.setClaim("account", account))
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", equalTo("Bearer"))
                .body("code", equalTo("UNAUTHENTICATED"))
                .body("detail", containsString("The claim account of the token must be a string"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"staff", "local-inbox", "system"})
    void rejects_reserved_account(String account) {
        call(claims -> claims.setStringClaim("account", account))
                .statusCode(401)
                .body("code", equalTo("UNAUTHENTICATED"))
                .body("detail", containsString("reserved"));
    }

    @ParameterizedTest
    @MethodSource("unusableSubjects")
    void rejects_malformed_subject_claim(Object subject) {
        call(claims -> claims.setClaim("sub", subject)).statusCode(401).body("code", equalTo("UNAUTHENTICATED"));
    }

    @Test
    void rejects_token_without_subject() {
        call(claims -> claims.unsetClaim("sub"))
                .statusCode(401)
                .body("code", equalTo("UNAUTHENTICATED"))
                .body("detail", containsString("The claim sub of the token must be a string"));
    }

    static List<List<String>> otherAudiences() {
        return List.of(
                List.of(),
                List.of("review-service"),
                List.of("platform", "review-service"),
                List.of("platform", "zizhi"));
    }

    @ParameterizedTest
    @MethodSource("otherAudiences")
    void rejects_service_token_that_is_not_for_this_service_alone(List<String> audiences) {
        call(claims -> asService(claims, audiences)).statusCode(401).body("code", equalTo("UNAUTHENTICATED"));
        call(claims -> asService(claims, List.of("platform"))).statusCode(200);
    }

    private static void asService(JwtClaims claims, List<String> audiences) {
        claims.setStringListClaim("roles", "service");
        claims.setAudience(audiences);
    }

    @Test
    void valid_claims_identify_the_caller() {
        call(claims -> claims.setClaim("account", "Company_1.2-b"))
                .statusCode(200)
                .body("subject", equalTo("applicant-a"))
                .body("accountId", equalTo("Company_1.2-b"));
        call(claims -> {}).statusCode(200).body("accountId", nullValue());
    }

    private static ValidatableResponse call(Consumer<JwtClaims> change) {
        return given().auth()
                .oauth2(Tokens.signed(change))
                .get("/v1/tallies/caller")
                .then();
    }
}
