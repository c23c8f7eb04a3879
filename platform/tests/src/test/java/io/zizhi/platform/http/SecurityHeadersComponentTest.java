package io.zizhi.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.vertx.core.MultiMap;
import io.zizhi.platform.testkit.LocalInfrastructure;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
class SecurityHeadersComponentTest {

    private static final List<String> EXPECTED = List.of(
            "cache-control: no-store",
            "x-content-type-options: nosniff",
            "content-security-policy: default-src 'none'; frame-ancestors 'none'",
            "referrer-policy: no-referrer");

    @TestHTTPResource(value = "/", management = true)
    @Nullable
    URI management;

    static Stream<Arguments> requests() {
        return Stream.of(
                Arguments.of(200, "GET /v1/tallies/page", ""),
                Arguments.of(400, "GET /v1/tallies/page?limit=%FF", ""),
                Arguments.of(400, "GET /v1/tallies/page?limit=101", ""),
                Arguments.of(401, "GET /v1/tallies/operators", ""),
                Arguments.of(401, "GET /v1/tallies/operators", "Authorization: Bearer .."),
                Arguments.of(404, "GET /v1/nowhere", ""),
                Arguments.of(404, "GET /elsewhere", ""),
                Arguments.of(405, "DELETE /v1/tallies", ""),
                Arguments.of(413, "POST /v1/tallies", "Content-Type: application/json\r\nContent-Length: 9999999"),
                Arguments.of(413, "POST /v1/tallies", "Content-Type: text/plain\r\nContent-Length: 9999999"),
                Arguments.of(431, "GET /v1/tallies/page", "X-Large: " + "a".repeat(20_500)),
                Arguments.of(500, "GET /v1/tallies/fault", ""),
                Arguments.of(501, "BREW /v1/tallies/page", ""),
                Arguments.of(503, "GET /v1/tallies/outage", ""));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void every_answer_has_security_headers(int status, String line, String header) {
        String answer = answer(RestAssured.port, line, header);

        assertThat(answer).startsWith("HTTP/1.1 " + status + " ");
        assertThat(headers(answer)).containsAll(EXPECTED).noneMatch(name -> name.startsWith("strict-transport"));
    }

    @Test
    void management_port_has_security_headers() {
        assertThat(headers(answer(managementPort(), "GET /q/health/live", ""))).containsAll(EXPECTED);
        assertThat(headers(answer(managementPort(), "GET /elsewhere", ""))).containsAll(EXPECTED);
    }

    @Test
    void keeps_headers_set_by_an_endpoint() {
        assertThat(headers(answer(RestAssured.port, "GET /v1/tallies/own-headers", "")))
                .contains(
                        "cache-control: max-age=60",
                        "content-security-policy: default-src 'self'",
                        "x-content-type-options: nosniff")
                .noneMatch(header -> header.contains("no-store") || header.contains("'none'"));
    }

    @Test
    void rejects_large_headers_with_a_problem() {
        assertThat(answer(RestAssured.port, "GET /v1/tallies/page", "X-Large: " + "a".repeat(20_500)))
                .contains("application/problem+json", "HEADERS_TOO_LARGE");
        assertThat(answer(RestAssured.port, "GET /v1/tallies/page", "X-Large: " + "a".repeat(19_000)))
                .startsWith("HTTP/1.1 200 ");
    }

    @Test
    void strict_transport_security_needs_tls() {
        MultiMap plain = MultiMap.caseInsensitiveMultiMap();
        SecurityHeaders.add(plain, false);
        MultiMap encrypted = MultiMap.caseInsensitiveMultiMap();
        SecurityHeaders.add(encrypted, true);

        assertThat(plain.contains("Strict-Transport-Security")).isFalse();
        assertThat(encrypted.get("Strict-Transport-Security")).startsWith("max-age=");
    }

    private static String answer(int port, String line, String header) {
        return header.isEmpty() ? RawRequest.answer(port, line) : RawRequest.answer(port, line, header);
    }

    /** Returns the header lines, with names in lower case. */
    private static List<String> headers(String answer) {
        return answer.substring(0, answer.indexOf("\r\n\r\n"))
                .lines()
                .skip(1)
                .map(line -> line.substring(0, line.indexOf(':')).toLowerCase(Locale.ROOT)
                        + line.substring(line.indexOf(':')))
                .toList();
    }

    private int managementPort() {
        return Objects.requireNonNull(management).getPort();
    }
}
