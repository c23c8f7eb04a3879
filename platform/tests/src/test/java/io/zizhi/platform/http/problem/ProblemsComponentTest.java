package io.zizhi.platform.http.problem;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import io.zizhi.platform.http.RawRequest;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.platform.testkit.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
class ProblemsComponentTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\":\"a\",\"count\":1,\"extra\":2} | /extra | FIELD_UNKNOWN",
                "{\"name\":\"a\",\"count\":\"1\"} | /count | FIELD_TYPE_WRONG",
                "{\"name\":7,\"count\":1} | /name | FIELD_TYPE_WRONG",
                "{\"name\":\"a\",\"count\":1.5} | /count | FIELD_TYPE_WRONG",
                "{\"name\":\"a\",\"count\":null} | /count | FIELD_TYPE_WRONG",
                "{\"count\":1} | /name | FIELD_REQUIRED",
                "{\"name\":\"abcdef\",\"count\":1} | /name | FIELD_TOO_LONG",
                "{\"name\":\"a\",\"count\":1,\"parts\":[{\"name\":\"x\"},{}]} | /parts/1/name | FIELD_REQUIRED",
                "{\"name\":\"a\",\"count\":1,\"parts\":[{\"name\":\"x\",\"day\":\"2026-02-30\"}]} | /parts/0/day | FIELD_TYPE_WRONG",
                "{\"name\":\"a\",\"name\":\"b\",\"count\":1} | '' | JSON_MALFORMED",
                "{\"name\":\"a\" | '' | JSON_MALFORMED",
                "{\"name\":\"a\",\"count\":1} x | '' | JSON_MALFORMED",
                "{\"name\":\"\\ud800\",\"count\":1} | /name | FIELD_NOT_UNICODE",
                "{\"name\":\"a\\u0000\",\"count\":1} | /name | FIELD_HAS_CONTROL_CHARACTERS",
            })
    void invalid_body_gets_400_with_pointer_and_code(String body, String pointer, String code) {
        applicant()
                .body(body)
                .post("/v1/tallies")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("VALIDATION_FAILED"))
                .body("errors.pointer", hasItem(pointer))
                .body("errors.code", hasItem(code));
    }

    @Test
    void empty_body_gets_400() {
        applicant().post("/v1/tallies").then().statusCode(400).body("code", equalTo("VALIDATION_FAILED"));
    }

    @Test
    void a_good_body_passes() {
        applicant()
                .body("{\"name\":\"a\",\"count\":1}")
                .post("/v1/tallies")
                .then()
                .statusCode(200);
    }

    @Test
    void a_body_over_the_limit_is_413() {
        applicant()
                .body("{\"name\":\"" + "a".repeat(300_000) + "\"}")
                .post("/v1/tallies")
                .then()
                .statusCode(413)
                .contentType("application/problem+json")
                .body("code", equalTo("PAYLOAD_TOO_LARGE"));
    }

    @Test
    void declared_body_over_limit_of_server_gets_problem() {
        assertThat(RawRequest.answer(
                        RestAssured.port, "POST /v1/tallies", "Content-Type: text/plain", "Content-Length: 6291457"))
                .startsWith("HTTP/1.1 413 ")
                .contains("application/problem+json", "PAYLOAD_TOO_LARGE", "6291456 bytes");
    }

    @Test
    void body_over_limit_without_declared_length_gets_413() throws Exception {
        byte[] body = ("{\"name\":\"" + "a".repeat(300_000) + "\"}").getBytes(java.nio.charset.StandardCharsets.UTF_8);
        var request = java.net.http.HttpRequest.newBuilder(
                        java.net.URI.create("http://127.0.0.1:" + RestAssured.port + "/v1/tallies"))
                .header("Authorization", "Bearer " + Tokens.of("applicant-a"))
                .header("Content-Type", "application/json")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofInputStream(
                        () -> new java.io.ByteArrayInputStream(body)))
                .build();
        var answer = java.net.http.HttpClient.newHttpClient()
                .send(request, java.net.http.HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("PAYLOAD_TOO_LARGE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-32", "ISO-8859-1"})
    void a_body_that_is_not_utf8_is_refused(String charset) {
        applicant()
                .body("{\"name\":\"\u00e9\",\"count\":1}".getBytes(java.nio.charset.Charset.forName(charset)))
                .post("/v1/tallies")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.code", hasItem("JSON_MALFORMED"));
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/tallies/page?limit=%FF, ?limit, PARAMETER_MALFORMED",
        "/v1/tallies/page?limit=%00, ?limit, PARAMETER_MALFORMED",
        "/v1/tallies/page?other=%C0%AF, ?other, PARAMETER_MALFORMED",
        "/v1/tallies/%E8%B5, '', PATH_MALFORMED",
    })
    void address_that_is_not_text_is_rejected(String address, String pointer, String code) {
        given().urlEncodingEnabled(false)
                .get(address)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("BAD_REQUEST"))
                .body("errors.pointer", hasItem(pointer))
                .body("errors.code", hasItem(code));
    }

    @ParameterizedTest
    @CsvSource({
        "?size=5, ?size, PARAMETER_UNKNOWN",
        "?Limit=5, ?Limit, PARAMETER_UNKNOWN",
        "?limit=5&limit=6, ?limit, PARAMETER_REPEATED",
    })
    void rejects_unknown_and_repeated_parameters(String query, String pointer, String code) {
        given().get("/v1/tallies/page" + query)
                .then()
                .statusCode(400)
                .body("code", equalTo(code))
                .body("errors[0].pointer", equalTo(pointer));
    }

    @Test
    void checks_the_caller_before_the_parameters() {
        given().get("/v1/tallies/operators?size=5").then().statusCode(401);
    }

    @Test
    void token_of_dots_gets_401() {
        given().header("Authorization", "Bearer ..")
                .get("/v1/tallies/operators")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", equalTo("Bearer"))
                .body("code", equalTo("UNAUTHENTICATED"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "json", "application/", ";charset=utf-8"})
    void malformed_content_type_is_rejected(String type) {
        given().header("Content-Type", type)
                .get("/v1/tallies/page")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("BAD_REQUEST"));
    }

    @Test
    void a_body_of_another_type_is_415() {
        given().auth()
                .oauth2(Tokens.of("applicant-a"))
                .contentType("text/plain")
                .body("x")
                .post("/v1/tallies")
                .then()
                .statusCode(415)
                .contentType("application/problem+json")
                .body("code", equalTo("UNSUPPORTED_MEDIA_TYPE"));
    }

    @Test
    void missing_token_gets_401_and_wrong_role_403() {
        given().get("/v1/tallies/operators")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("code", equalTo("UNAUTHENTICATED"));
        given().auth()
                .oauth2("not.a.token")
                .get("/v1/tallies/operators")
                .then()
                .statusCode(401)
                .body("code", equalTo("UNAUTHENTICATED"));
        applicant()
                .get("/v1/tallies/operators")
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("code", equalTo("FORBIDDEN"))
                .body("detail", equalTo("This needs the role operator."));
    }

    @Test
    void a_service_token_for_another_service_is_refused() {
        given().auth()
                .oauth2(Tokens.service("review-service", "document-service"))
                .get("/v1/tallies/caller")
                .then()
                .statusCode(401);
        given().auth()
                .oauth2(Tokens.service("review-service", "platform"))
                .get("/v1/tallies/caller")
                .then()
                .statusCode(200)
                .body("subject", equalTo("review-service"))
                .body("accountId", nullValue());
    }

    @Test
    void the_account_of_an_applicant_comes_from_the_token() {
        applicant()
                .get("/v1/tallies/caller")
                .then()
                .statusCode(200)
                .body("accountId", equalTo("company-a"))
                .body("roles", hasItem("applicant"));
    }

    @Test
    void change_without_version_is_rejected() {
        applicant().put("/v1/tallies").then().statusCode(428).body("code", equalTo("VERSION_REQUIRED"));
        applicant()
                .header("If-Match", "*")
                .put("/v1/tallies")
                .then()
                .statusCode(428)
                .body("code", equalTo("VERSION_REQUIRED"));
        applicant()
                .header("If-Match", "abc")
                .put("/v1/tallies")
                .then()
                .statusCode(412)
                .body("code", equalTo("STALE_VERSION"));
        applicant()
                .header("If-Match", "W/\"3\"")
                .put("/v1/tallies")
                .then()
                .statusCode(200)
                .body(equalTo("3"));
    }

    @Test
    void a_wrong_limit_names_the_query_parameter() {
        given().get("/v1/tallies/page?limit=101")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("?limit"))
                .body("errors.code", hasItem("LIMIT_INVALID"));
    }

    @Test
    void outage_gets_503_with_retry_after() {
        given().get("/v1/tallies/outage")
                .then()
                .statusCode(503)
                .header("Retry-After", equalTo("7"))
                .body("code", equalTo("PEER_DOWN"));
    }

    @Test
    void internal_error_reveals_no_details() {
        given().get("/v1/tallies/fault")
                .then()
                .statusCode(500)
                .body("code", equalTo("INTERNAL_ERROR"))
                .body(not(containsString("secret")));
    }

    @Test
    void unknown_path_or_non_numeric_id_gets_404() {
        given().get("/v1/nothing")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("code", equalTo("NOT_FOUND"));
        given().get("/v1/tallies/abc").then().statusCode(404).contentType("application/problem+json");
        given().get("/elsewhere").then().statusCode(404).contentType("application/problem+json");
    }

    @Test
    void parameter_of_media_type_does_not_make_a_body_json() {
        String answer = RawRequest.answer(
                RestAssured.port, "POST /v1/tallies", "Content-Type: image/jpeg; a=json", "Content-Length: 300000");
        assertThat(answer).doesNotContain("A JSON body");
    }

    @Test
    void unsupported_method_gets_405() {
        applicant()
                .delete("/v1/tallies")
                .then()
                .statusCode(405)
                .header("Allow", equalTo("OPTIONS, POST, PUT"))
                .contentType("application/problem+json");
        applicant().post("/v1/tallies/page").then().statusCode(405).header("Allow", equalTo("GET, HEAD, OPTIONS"));
    }

    @Test
    void answers_in_language_of_caller() {
        applicant()
                .header("Accept-Language", "zh-CN,zh;q=0.9,en;q=0.8")
                .body("{\"name\":\"abcdef\",\"count\":1}")
                .post("/v1/tallies")
                .then()
                .statusCode(400)
                .header("Content-Language", equalTo("zh-CN"))
                .header("Vary", containsString("Accept-Language"))
                .body("title", equalTo("请求有误"))
                .body("detail", equalTo("请求内容有误，全部问题见 `errors`。"))
                .body("errors.detail", hasItem("最多 5 个字符。"));
        applicant()
                .body("{\"name\":\"abcdef\",\"count\":1}")
                .post("/v1/tallies")
                .then()
                .header("Content-Language", equalTo("en"))
                .body("errors.detail", hasItem("Send at most 5 characters."));
        given().header("Accept-Language", "zh")
                .get("/elsewhere")
                .then()
                .statusCode(404)
                .header("Content-Language", equalTo("zh-CN"))
                .body("title", equalTo("未找到"));
    }

    @Test
    void reports_wrong_types_and_constraints_together() {
        applicant()
                .body("{\"name\":\"abcdef\",\"count\":\"1\",\"extra\":2,\"parts\":[{\"day\":7}]}")
                .post("/v1/tallies")
                .then()
                .statusCode(400)
                .body(
                        "errors.pointer",
                        containsInAnyOrder("/name", "/count", "/extra", "/parts/0/day", "/parts/0/name"));
    }

    private static RequestSpecification applicant() {
        return given().auth().oauth2(Tokens.of("applicant-a")).contentType("application/json");
    }
}
