package io.zizhi.review.decision.making;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.zizhi.contracts.DecisionReason;
import io.zizhi.contracts.EventType;
import io.zizhi.contracts.ReviewDecided;
import io.zizhi.contracts.ReviewOutcome;
import io.zizhi.contracts.SupplementItem;
import io.zizhi.platform.testkit.EventBus;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.review.Api;
import io.zizhi.review.QualificationStub;
import io.zizhi.review.Submitted;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
@WithTestResource(QualificationStub.class)
class DecideReviewComponentTest {

    private static final String APPROVAL = "{\"outcome\":\"APPROVED\"}";
    private static final String REJECTION = """
            {"outcome":"REJECTED","reasons":[
              {"code":"IMAGE_BLURRED","pointer":"/company/certificate","note":"营业执照看不清","internalNote":"疑似翻拍"},
              {"code":"USCC_MISMATCH","pointer":"/company/creditCode"}]}""";
    private static final String SUPPLEMENT = """
            {"outcome":"SUPPLEMENT_REQUESTED","items":[
              {"code":"MATERIAL_INSUFFICIENT","pointer":"/moreMaterial","documentKind":"MORE_MATERIAL","note":"请补充商标注册证"}]}""";

    @Test
    void ends_review_timers_and_lease_on_approval() {
        long workOrder = claimed("reviewer-a");

        Api.decide("reviewer-a", workOrder, APPROVAL)
                .then()
                .statusCode(200)
                .body("status", equalTo("DECIDED"))
                .body("outcome", equalTo("APPROVED"))
                .body("reasons", hasSize(0));

        ReviewDecided decided = (ReviewDecided) EventBus.await(EventType.REVIEW_DECIDED, Long.toString(workOrder));
        assertThat(decided.outcome()).isEqualTo(ReviewOutcome.APPROVED);
        assertThat(decided.reasons()).isEmpty();
        assertThat(decided.items()).isEmpty();
        assertThat(Api.count("select count(*) from timer where state = 'ARMED' and owner_id = " + workOrder))
                .isZero();
        assertThat(Api.texts("select action from audit_entry where object_id = '" + workOrder + "' order by sequence"))
                .containsExactly("review.claimed", "review.decided");
        Api.review("supervisor", workOrder)
                .then()
                .body("status", equalTo("DECIDED"))
                .body("outcome", equalTo("APPROVED"));
    }

    /** The decision comes before the sweep finds the due timers, as after a backlog of submissions. */
    @Test
    void publishes_stages_missed_before_the_decision_once() {
        long workOrder = claimed("reviewer-a");
        Api.update("with late as (update review set warn_at = clock_timestamp() - interval '2 minutes',"
                + " due_at = clock_timestamp() - interval '1 minute' where work_order = " + workOrder
                + " returning work_order, warn_at, due_at)"
                + " update timer set due_at = case kind when 'WARN' then late.warn_at else late.due_at end from late"
                + " where owner_type = 'review' and owner_id = work_order and kind in ('WARN', 'BREACH')");

        Api.decide("reviewer-a", workOrder, APPROVAL).then().statusCode(200);

        assertThat(Api.texts("select type from outbox where aggregate_id = '" + workOrder
                        + "' and type not like '%opened%' and type not like '%claimed%' order by aggregate_version"))
                .containsExactly(
                        "zizhi.review.sla-warned.v1", "zizhi.review.sla-breached.v1", "zizhi.review.decided.v1");
        assertThat(Api.texts("select kind || ' ' || state from timer where owner_type = 'review' and owner_id = "
                        + workOrder + " order by due_at"))
                .containsExactly("WARN FIRED", "BREACH FIRED", "ESCALATE CANCELLED");
        Api.review("supervisor", workOrder)
                .then()
                .body("warnedAt", notNullValue())
                .body("breachedAt", notNullValue())
                .body("$", not(hasKey("escalatedAt")));
    }

