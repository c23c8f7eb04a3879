package io.zizhi.qualification.catalogue.timeline;

import static io.zizhi.platform.testkit.Waits.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.zizhi.contracts.ReviewClaimed;
import io.zizhi.platform.testkit.EventBus;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.qualification.testing.Desk;
import io.zizhi.qualification.testing.Filer;
import io.zizhi.qualification.testing.Filer.Submitted;
import io.zizhi.qualification.testing.Forms;
import io.zizhi.qualification.testing.PeerDouble;
import io.zizhi.qualification.testing.Peers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
@WithTestResource(PeerDouble.class)
class TimelineComponentTest {

    private Filer filer;

    @BeforeEach
    void start() {
        filer = Filer.ofCompanyA();
        Peers.reset();
    }

    @Test
    void lists_all_acts_with_changed_fields() {
        Submitted submitted = filer.submitted();
        long id = submitted.id();
        reviewed(submitted);
        Desk.publish(Desk.rejected(submitted.workOrder(), id), 3);
        filer.awaitStatus(id, "REJECTED");
        Map<String, Object> form = Forms.verifiedAgain(submitted.form());
        form.put("remark", "改过");
        filer.edit(id, form).then().statusCode(200);
        long second =
                filer.submit(id).then().statusCode(200).extract().jsonPath().getLong("workOrder");
        Desk.publish(Desk.approved(second, id));
        filer.awaitStatus(id, "APPROVED");
        filer.request()
                .body(Map.of("name", "复用" + id))
                .post("/v1/qualifications/" + id + "/copies")
                .then()
                .statusCode(201);
        filer.edit(id, Forms.verifiedAgain(form)).then().statusCode(200);
        filer.discard(id).then().statusCode(200);
        filer.amended(new Submitted(id, second, form));
        filer.withdraw(id).then().statusCode(200);
        filer.delete(id).then().statusCode(204);

        as("auditor", id, "")
                .statusCode(200)
                .body(
                        "items.act",
                        contains(
                                "DRAFTED",
                                "SUBMITTED",
                                "REVIEW_OPENED",
                                "REVIEW_CLAIMED",
                                "REJECTED",
                                "EDITED",
                                "SUBMITTED",
                                "APPROVED",
                                "REUSED",
                                "AMENDMENT_OPENED",
                                "AMENDMENT_DISCARDED",
                                "AMENDMENT_OPENED",
                                "SUBMITTED",
                                "WITHDRAWN",
                                "DELETED"))
                .body("items[1].details.fields", nullValue())
                .body("items[5].details.fields", contains("/remark", "/administrator/phoneVerificationId"))
                .body("items[6].details.fields", contains("/remark", "/administrator/phoneVerificationId"))
                .body("items[6].workOrder", equalTo((int) second))
                .body("items[12].details.fields", contains("/administrator/phoneVerificationId"))
                .body(not(containsString("王示例")))
                .body(not(containsString("改过")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"reviewer-a", "supervisor", "auditor"})
    void names_reviewer_to_staff_but_not_to_owner(String staff) {
        Submitted submitted = filer.submitted();
        reviewed(submitted);
        Peers.set("claim:" + submitted.workOrder(), "reviewer-a");

        as(staff, submitted.id(), "")
                .statusCode(200)
                .body("items[3].act", equalTo("REVIEW_CLAIMED"))
                .body("items[3].actor", equalTo("reviewer-a"))
                .body("items[0].actor", notNullValue());
        filer.request()
                .get("/v1/qualifications/" + submitted.id() + "/timeline")
                .then()
                .body("items[3].act", equalTo("REVIEW_CLAIMED"))
                .body("items[3].actor", nullValue())
                .body(not(containsString("reviewer-a")));
    }

    @Test
    void shows_reviewers_a_timeline_only_while_they_hold_the_claim() {
        Submitted submitted = filer.submitted();
        long id = submitted.id();
        Desk.open(submitted);
        Peers.set("claim:" + submitted.workOrder(), "reviewer-a");
        as("reviewer-a", id, "").statusCode(200).body("items.act", hasItem("SUBMITTED"));
        refused("reviewer-b", id);

        Desk.publish(Desk.rejected(submitted.workOrder(), id), 2);
        filer.awaitStatus(id, "REJECTED");

        refused("reviewer-a", id);
        refused("reviewer-b", id);
        for (String user : List.of("supervisor", "auditor")) {
            as(user, id, "").statusCode(200).body("items.act", hasItem("REJECTED"));
        }
    }

    @Test
    void shows_a_new_review_with_earlier_decisions_to_its_holder() {
        Submitted submitted = filer.submitted();
        long id = submitted.id();
        Desk.open(submitted);
        Desk.publish(Desk.rejected(submitted.workOrder(), id), 2);
        filer.awaitStatus(id, "REJECTED");
        filer.edit(id, Forms.verifiedAgain(submitted.form())).then().statusCode(200);
        long second =
                filer.submit(id).then().statusCode(200).extract().jsonPath().getLong("workOrder");

        Peers.set("claim:" + submitted.workOrder(), "reviewer-b");
        Peers.set("claim:" + second, "reviewer-a");

        refused("reviewer-b", id);
        as("reviewer-a", id, "").statusCode(200).body("items.act", hasItem("REJECTED"));
    }

    @Test
    void rejects_reviewers_if_claims_cannot_be_checked() {
        Submitted submitted = filer.submitted();
        Peers.set("review-service", "down");

        as("reviewer-a", submitted.id(), "").statusCode(503).body("code", equalTo("REVIEW_SERVICE_UNAVAILABLE"));
        refused("reviewer-a", filer.draft(Forms.bare()));
        as("reviewer-a", 9_999_999, "").statusCode(404);
        as("supervisor", submitted.id(), "").statusCode(200);
    }

    @Test
    void shows_deleted_qualifications_to_staff_only() {
        long id = filer.draft(Forms.bare());
        filer.delete(id).then().statusCode(204);

        filer.request().get("/v1/qualifications/" + id + "/timeline").then().statusCode(404);
        as("supervisor", id, "").statusCode(200).body("items.act", hasItem("DELETED"));
        as("supervisor", 9_999_999, "").statusCode(404).body("code", equalTo("QUALIFICATION_NOT_FOUND"));
        as("operator", id, "").statusCode(403);
    }

    @Test
    void pages_through_long_history() {
        long id = filer.draft(Forms.bare());
        Map<String, Object> form = filer.get(id).jsonPath().getMap("form");
        for (int number = 0; number < 5; number++) {
            form.put("remark", "第" + number + "次");
            filer.edit(id, form).then().statusCode(200);
        }

        List<String> acts = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            var page = as("auditor", id, "?limit=2" + (cursor == null ? "" : "&cursor=" + cursor))
                    .statusCode(200)
                    .body("items", hasSize(2))
                    .extract()
                    .jsonPath();
            acts.addAll(page.getList("items.act", String.class));
            cursor = page.getString("nextCursor");
        } while (cursor != null);
        org.assertj.core.api.Assertions.assertThat(acts)
                .containsExactly("DRAFTED", "EDITED", "EDITED", "EDITED", "EDITED", "EDITED");
    }

    private static void refused(String reviewer, long id) {
        as(reviewer, id, "")
                .statusCode(403)
                .body("code", equalTo("CLAIM_REQUIRED"))
                .body(not(containsString("items")));
    }

    private void reviewed(Submitted submitted) {
        Desk.open(submitted);
        EventBus.publish(
                new ReviewClaimed(
                        submitted.workOrder(), submitted.id(), "reviewer-a", Instant.parse("2026-11-24T02:30:00Z")),
                2);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> as("auditor", submitted.id(), "")
                        .extract()
                        .jsonPath()
                        .getList("items.act")
                        .contains("REVIEW_CLAIMED"));
    }

    private static ValidatableResponse as(String user, long id, String query) {
        return Filer.as(user)
                .get("/v1/qualifications/" + id + "/timeline" + query)
                .then();
    }
}
