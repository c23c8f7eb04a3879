package io.zizhi.review.sla.allocation;

import static io.zizhi.platform.testkit.Waits.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.zizhi.contracts.EventType;
import io.zizhi.contracts.OwnerType;
import io.zizhi.contracts.SlaRescheduled;
import io.zizhi.platform.testkit.EventBus;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.review.Api;
import io.zizhi.review.QualificationStub;
import io.zizhi.review.Submitted;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
@WithTestResource(QualificationStub.class)
class AllocationComponentTest {

    /** A Tuesday morning, so far ahead that nothing is due. */
    private static final Instant MORNING = Instant.parse("2094-03-02T02:00:00Z");

    private static final String BUNDLED = """
            {"rules": [{"ownerTypes": ["PUBLIC_INSTITUTION"], "policy": "GOVERNMENT"}, {"policy": "STANDARD"}]}
            """;

    private static final String PERSONS_TOO = """
            {"rules": [{"ownerTypes": ["PERSON", "PUBLIC_INSTITUTION"], "subjects": ["QUALIFICATION"], "policy": "GOVERNMENT"},
                       {"policy": "STANDARD"}]}
            """;

    @AfterEach
    void as_before() {
        change("operator", newest(), BUNDLED).then().statusCode(200);
    }

    @Test
    void has_the_configured_allocation_at_start_up() {
        Api.as("auditor")
                .get("/v1/clock/allocation/versions")
                .then()
                .statusCode(200)
                .body("items[-1].version", equalTo(1))
                .body("items[-1].changedBy", equalTo("start-up"))
                .body("items[-1].rules.policy", contains("GOVERNMENT", "STANDARD"))
                .body("items[-1].rules[0].ownerTypes", contains("PUBLIC_INSTITUTION"))
                .body("items[-1].rules[1]", not(hasKey("ownerTypes")));
    }