    @Test
    void publishes_codes_and_stores_notes_encrypted() {
        long workOrder = claimed("reviewer-a");

        Api.decide("reviewer-a", workOrder, REJECTION)
                .then()
                .statusCode(200)
                .body("reasons.code", equalTo(List.of("IMAGE_BLURRED", "USCC_MISMATCH")))
                .body("reasons[0].internalNote", equalTo("疑似翻拍"));

        ReviewDecided decided = (ReviewDecided) EventBus.await(EventType.REVIEW_DECIDED, Long.toString(workOrder));
        assertThat(decided.reasons())
                .containsExactly(
                        new DecisionReason("IMAGE_BLURRED", "/company/certificate"),
                        new DecisionReason("USCC_MISMATCH", "/company/creditCode"));
        assertThat(Api.count(
                        "select count(*) from decision_point where note is not null and work_order = " + workOrder))
                .isEqualTo(1);
        assertThat(Api.count("select count(*) from decision_point where work_order = " + workOrder
                        + " and (position(convert_to('看不清', 'UTF8') in note) > 0"
                        + " or position(convert_to('翻拍', 'UTF8') in internal_note) > 0)"))
                .isZero();
        assertThat(Api.count("select count(*) from outbox where payload like '%看不清%'"))
                .isZero();
        Api.as("supervisor")
                .get("/v1/reviews/{workOrder}/decision", workOrder)
                .then()
                .statusCode(200)
                .body("reasons[0].note", equalTo("营业执照看不清"))
                .body("reasons[0].internalNote", equalTo("疑似翻拍"));
    }

    @Test
    void gives_qualification_service_no_internal_notes() {
        long workOrder = claimed("reviewer-a");
        notes(workOrder).then().statusCode(404).body("code", equalTo("DECISION_NOT_FOUND"));
        Api.decide("reviewer-a", workOrder, REJECTION).then().statusCode(200);

        notes(workOrder)
                .then()
                .statusCode(200)
                .body("workOrder", equalTo((int) workOrder))
                .body("outcome", equalTo("REJECTED"))
                .body("reasons[0].note", equalTo("营业执照看不清"))
                .body("reasons[1].code", equalTo("USCC_MISMATCH"))
                .body("items", hasSize(0))
                .body(not(containsString("疑似翻拍")));
        Api.as("reviewer-a")
                .get("/internal/v1/reviews/{workOrder}/notes", workOrder)
                .then()
                .statusCode(403);
    }

    @Test
    void publishes_the_items_of_a_supplement_request() {
        long workOrder = claimed("supervisor");

        Api.decide("supervisor", workOrder, SUPPLEMENT).then().statusCode(200);

        ReviewDecided decided = (ReviewDecided) EventBus.await(EventType.REVIEW_DECIDED, Long.toString(workOrder));
        assertThat(decided.items())
                .containsExactly(new SupplementItem("MATERIAL_INSUFFICIENT", "/moreMaterial", "MORE_MATERIAL"));
        notes(workOrder)
                .then()
                .body("items[0].note", equalTo("请补充商标注册证"))
                .body("items[0].documentKind", equalTo("MORE_MATERIAL"))
                .body("reasons", hasSize(0));
    }

    @Test
    void answers_a_repeated_decision_the_same() {
        long workOrder = claimed("reviewer-a");
        String first = Api.decide("reviewer-a", workOrder, REJECTION)
                .then()
                .statusCode(200)
                .extract()
                .asString();

        String again = Api.decide("reviewer-a", workOrder, REJECTION)
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertThat(again).isEqualTo(first);
        assertThat(Api.count("select count(*) from outbox where type = 'zizhi.review.decided.v1' and aggregate_id = '"
                        + workOrder + "'"))
                .isEqualTo(1);
    }

