package io.zizhi.platform.http.internal;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.zizhi.platform.testkit.InternalAddress;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.platform.testkit.Tokens;
import io.zizhi.platform.testkit.Waits;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
class InternalListenerComponentTest {

    private static final String PATH = "/internal/v1/tallies/of-a-service";

    private final String token = Tokens.service("review-service", "platform");

    @Inject
    MeterRegistry meters;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/.",
                "/x/..",
                "/x/%2e%2e",
                "/x%2fy/%2e%2e",
                "http://localhost",
            })
    void public_listener_does_not_serve_internal_paths(String before) throws IOException {
        assertThat(send(RestAssured.port, before + PATH)).isEqualTo("404 NOT_FOUND");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/INTERNAL/v1/tallies/of-a-service",
                "/%69nternal/v1/tallies/of-a-service",
                "/internal;a=b/v1/tallies/of-a-service",
                "/%5cinternal%5cv1%5ctallies%5cof-a-service",
                "/internal%2fv1/tallies/of-a-service",
                "/internal",
            })
    void public_listener_rejects_every_spelling_of_internal_paths(String path) throws IOException {
        assertThat(send(RestAssured.port, path)).isEqualTo("404 NOT_FOUND");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/tallies/7",
                "/q/openapi",
                "/",
                "/internal/../v1/tallies/7",
                "/internal/%2e%2e/v1/tallies/7",
                "//internal/v1/tallies/of-a-service",
            })
    void internal_listener_serves_only_internal_paths(String path) throws IOException {
        assertThat(send(InternalAddress.port(), path)).isEqualTo("404 NOT_FOUND");
    }

    @Test
    void each_listener_serves_its_own_paths() throws IOException {
        assertThat(send(InternalAddress.port(), PATH)).isEqualTo("200 seen");
        assertThat(send(RestAssured.port, "/v1/tallies/7")).isEqualTo("200 7");
    }

    @Test
    void internal_listener_applies_limits_and_checks_of_public_one() {
        given().get(PATH).then().statusCode(401).body("code", equalTo("UNAUTHENTICATED"));
        given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body("{\"a\":\"" + "a".repeat(300_000) + "\"}")
                .post("/internal/v1/tallies")
                .then()
                .statusCode(413)
                .body("code", equalTo("PAYLOAD_TOO_LARGE"));
        given().auth()
                .oauth2(token)
                .header("Content-Type", "none")
                .get(PATH)
                .then()
                .statusCode(400)
                .body("code", equalTo("BAD_REQUEST"));
    }

    @Test
    void measures_internal_requests() {
        given().auth().oauth2(token).get(PATH).then().statusCode(200);
        Waits.await().until(() -> {
            Timer timer = meters.find("http.server.requests").tag("uri", PATH).timer();
            return timer != null && timer.count() > 0;
        });
    }

    @Test
    void internal_listener_answers_http2_upgrade_in_http1() throws IOException {
        assertThat(
                        send(
                                InternalAddress.port(),
                                PATH,
                                "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAEAAEAAAAIAAAAAAAMAAABkAAQBAAAAAAUAAEAA\r\n"))
                .startsWith("200");
    }

    private String send(int port, String target) throws IOException {
        return send(port, target, "Connection: close\r\n");
    }

    /** Returns the status, and the code of a problem or the body. */
    private String send(int port, String target, String headers) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write(("GET " + target + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token + "\r\n"
                                    + headers + "\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            if (!headers.contains("close")) {
                return new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII).substring(9);
            }
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            String body = answer.substring(answer.indexOf("\r\n\r\n") + 4);
            return answer.substring(9, 13) + body.replaceFirst("(?s).*\"code\":\"(\\w+)\".*", "$1");
        }
    }
}
