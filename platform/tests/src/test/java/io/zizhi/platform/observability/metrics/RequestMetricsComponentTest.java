package io.zizhi.platform.observability.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.zizhi.platform.http.RawRequest;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.platform.testkit.Waits;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Tests that callers cannot create metric series. */
@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
class RequestMetricsComponentTest {

    private static final String REQUESTS = "http.server.requests";

    @Inject
    MeterRegistry metrics;

    @TestHTTPResource(value = "/", management = true)
    @Nullable
    URI management;

    @Test
    void rejected_unknown_methods_share_one_label() {
        for (int i = 0; i < 20; i++) {
            String method = "M" + i + "X".repeat(3_890);
            assertThat(RawRequest.answer(RestAssured.port, method + " /v1/tallies/page"))
                    .startsWith("HTTP/1.1 501 ")
                    .contains("application/problem+json", "METHOD_UNKNOWN");
        }
        Waits.await().until(() -> count("501") >= 20);

        assertThat(labels("method"))
                .contains("OTHER")
                .allSatisfy(method -> assertThat(method).hasSizeLessThan(10));
        assertThat(metrics.find(REQUESTS).tag("status", "501").timers()).hasSize(1);
    }

    @Test
    void unknown_methods_share_one_label_on_the_management_port() {
        assertThat(RawRequest.answer(managementPort(), "MANAGE /elsewhere")).startsWith("HTTP/1.1 501 ");
        Waits.await()
                .until(() ->
                        labels("method").contains("OTHER") || labels("method").contains("MANAGE"));

        assertThat(labels("method")).doesNotContain("MANAGE");
    }

    @Test
    void addresses_of_early_rejections_do_not_become_labels() {
        refused("400", "GET /v1/tallies/77001?x=%ZZ");
        refused("400", "GET /v1/tallies/77002", "Content-Type: none");
        refused("401", "GET /v1/tallies/77003", "Authorization: Bearer ..");
        refused("413", "POST /v1/tallies/77004", "Content-Type: application/json", "Content-Length: 9999999");
        refused("413", "POST /v1/tallies/77005", "Content-Type: text/plain", "Content-Length: 9999999");
        refused("431", "GET /v1/tallies/77006", "X-Large: " + "a".repeat(40_000));
        refused("404", "GET /v1/nowhere/77007");
        refused("501", "BREW /v1/tallies/77008");

        assertThat(labels("uri")).contains("REFUSED", "NOT_FOUND").noneMatch(uri -> uri.contains("7700"));
    }

    @Test
    void routes_keep_their_template() {
        RestAssured.get("/v1/tallies/77100").then().statusCode(200);
        Waits.await().until(() -> labels("uri").contains("/v1/tallies/{id}"));
    }

    /** Sends the request and waits until it is counted: a service counts after it has answered. */
    private void refused(String status, String line, String... headers) {
        long before = count(status);
        assertThat(RawRequest.answer(RestAssured.port, line, headers)).startsWith("HTTP/1.1 " + status);
        Waits.await().until(() -> count(status) > before);
    }

    private long count(String status) {
        return metrics.find(REQUESTS).tag("status", status).timers().stream()
                .mapToLong(Timer::count)
                .sum();
    }

    private List<String> labels(String name) {
        return metrics.find(REQUESTS).timers().stream()
                .map(Timer::getId)
                .map((Meter.Id id) -> String.valueOf(id.getTag(name)))
                .distinct()
                .toList();
    }

    private int managementPort() {
        return Objects.requireNonNull(management).getPort();
    }
}