    @Test
    void records_a_decision_sent_twice_at_once_only_once() {
        for (int round = 0; round < 5; round++) {
            long workOrder = claimed("reviewer-a");

            List<String> answers = Api.atOnce(Stream.of(REJECTION, REJECTION, REJECTION)
                    .<Callable<String>>map(body -> () -> Api.decide("reviewer-a", workOrder, body)
                            .then()
                            .statusCode(200)
                            .extract()
                            .asString())
                    .toList());

            assertThat(Set.copyOf(answers)).hasSize(1);
            assertThat(Api.texts(
                            "select action from audit_entry where object_id = '" + workOrder + "' order by sequence"))
                    .containsExactly("review.claimed", "review.decided");
        }
    }

    @Test
    void refuses_a_different_second_decision() {
        long workOrder = claimed("reviewer-a");
        Api.decide("reviewer-a", workOrder, REJECTION).then().statusCode(200);

        stands("reviewer-a", workOrder, APPROVAL)
                .body("detail", startsWith("The review was decided: REJECTED, by reviewer-a, at "))
                .body("errors.pointer", contains("/outcome"))
                .body("errors.code", contains("DECIDED_OTHERWISE"))
                .body("errors[0].detail", equalTo("The review was decided as REJECTED."));
        stands("reviewer-a", workOrder, REJECTION.replace("翻拍", "正常"))
                .body("errors.pointer", contains("/reasons"))
                .body("errors[0].detail", containsString("IMAGE_BLURRED at '/company/certificate'"))
                .body(not(containsString("看不清")));
        stands("supervisor", workOrder, REJECTION).body("errors.code", contains("DECIDED_BY_ANOTHER"));
        Api.claim("reviewer-b", workOrder).then().statusCode(409).body("code", equalTo("REVIEW_DECIDED"));
    }

