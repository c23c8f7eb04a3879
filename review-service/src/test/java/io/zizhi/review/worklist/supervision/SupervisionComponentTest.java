package io.zizhi.review.worklist.supervision;

import static io.zizhi.platform.testkit.Waits.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.zizhi.contracts.EventType;
import io.zizhi.contracts.ExtensionReason;
import io.zizhi.contracts.QualificationUrged;
import io.zizhi.contracts.ReviewReassigned;
import io.zizhi.contracts.SlaExtended;
import io.zizhi.platform.testkit.EventBus;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.review.Api;
import io.zizhi.review.QualificationStub;
import io.zizhi.review.Submitted;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
@WithTestResource(QualificationStub.class)
class SupervisionComponentTest {

    /** A morning of an ordinary week, so far ahead that nothing is due. */
    private static final Instant MORNING = Instant.parse("2094-03-02T02:00:00Z");

    private static final String TO_QUEUE = "{\"toQueue\":true,\"reason\":\"absence\"}";

    @Test
    void reassigns_a_review_to_another_reviewer() {
        long workOrder = Api.opened(Submitted.at(MORNING));
        String from = claimed("reviewer-a", workOrder);

        Api.as("reviewer-b").get("/v1/reviews/counts").then().statusCode(200);
        reassign(workOrder, "{\"reviewerId\":\"reviewer-b\",\"reason\":\"absence\"}")
                .then()
                .statusCode(200)
                .body("status", equalTo("CLAIMED"))
                .body("reviewerId", equalTo("reviewer-b"));

        ReviewReassigned published =
                (ReviewReassigned) EventBus.await(EventType.REVIEW_REASSIGNED, Long.toString(workOrder));
        assertThat(published.fromReviewerId()).isEqualTo(from);
        assertThat(published.toReviewerId()).isEqualTo("reviewer-b");
        assertThat(published.leaseEndsAt()).isAfter(Instant.now().plus(Duration.ofMinutes(50)));
        Api.as("reviewer-a")
                .post("/v1/reviews/{workOrder}/heartbeat", workOrder)
                .then()
                .statusCode(409)
                .body("code", equalTo("LEASE_REQUIRED"));
        assertThat(leaseTimers(workOrder)).isEqualTo(1);
        assertThat(Api.texts("select action from audit_entry where object_id = '" + workOrder + "' order by sequence"))
                .containsExactly("review.claimed", "review.reassigned");
        Api.as("auditor")
                .get("/v1/reviews/{workOrder}/audit-trail", workOrder)
                .then()
                .body("items[1].reason", equalTo("absence"))
                .body("items[1].recipient", equalTo("reviewer-b"))
                .body("items[0].recipient", equalTo(from));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody-at-all", "applicant-a", "auditor"})
    void refuses_to_reassign_a_review_to_others_than_reviewers(String person) {
        long workOrder = Api.opened(Submitted.at(MORNING));

        reassign(workOrder, "{\"reviewerId\":\"" + person + "\",\"reason\":\"absence\"}")
                .then()
                .statusCode(409)
                .body("code", equalTo("ASSIGNEE_UNKNOWN"));

        assertThat(reassignments(workOrder)).isZero();
    }

    @Test
    void returns_a_review_to_the_queue_once() {
        long workOrder = Api.opened(Submitted.at(MORNING));
        claimed("reviewer-a", workOrder);

        for (int call = 0; call < 2; call++) {
            reassign(workOrder, TO_QUEUE)
                    .then()
                    .statusCode(200)
                    .body("status", equalTo("OPEN"))
                    .body("$", not(hasKey("reviewerId")));
        }

        assertThat(reassignments(workOrder)).isEqualTo(1);
        assertThat(leaseTimers(workOrder)).isZero();
        Api.claim("reviewer-b", workOrder).then().statusCode(200);
    }

    @Test
    void publishes_nothing_when_assigned_to_its_holder() {
        long workOrder = Api.opened(Submitted.at(MORNING));
        String holder = claimed("reviewer-a", workOrder);

        reassign(workOrder, "{\"reviewerId\":\"" + holder + "\",\"reason\":\"absence\"}")
                .then()
                .statusCode(200);

        assertThat(reassignments(workOrder)).isZero();
    }

    @Test
    void refuses_to_reassign_or_extend_a_decided_review() {
        long workOrder = Api.opened(Submitted.at(MORNING));
        claimed("reviewer-a", workOrder);
        Api.decide("reviewer-a", workOrder, "{\"outcome\":\"APPROVED\"}").then().statusCode(200);

        reassign(workOrder, TO_QUEUE).then().statusCode(409).body("code", equalTo("REVIEW_DECIDED"));
        extend(workOrder, dueAt(workOrder), 1, "OPEN_HOURS")
                .then()
                .statusCode(409)
                .body("code", equalTo("REVIEW_DECIDED"));
    }

    @Test
    void moves_all_instants_and_timers_on_extension() {
        long workOrder = Api.opened(Submitted.at(MORNING));
        assertThat(dueAt(workOrder)).isEqualTo(MORNING.plus(Duration.ofHours(2)));

        extend(workOrder, dueAt(workOrder), 2, "OPEN_HOURS")
                .then()
                .statusCode(200)
                .body("dueAt", equalTo("2094-03-02T06:00:00Z"))
                .body("warnAt", equalTo("2094-03-02T05:00:00Z"))
                .body("escalateAt", equalTo("2094-03-02T08:00:00Z"))
                .body("extensionReason", equalTo("EXTERNAL_VERIFICATION"));

        SlaExtended published = (SlaExtended) EventBus.await(EventType.SLA_EXTENDED, Long.toString(workOrder));
        assertThat(published.dueAt()).isEqualTo(MORNING.plus(Duration.ofHours(4)));
        assertThat(published.reason()).isEqualTo(ExtensionReason.EXTERNAL_VERIFICATION);
        assertThat(Api.texts("select kind || ' ' || cycle || ' ' || to_char(due_at at time zone 'UTC', 'HH24:MI')"
                        + " from timer where owner_type = 'review' and state = 'ARMED' and owner_id = " + workOrder
                        + " order by due_at"))
                .containsExactly("WARN 2 05:00", "BREACH 2 06:00", "ESCALATE 2 08:00");
    }

    @Test
    void extends_once_per_call_and_adds_up_different_calls() {
        long workOrder = Api.opened(Submitted.at(MORNING));
        Instant seen = dueAt(workOrder);
        extend(workOrder, seen, 1, "OPEN_HOURS").then().statusCode(200);

        extend(workOrder, seen, 1, "OPEN_HOURS").then().statusCode(409).body("code", equalTo("DUE_TIME_MOVED"));
        extend(workOrder, dueAt(workOrder), 1, "OPEN_DAYS")
                .then()
                .statusCode(200)
                .body("dueAt", equalTo("2094-03-03T05:00:00Z"));
        extend(workOrder, dueAt(workOrder), 100, "OPEN_DAYS")
                .then()
                .statusCode(409)
                .body("code", equalTo("EXTENSION_TOO_LONG"));
    }

    @Test
    void explains_extensions_and_urging() {
        var submission = Submitted.at(MORNING);
        long workOrder = Api.opened(submission);
        extend(workOrder, dueAt(workOrder), 2, "OPEN_HOURS").then().statusCode(200);
        extend(workOrder, dueAt(workOrder), 1, "OPEN_DAYS").then().statusCode(200);
        EventBus.publish(
                new QualificationUrged(
                        submission.qualificationId(),
                        workOrder,
                        submission.accountId(),
                        Instant.now().plusSeconds(60)),
                2);
        await().untilAsserted(() -> Api.review("supervisor", workOrder).then().body("$", hasKey("urgedAt")));

        Api.as("auditor")
                .get("/v1/reviews/{workOrder}/clock", workOrder)
                .then()
                .statusCode(200)
                .body("computation.targetSeconds", equalTo(7_200))
                .body("computation.extendedSeconds", equalTo(50_400))
                .body("computation.opens", equalTo("09:00"))
                .body("days.date", contains("2094-03-02", "2094-03-03", "2094-03-04"))
                .body("days.open", contains(true, true, true))
                .body("stages[1].at", equalTo("2094-03-03T14:00:00+08:00"))
                .body("steps.kind", contains("EXTENDED", "EXTENDED", "URGED"))
                .body("steps[0].by", equalTo("supervisor"))
                .body("steps[0].addedSeconds", equalTo(7_200))
                .body("steps[0].reason", equalTo("EXTERNAL_VERIFICATION"))
                .body("steps[0].before.dueAt", equalTo("2094-03-02T12:00:00+08:00"))
                .body("steps[0].after.dueAt", equalTo("2094-03-02T14:00:00+08:00"))
                .body("steps[1].before.dueAt", equalTo("2094-03-02T14:00:00+08:00"))
                .body("steps[1].after.dueAt", equalTo("2094-03-03T14:00:00+08:00"))
                .body("steps[1].after.policy", equalTo("STANDARD"));
    }

    @Test
    void clears_the_breach_when_extended_into_the_future() {
        Instant longAgo = Instant.now().minus(Duration.ofDays(20)).truncatedTo(ChronoUnit.MICROS);
        long workOrder = Api.opened(Submitted.at(longAgo));
        await().until(() -> Api.count("select count(escalated_at) from review where work_order = " + workOrder) == 1);

        extend(workOrder, dueAt(workOrder), 50, "OPEN_DAYS")
                .then()
                .statusCode(200)
                .body("$", not(hasKey("breachedAt")))
                .body("$", not(hasKey("escalatedAt")));

        assertThat(Api.count(
                        "select count(*) from timer where owner_type = 'review' and state = 'ARMED' and owner_id = "
                                + workOrder))
                .isEqualTo(3);
    }

    @Test
    void shows_and_filters_urged_reviews() {
        var submission = Submitted.at(MORNING);
        long workOrder = Api.opened(submission);
        long other = Api.opened(Submitted.at(MORNING));
        Api.update(
                "update review set policy = 'POLICY-OF-URGED' where work_order in (" + workOrder + "," + other + ")");

        EventBus.publish(
                new QualificationUrged(
                        submission.qualificationId(), workOrder, submission.accountId(), MORNING.plusSeconds(1500)),
                2);

        await().untilAsserted(() ->
                Api.review("supervisor", workOrder).then().body("urgedAt", equalTo("2094-03-02T02:25:00Z")));
        Api.as("reviewer-a")
                .get("/v1/reviews?policy=POLICY-OF-URGED&urged=true")
                .then()
                .body("items.size()", equalTo(1))
                .body("items[0].workOrder", equalTo((int) workOrder));
        Api.as("reviewer-a")
                .get("/v1/reviews/counts?policy=POLICY-OF-URGED")
                .then()
                .body("urged", equalTo(1))
                .body("unfinished", equalTo(2));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "extension | {\"amount\":1,\"unit\":\"OPEN_HOURS\",\"reason\":\"HIGH_VOLUME\"} | /currentDueAt",
                "extension | {\"currentDueAt\":\"2094-03-02T04:00:00Z\",\"amount\":0,\"unit\":\"OPEN_HOURS\",\"reason\":\"HIGH_VOLUME\"} | /amount",
                "extension | {\"currentDueAt\":\"2094-03-02T04:00:00Z\",\"amount\":101,\"unit\":\"OPEN_HOURS\",\"reason\":\"HIGH_VOLUME\"} | /amount",
                "extension | {\"currentDueAt\":\"2094-03-02T04:00:00Z\",\"amount\":1,\"unit\":\"WEEKS\",\"reason\":\"HIGH_VOLUME\"} | /unit",
                "extension | {\"currentDueAt\":\"2094-03-02T04:00:00Z\",\"amount\":1,\"unit\":\"OPEN_HOURS\",\"reason\":\"LAZY\"} | /reason",
                "reassignment | {\"reviewerId\":\"a b\",\"reason\":\"absence\"} | /reviewerId",
                "reassignment | {\"reason\":\"absence\"} | /reviewerId",
                "reassignment | {\"toQueue\":false,\"reason\":\"absence\"} | /reviewerId",
                "reassignment | {\"reviewerId\":\"reviewer-b\",\"toQueue\":true,\"reason\":\"absence\"} | /reviewerId",
                "reassignment | {\"toQueue\":true} | /reason",
                "reassignment | {} | /reason",
            })
    void rejects_an_invalid_request_with_its_pointer(String act, String body, String pointer) {
        long workOrder = Api.opened(Submitted.at(MORNING));

        act(workOrder, act, body).then().statusCode(400).body("errors[0].pointer", equalTo(pointer));
    }