    @Test
    void applies_a_change_to_new_and_unfinished_reviews() {
        long before = Api.opened(Submitted.at(MORNING, OwnerType.PERSON));
        int version = newest();

        change("operator", version, PERSONS_TOO)
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"" + (version + 1) + "\""))
                .body("version", equalTo(version + 1))
                .body("changedBy", equalTo("operator"))
                .body("rules[0].ownerTypes", contains("PUBLIC_INSTITUTION", "PERSON"));

        long after = Api.opened(Submitted.at(MORNING, OwnerType.PERSON));
        Api.review("supervisor", after).then().body("policy", equalTo("GOVERNMENT"));
        SlaRescheduled published = (SlaRescheduled) EventBus.await(EventType.SLA_RESCHEDULED, Long.toString(before));
        assertThat(published.policy()).isEqualTo("GOVERNMENT");
        assertThat(published.previousDueAt()).isEqualTo("2094-03-02T04:00:00Z");
        // Two open days: 11 hours of Tuesday, 12 of Wednesday, 1 of Thursday.
        assertThat(published.dueAt()).isEqualTo("2094-03-04T02:00:00Z");
        explained(before)
                .then()
                .body("policy", equalTo("GOVERNMENT"))
                .body("allocation.version", equalTo(version + 1))
                .body("allocation.rule", equalTo(1))
                .body("allocation.subjects", contains("QUALIFICATION"))
                .body("steps.kind", contains("RESCHEDULED"))
                .body("steps[0].before.policy", equalTo("STANDARD"))
                .body("steps[0].after.policy", equalTo("GOVERNMENT"));
        assertThat(armed(before))
                .containsExactly(
                        "BREACH 2094-03-04 02:00:00", "ESCALATE 2094-03-05 02:00:00", "WARN 2094-03-03 08:00:00");
        assertThat(Api.texts("select action from audit_entry where object_type = 'clock-allocation'"))
                .contains("clock-allocation.changed");
    }

    @Test
    void previews_moving_reviews_without_changes() {
        long person = Api.opened(Submitted.at(MORNING, OwnerType.PERSON));
        int version = newest();

        Response preview = write("operator", PERSONS_TOO).post("/v1/clock/allocation/preview");

        preview.then()
                .statusCode(200)
                .body("unfinished", greaterThanOrEqualTo(1))
                .body("moving", greaterThanOrEqualTo(1))
                .body("moves.find { it.workOrder == " + person + " }.policy", equalTo("STANDARD"))
                .body("moves.find { it.workOrder == " + person + " }.policyThen", equalTo("GOVERNMENT"))
                .body("moves.find { it.workOrder == " + person + " }.dueAtThen", equalTo("2094-03-04T02:00:00Z"));
        assertThat(newest()).isEqualTo(version);
        Api.review("supervisor", person).then().body("policy", equalTo("STANDARD"));
    }

    @Test
    void extends_a_review_after_applying_a_pending_change() {
        long workOrder = Api.opened(Submitted.at(MORNING, OwnerType.PERSON));
        change("operator", newest(), PERSONS_TOO).then().statusCode(200);

        // Works whether the extension or the recomputation comes first.
        await().atMost(Duration.ofSeconds(30)).until(() -> extend(workOrder).statusCode() == 200);

        explained(workOrder)
                .then()
                .body("policy", equalTo("GOVERNMENT"))
                .body("steps.kind", contains("RESCHEDULED", "EXTENDED"))
                .body("steps[1].before.dueAt", equalTo("2094-03-04T10:00:00+08:00"))
                .body("steps[1].after.dueAt", equalTo("2094-03-04T11:00:00+08:00"));
    }

    @Test
    void answers_a_repeated_change_and_rejects_an_outdated_one() {
        int before = newest();
        for (int time = 0; time < 2; time++) {
            change("operator", before, PERSONS_TOO).then().statusCode(200).body("version", equalTo(before + 1));
        }
        change("operator", before + 1, PERSONS_TOO).then().statusCode(200).body("version", equalTo(before + 1));

        change("operator", before, BUNDLED).then().statusCode(412).body("code", equalTo("STALE_VERSION"));
        write("operator", BUNDLED).put("/v1/clock/allocation").then().statusCode(428);
        Api.as("operator").get("/v1/clock/allocation/versions").then().body("items", hasSize(before + 1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | /rules | FIELD_REQUIRED",
                "{\"rules\": []} | /rules | LAST_RULE_CONDITIONAL",
                "{\"rules\": [{}]} | /rules/0/policy | FIELD_REQUIRED",
                "{\"rules\": [null]} | /rules/0 | FIELD_REQUIRED",
                "{\"rules\": [{\"policy\": \"FAST\"}]} | /rules/0/policy | CLOCK_POLICY_UNKNOWN",
                "{\"rules\": [{\"policy\": \"STANDARD\"}, {\"policy\": \"STANDARD\"}]} | /rules/1 | RULE_UNREACHABLE",
            })
    void rejects_invalid_rules_in_change_and_preview(String body, String pointer, String code) {
        for (Response refused : List.of(
                change("operator", newest(), body), write("operator", body).post("/v1/clock/allocation/preview"))) {
            refused.then()
                    .statusCode(400)
                    .body("errors[0].pointer", equalTo(pointer))
                    .body("errors[0].code", equalTo(code));
        }
    }

    private static int newest() {
        return Api.as("operator").get("/v1/clock/allocation").path("version");
    }

    private static Response explained(long workOrder) {
        return Api.as("auditor").get("/v1/reviews/{workOrder}/clock", workOrder);
    }

    private static Response extend(long workOrder) {
        String dueAt = Api.review("supervisor", workOrder).path("dueAt");
        return write(
                        "supervisor",
                        "{\"currentDueAt\":\"" + dueAt
                                + "\",\"amount\":1,\"unit\":\"OPEN_HOURS\",\"reason\":\"HIGH_VOLUME\"}")
                .post("/v1/reviews/{workOrder}/extension", workOrder);
    }

    private static Response change(String user, int version, String body) {
        return write(user, body).header("If-Match", "\"" + version + "\"").put("/v1/clock/allocation");
    }

    private static RequestSpecification write(String user, String body) {
        return Api.as(user).contentType(ContentType.JSON).body(body);
    }

    private static List<String> armed(long workOrder) {
        return Api.texts("select kind || ' ' || to_char(due_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS') from timer"
                + " where owner_type = 'review' and state = 'ARMED' and owner_id = " + workOrder + " order by kind");
    }
}