    @Test
    void refuses_a_decision_without_a_live_lease() {
        long open = opened();
        refused("reviewer-a", open, APPROVAL, "LEASE_REQUIRED");

        long others = claimed("reviewer-b");
        refused("reviewer-a", others, APPROVAL, "LEASE_REQUIRED");

        long expired = claimed("reviewer-a");
        Api.update("update review set lease_ends_at = now() - interval '1 second' where work_order = " + expired);
        refused("reviewer-a", expired, APPROVAL, "LEASE_EXPIRED");
        assertThat(Api.count("select count(*) from decision where work_order in (%d, %d, %d)"
                        .formatted(open, others, expired)))
                .isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"outcome\":\"REJECTED\"}                                                         | /reasons           | FIELD_REQUIRED",
                "{\"outcome\":\"SUPPLEMENT_REQUESTED\",\"items\":[]}                                | /items             | FIELD_REQUIRED",
                "{}                                                                                 | /outcome           | FIELD_REQUIRED",
                "{\"outcome\":\"MAYBE\"}                                                            | /outcome           | FIELD_TYPE_WRONG",
                "{\"outcome\":\"APPROVED\",\"comment\":\"x\"}                                       | /comment           | FIELD_UNKNOWN",
                "{\"outcome\":\"REJECTED\",\"reasons\":\"x\"}                                       | /reasons           | FIELD_TYPE_WRONG",
                "{\"outcome\":\"REJECTED\",\"reasons\":[null]}                                      | /reasons/0         | FIELD_REQUIRED",
                "{\"outcome\":\"REJECTED\",\"reasons\":[{\"code\":\"NO\",\"pointer\":\"\"}]}        | /reasons/0/code    | REASON_UNKNOWN",
                "{\"outcome\":\"REJECTED\",\"reasons\":[{\"pointer\":\"\"}]}                        | /reasons/0/code    | FIELD_REQUIRED",
                "{\"outcome\":\"REJECTED\",\"reasons\":[{\"code\":\"IMAGE_BLURRED\",\"pointer\":\"x\"}]} | /reasons/0/pointer | POINTER_INVALID",
                "{\"outcome\":\"REJECTED\",\"reasons\":[{\"code\":\"IMAGE_BLURRED\",\"pointer\":\"/a\\u0007\"}]} | /reasons/0/pointer | POINTER_INVALID",
                "{\"outcome\":\"REJECTED\",\"reasons\":[{\"code\":\"IMAGE_BLURRED\",\"pointer\":\"/a\\u0000\"}]} | /reasons/0/pointer | FIELD_HAS_CONTROL_CHARACTERS",
                "{\"outcome\":\"REJECTED\",\"reasons\":[{\"code\":\"IMAGE_BLURRED\",\"pointer\":\"\",\"note\":\"\\u0000\"}]} | /reasons/0/note | FIELD_HAS_CONTROL_CHARACTERS",
                "{\"outcome\":\"REJECTED\",\"reasons\":[{\"code\":\"IMAGE_BLURRED\",\"pointer\":\"\",\"internalNote\":\"\\u001b\"}]} | /reasons/0/internalNote | FIELD_HAS_CONTROL_CHARACTERS",
                "{\"outcome\":\"SUPPLEMENT_REQUESTED\",\"items\":[{\"code\":\"MATERIAL_INSUFFICIENT\",\"pointer\":\"/\\u0007\"}]} | /items/0/pointer | POINTER_INVALID",
                "{\"outcome\":\"SUPPLEMENT_REQUESTED\",\"items\":[{\"code\":\"MATERIAL_INSUFFICIENT\",\"pointer\":\"\",\"note\":\"\\u0007\"}]} | /items/0/note | FIELD_HAS_CONTROL_CHARACTERS",
                "{\"outcome\":\"REJECTED\",\"reasons\":[{\"code\":\"IMAGE_BLURRED\",\"pointer\":\"\"},{\"code\":\"IMAGE_BLURRED\",\"pointer\":\"/company/nam\"}]} | /reasons/1/pointer | POINTER_UNKNOWN",
                "{\"outcome\":\"REJECTED\",\"reasons\":[{\"code\":\"LETTER_UNSIGNED\",\"pointer\":\"/letter/documentId\"}]} | /reasons/0/pointer | POINTER_UNKNOWN",
                "{\"outcome\":\"SUPPLEMENT_REQUESTED\",\"items\":[{\"code\":\"MATERIAL_INSUFFICIENT\",\"pointer\":\"/moreMaterial/x\"}]} | /items/0/pointer | POINTER_UNKNOWN",
                "{\"outcome\":\"APPROVED\"                                                          | ''                 | JSON_MALFORMED",
            })
    void rejects_a_malformed_decision(String body, String pointer, String code) {
        long workOrder = claimed("reviewer-a");

        Api.decide("reviewer-a", workOrder, body)
                .then()
                .statusCode(400)
                .body("code", equalTo("VALIDATION_FAILED"))
                .body("errors.pointer", hasItems(pointer))
                .body("errors.code", hasItems(code));
        Api.review("reviewer-a", workOrder).then().body("status", equalTo("CLAIMED"));
    }

    @Test
    void rejects_an_empty_oversized_or_foreign_body() {
        long workOrder = claimed("reviewer-a");
        String huge = "{\"outcome\":\"APPROVED\",\"x\":\"" + "y".repeat(300_000) + "\"}";

        Api.as("reviewer-a")
                .contentType(ContentType.JSON)
                .post("/v1/reviews/{workOrder}/decision", workOrder)
                .then()
                .statusCode(400);
        Api.decide("reviewer-a", workOrder, huge).then().statusCode(413);
        Api.as("reviewer-a")
                .contentType(ContentType.TEXT)
                .body(APPROVAL)
                .post("/v1/reviews/{workOrder}/decision", workOrder)
                .then()
                .statusCode(415);
        String longNote = REJECTION.replace("疑似翻拍", "长".repeat(1_001));
        Api.decide("reviewer-a", workOrder, longNote)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/reasons/0/internalNote"))
                .body("errors[0].code", equalTo("FIELD_TOO_LONG"));
    }

    @Test
    void rejects_more_than_fifty_reasons() {
        long workOrder = claimed("reviewer-a");
        String reason = "{\"code\":\"IMAGE_BLURRED\",\"pointer\":\"/company/certificate\"}";
        String reasons = String.join(",", Collections.nCopies(51, reason));

        Api.decide("reviewer-a", workOrder, "{\"outcome\":\"REJECTED\",\"reasons\":[" + reasons + "]}")
                .then()
                .statusCode(400)
                .body("errors.pointer", equalTo(List.of("/reasons")))
                .body("errors.code", equalTo(List.of("TOO_MANY_ITEMS")));
    }

    @Test
    void rejects_pointers_of_any_length_without_failing() {
        long workOrder = claimed("reviewer-a");

        for (String pointer : List.of("/" + "x".repeat(100_000), "/x".repeat(50_000), "/" + "~0".repeat(50_000))) {
            Api.decide("reviewer-a", workOrder, REJECTION.replace("/company/creditCode", pointer))
                    .then()
                    .statusCode(400)
                    .body("errors.pointer", equalTo(List.of("/reasons/1/pointer")))
                    .body("errors.code", equalTo(List.of("FIELD_TOO_LONG")));
        }
    }

    @Test
    void accepts_line_breaks_and_tabs_in_notes() {
        long workOrder = claimed("reviewer-a");

        Api.decide("reviewer-a", workOrder, REJECTION.replace("疑似翻拍", "一\\n\\t二"))
                .then()
                .statusCode(200)
                .body("reasons[0].internalNote", equalTo("一\n\t二"));
    }

    @Test
    void answers_404_when_deciding_an_unknown_review() {
        Api.decide("reviewer-a", 9, APPROVAL).then().statusCode(404).body("code", equalTo("REVIEW_NOT_FOUND"));
        Api.as("reviewer-a").get("/v1/reviews/9/decision").then().statusCode(404);
    }

    @Test
    void fires_no_timer_after_the_decision() {
        for (int round = 0; round < 15; round++) {
            long workOrder = claimed("reviewer-a");
            CompletableFuture<Integer> due = CompletableFuture.supplyAsync(() -> Api.update(
                    "update timer set due_at = now() where owner_type = 'review' and state = 'ARMED' and owner_id = "
                            + workOrder));

            Api.decide("reviewer-a", workOrder, APPROVAL).then().statusCode(200);
            due.join();

            assertThat(Api.count("select count(*) from timer where state = 'ARMED' and owner_id = " + workOrder))
                    .isZero();
            assertThat(Api.count(
                            "select count(*) from timer where owner_type = 'review' and state = 'FIRED' and owner_id = "
                                    + workOrder))
                    .isEqualTo(Api.count("select num_nonnulls(warned_at, breached_at, escalated_at) from review"
                            + " where work_order = " + workOrder))
                    .isEqualTo(Api.count(
                            "select count(*) from outbox where type like 'zizhi.review.sla%' and aggregate_id = '"
                                    + workOrder + "'"));
        }
    }

    private static io.restassured.response.Response notes(long workOrder) {
        return Api.asService("qualification-service").get("/internal/v1/reviews/{workOrder}/notes", workOrder);
    }

    private static void refused(String user, long workOrder, String body, String code) {
        Api.decide(user, workOrder, body).then().statusCode(409).body("code", equalTo(code));
    }

    private static ValidatableResponse stands(String user, long workOrder, String body) {
        return Api.decide(user, workOrder, body).then().statusCode(409).body("code", equalTo("REVIEW_DECIDED"));
    }

    private static long opened() {
        return Api.opened(Submitted.at(Instant.parse("2099-03-02T02:00:00Z")));
    }

    private static long claimed(String user) {
        long workOrder = opened();
        Api.claim(user, workOrder).then().statusCode(200);
        return workOrder;
    }
}
