package io.zizhi.review.sla.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.zizhi.contracts.OwnerType;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.review.Api;
import io.zizhi.review.QualificationStub;
import io.zizhi.review.Submitted;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Changes GOVERNMENT and restores it, because other tests on the same database use the bundled policy. */
@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
@WithTestResource(QualificationStub.class)
class PolicyComponentTest {

    private static final String BUNDLED = policy(75, 150);

    @AfterEach
    void as_before() {
        change("operator", "GOVERNMENT", newest(), BUNDLED).then().statusCode(200);
    }

    @Test
    void has_the_bundled_policies_at_start_up() {
        Api.as("auditor")
                .get("/v1/clock/policies")
                .then()
                .statusCode(200)
                .body("items.name", contains("GOVERNMENT", "STANDARD"))
                .body("items[1].openDays", equalTo("ALL_BUT_HOLIDAYS"))
                .body("items[1].opens", equalTo("09:00"))
                .body("items[1].closes", equalTo("21:00"))
                .body("items[1].target.amount", equalTo(2))
                .body("items[1].target.unit", equalTo("OPEN_HOURS"))
                .body("items[1].version", equalTo(1))
                .body("items[1].changedBy", equalTo("start-up"));
    }

    @Test
    void applies_a_changed_policy_and_keeps_its_versions() {
        int before = newest();

        change("operator", "GOVERNMENT", before, policy(50, 200))
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"" + (before + 1) + "\""))
                .body("version", equalTo(before + 1))
                .body("warnPercent", equalTo(50));

        Api.as("operator")
                .get("/v1/clock/policies/GOVERNMENT/versions")
                .then()
                .statusCode(200)
                .body("items", hasSize(before + 1))
                .body("items[0].warnPercent", equalTo(50))
                .body("items[1].warnPercent", equalTo(75));
        Api.as("operator")
                .get("/v1/clock/due?policy=GOVERNMENT&from=2026-11-24T01:00:00Z")
                .then()
                .body("warnAt", equalTo("2026-11-24T21:00:00+08:00"))
                .body("escalateAt", equalTo("2026-11-27T21:00:00+08:00"));
        assertThat(Api.texts("select action from audit_entry where object_type = 'clock-policy'"))
                .contains("clock-policy.changed");
    }

    @Test
    void explains_a_review_by_its_policy_version() {
        int before = newest();
        change("operator", "GOVERNMENT", before, policy(50, 200)).then().statusCode(200);
        long workOrder = Api.opened(Submitted.at(Instant.parse("2026-11-24T01:00:00Z"), OwnerType.PUBLIC_INSTITUTION));
        change("operator", "GOVERNMENT", before + 1, policy(60, 200)).then().statusCode(200);

        int explained = Api.as("auditor")
                .get("/v1/reviews/{workOrder}/clock", workOrder)
                .then()
                .statusCode(200)
                .body("stages.percent", hasItem(200))
                .extract()
                .path("policyVersion");

        assertThat(explained).isBetween(before + 1, before + 2);
    }

    @Test
    void answers_a_repeated_change_without_a_new_version() {
        int before = newest();
        for (int time = 0; time < 2; time++) {
            change("operator", "GOVERNMENT", before, policy(51, 200))
                    .then()
                    .statusCode(200)
                    .body("version", equalTo(before + 1));
        }
        change("operator", "GOVERNMENT", before + 1, policy(51, 200))
                .then()
                .statusCode(200)
                .body("version", equalTo(before + 1));
    }

    @Test
    void rejects_a_change_of_an_older_version() {
        int before = newest();
        change("operator", "GOVERNMENT", before, policy(52, 200)).then().statusCode(200);

        change("operator", "GOVERNMENT", before, policy(53, 200))
                .then()
                .statusCode(412)
                .body("code", equalTo("STALE_VERSION"));
        Api.as("operator")
                .contentType(ContentType.JSON)
                .body(BUNDLED)
                .put("/v1/clock/policies/GOVERNMENT")
                .then()
                .statusCode(428);
        change("operator", "FAST", 1, BUNDLED).then().statusCode(404).body("code", equalTo("CLOCK_POLICY_UNKNOWN"));
    }

    @Test
    void rejects_a_policy_with_all_violations() {
        change("operator", "GOVERNMENT", newest(), policy(0, 99))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/warnPercent", "/escalatePercent"));
        change("operator", "GOVERNMENT", newest(), BUNDLED.replace("09:00", "9 am"))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/opens"))
                .body("errors.code", contains("TIME_INVALID"));
    }

    private static int newest() {
        return Api.as("operator").get("/v1/clock/policies/GOVERNMENT").path("version");
    }

    private static Response change(String user, String name, int version, String body) {
        return Api.as(user)
                .contentType(ContentType.JSON)
                .header("If-Match", "\"" + version + "\"")
                .body(body)
                .put("/v1/clock/policies/" + name);
    }

    private static String policy(int warnPercent, int escalatePercent) {
        return """
                {"openDays": "STATUTORY_WORKDAYS", "opens": "09:00", "closes": "21:00",
                 "target": {"amount": 2, "unit": "OPEN_DAYS"}, "warnPercent": %d, "escalatePercent": %d}
                """.formatted(warnPercent, escalatePercent);
    }
}