    private static String claimed(String user, long workOrder) {
        return Api.claim(user, workOrder).then().statusCode(200).extract().path("reviewerId");
    }

    private static Instant dueAt(long workOrder) {
        return Instant.parse(Api.review("supervisor", workOrder)
                .then()
                .statusCode(200)
                .extract()
                .path("dueAt"));
    }

    private static long leaseTimers(long workOrder) {
        return Api.count(
                "select count(*) from timer where owner_type = 'review-lease' and state = 'ARMED' and owner_id = "
                        + workOrder);
    }

    private static long reassignments(long workOrder) {
        return Api.count("select count(*) from outbox where type = 'zizhi.review.reassigned.v1' and aggregate_id = '"
                + workOrder + "'");
    }

    private static Response reassign(long workOrder, String body) {
        return act(workOrder, "reassignment", body);
    }

    private static Response extend(long workOrder, Instant seen, int amount, String unit) {
        return act(
                workOrder,
                "extension",
                "{\"currentDueAt\":\"" + seen + "\",\"amount\":" + amount + ",\"unit\":\"" + unit
                        + "\",\"reason\":\"EXTERNAL_VERIFICATION\"}");
    }

    private static Response act(long workOrder, String act, String body) {
        return Api.as("supervisor")
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/reviews/{workOrder}/" + act, workOrder);
    }
}
