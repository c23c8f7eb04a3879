package io.zizhi.review;

import static io.restassured.RestAssured.given;
import static io.zizhi.review.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.zizhi.local.layout.ProjectFolder;
import io.zizhi.platform.testkit.LocalInfrastructure;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The operators' API of the platform as served by a real service, and the runbook that documents it. */
@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
@WithTestResource(QualificationStub.class)
class OperatorsApiComponentTest {

    /** A call in the runbook: whether it is a POST, its path, and its body if any. */
    private static final Pattern CALL =
            Pattern.compile("curl -s(X POST )?[^\\n]*?\\$S(/v1/operations[^\\s\"]*)\"?[ \\\\]*(?:\\n *-d '([^']*)')?");

    @TestHTTPResource(value = "/", management = true)
    @Nullable
    URL management;

    @Test
    void serves_the_operators_api_to_operators_only() {
        as("operator").get("/v1/operations").then().statusCode(200).body("service", equalTo("review-service"));
        as("reviewer-a").get("/v1/operations").then().statusCode(403);
    }

    @Test
    void shows_the_timers_of_a_review() {
        long workOrder = Api.opened(Submitted.at(Instant.now()));
        as("operator")
                .get("/v1/operations/timers?ownerType=review&ownerId=" + workOrder)
                .then()
                .statusCode(200)
                .body("items.size()", greaterThanOrEqualTo(1));
        as("operator")
                .get("/v1/operations/timers/sweep")
                .then()
                .statusCode(200)
                .body("owners.ownerType", hasItems("review"));
    }

    /** 404 and 409 mean that the named thing does not exist here. 400 or 405 would be a mistake in the runbook. */
    @Test
    void accepts_every_call_of_the_runbook() throws IOException {
        List<MatchResult> calls =
                CALL.matcher(Files.readString(runbook())).results().toList();
        var described = new TreeSet<>(given().accept("application/json")
                .get("http://" + Objects.requireNonNull(management).getAuthority() + "/q/openapi?format=json")
                .jsonPath()
                .<String, Object>getMap("paths")
                .keySet());
        described.removeIf(path -> !path.startsWith("/v1/operations"));
        var taught = new TreeSet<String>();
        for (var call : calls) {
            var request = as("operator").contentType("application/json");
            if (call.group(3) != null) {
                request = request.body(call.group(3));
            }
            var response = call.group(1) == null ? request.get(call.group(2)) : request.post(call.group(2));
            assertThat(response.statusCode())
                    .as(call.group() + " " + response.asString())
                    .isIn(200, 201, 404, 409);
            assertThat(response.asString()).as(call.group()).doesNotContain("urn:zizhi:problem:not-found\"");
            taught.addAll(described.stream()
                    .filter(path ->
                            call.group(2).replaceFirst("\\?.*", "").matches(path.replaceAll("\\{[^}]+}", "[^/]+")))
                    .toList());
        }
        assertThat(taught).as("operations that the runbook teaches").isEqualTo(described);
    }

    private static Path runbook() {
        return ProjectFolder.find().resolve("docs/operations.md");
    }
}
