package io.zizhi.review.decision.undo;

import static io.zizhi.platform.testkit.Waits.await;
import static io.zizhi.review.Decisions.APPROVAL;
import static io.zizhi.review.Decisions.REJECTION;
import static io.zizhi.review.Decisions.claimed;
import static io.zizhi.review.Decisions.company;
import static io.zizhi.review.Decisions.confirm;
import static io.zizhi.review.Decisions.institution;
import static io.zizhi.review.Decisions.proposed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.zizhi.contracts.EventType;
import io.zizhi.contracts.OwnerType;
import io.zizhi.contracts.QualificationSubmitted;
import io.zizhi.contracts.QualificationUrged;
import io.zizhi.contracts.QualificationWithdrawn;
import io.zizhi.contracts.ReviewDecided;
import io.zizhi.contracts.ReviewOutcome;
import io.zizhi.contracts.ReviewReopened;
import io.zizhi.contracts.SlaRescheduled;
import io.zizhi.platform.http.problem.ProblemException;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.testkit.EventBus;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.platform.testkit.Reactive;
import io.zizhi.review.Api;
import io.zizhi.review.Decisions;
import io.zizhi.review.DeskSettings;
import io.zizhi.review.QualificationStub;
import io.zizhi.review.Submitted;
import io.zizhi.review.decision.making.DecideReview;
import io.zizhi.review.decision.making.DecisionRequest;
import io.zizhi.review.worklist.claim.ClaimReview;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A desk with an undo window of ten minutes and a second reviewer for public institutions. */
@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
@WithTestResource(QualificationStub.class)
class UndoComponentTest {

    @Inject
    ClaimReview claimReview;

    @Inject
    DecideReview decideReview;

    @Inject
    UndoDecision undoDecision;

    @BeforeEach
    void give_time_to_undo() {
        DeskSettings.undoWindow(Duration.ofMinutes(10));
        DeskSettings.fourEyes(OwnerType.PUBLIC_INSTITUTION, false);
    }

    @Test
    void publishes_a_decision_when_the_undo_window_ends() {
        long workOrder = decided("reviewer-a", REJECTION);
        Api.review("supervisor", workOrder)
                .then()
                .body("status", equalTo("DECIDED"))
                .body("undoUntil", notNullValue());
        assertThat(published(workOrder, "zizhi.review.decided.v1")).isZero();
        assertThat(figures(workOrder)).isEmpty();

        endWindow(workOrder);

        var decided = (ReviewDecided) EventBus.await(EventType.REVIEW_DECIDED, Long.toString(workOrder));
        assertThat(decided.reasons()).extracting("code").containsExactly("IMAGE_BLURRED");
        assertThat(decided.reviewerId()).isEqualTo("reviewer-a");
        Api.review("supervisor", workOrder)
                .then()
                .body("undoUntil", nullValue())
                .body("decidedAt", equalTo(decided.decidedAt().toString()));
        assertThat(figures(workOrder)).containsExactly("reviewer-a REJECTED IMAGE_BLURRED t");
        undo("reviewer-a", workOrder).then().statusCode(409).body("code", equalTo("UNDO_TOO_LATE"));
        assertThat(published(workOrder, "zizhi.review.decided.v1")).isEqualTo(1);
    }

    @Test
    void never_publishes_an_undone_decision() {
        long workOrder = decided("reviewer-a", REJECTION);

        undo("reviewer-a", workOrder)
                .then()
                .statusCode(200)
                .body("status", equalTo("OPEN"))
                .body("outcome", nullValue())
                .body("decidedAt", nullValue())
                .body("undoUntil", nullValue());
        undo("reviewer-a", workOrder).then().statusCode(200).body("status", equalTo("OPEN"));
        undo("supervisor", workOrder).then().statusCode(409).body("code", equalTo("NOTHING_DECIDED"));

        ReviewReopened reopened = reopened(workOrder);
        assertThat(reopened.reopenedBy()).isEqualTo("reviewer-a");
        assertThat(reopened.bySupervisor()).isFalse();
        assertThat(Api.texts("select kind from timer where owner_type = 'review' and state = 'ARMED' and owner_id = "
                        + workOrder + " order by due_at"))
                .containsExactly("WARN", "BREACH", "ESCALATE");
        assertThat(Api.count("select count(*) from timer where owner_type = 'review-publication' and state = 'ARMED'"
                        + " and owner_id = " + workOrder))
                .isZero();
        Api.as("reviewer-a")
                .get("/v1/reviews/{workOrder}/decision", workOrder)
                .then()
                .statusCode(404)
                .body("code", equalTo("DECISION_NOT_FOUND"));

        Api.claim("reviewer-b", workOrder).then().statusCode(200);
        Api.decide("reviewer-b", workOrder, APPROVAL).then().statusCode(200);
        endWindow(workOrder);

        var decided = (ReviewDecided) EventBus.await(EventType.REVIEW_DECIDED, Long.toString(workOrder));
        assertThat(decided.outcome()).isEqualTo(ReviewOutcome.APPROVED);
        undone(workOrder)
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].reasons[0].internalNote", equalTo("疑似翻拍"))
                .body("items[0].undoneBy", equalTo("reviewer-a"));
        assertThat(Api.texts("select action from audit_entry where action not like '%.viewed' and object_id = '"
                        + workOrder + "' order by sequence"))
                .containsExactly(
                        "review.claimed", "review.decided", "review.reopened", "review.claimed", "review.decided");
        assertThat(Api.count("select count(*) from undone_decision where work_order = " + workOrder
                        + " and position(convert_to('翻拍', 'UTF8') in findings) > 0"))
                .isZero();
    }

    @Test
    void fires_missed_stages_after_an_undo() {
        long workOrder = decided("reviewer-a", APPROVAL);
        Api.update("update review set warn_at = now() - interval '1 minute', warned_at = null where work_order = "
                + workOrder);

        undo("supervisor", workOrder).then().statusCode(200);

        EventBus.await(EventType.SLA_WARNED, Long.toString(workOrder));
    }

    @Test
    void recomputes_the_clock_after_an_undo() {
        long workOrder = decided("reviewer-a", APPROVAL);
        Api.update("update review set clock_revision = 0, due_at = due_at + interval '1 hour' where work_order = "
                + workOrder);

        undo("supervisor", workOrder).then().statusCode(200).body("dueAt", equalTo("2099-03-02T04:00:00Z"));

        var published = (SlaRescheduled) EventBus.await(EventType.SLA_RESCHEDULED, Long.toString(workOrder));
        assertThat(published.dueAt()).isEqualTo(Instant.parse("2099-03-02T04:00:00Z"));
        assertThat(armed(workOrder, "BREACH")).containsExactly("2099-03-02 04:00");
        Api.as("supervisor")
                .get("/v1/reviews/{workOrder}/clock", workOrder)
                .then()
                .statusCode(200)
                .body("steps.kind", contains("RESCHEDULED"))
                .body("steps[0].before.dueAt", equalTo("2099-03-02T13:00:00+08:00"))
                .body("steps[0].after.dueAt", equalTo("2099-03-02T12:00:00+08:00"));
    }

    @Test
    void keeps_an_urge_from_the_undo_window() {
        QualificationSubmitted submission = Submitted.at(Instant.parse("2099-03-02T02:00:00Z"));
        long workOrder = decided("reviewer-a", submission, APPROVAL);
        EventBus.publish(
                new QualificationUrged(submission.qualificationId(), workOrder, submission.accountId(), Instant.now()),
                2);
        await().until(() ->
                Api.count("select count(*) from review where urged_at is not null and work_order = " + workOrder) == 1);

        undo("reviewer-a", workOrder).then().statusCode(200).body("urgedAt", notNullValue());
    }

    private static List<String> armed(long workOrder, String kind) {
        return Api.texts("select to_char(due_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI') from timer"
                + " where owner_type = 'review' and state = 'ARMED' and kind = '" + kind + "' and owner_id = "
                + workOrder);
    }

    @Test
    void lets_the_second_reviewer_undo_a_confirmed_decision() {
        long workOrder = claimed("reviewer-a", institution());
        proposed("reviewer-a", workOrder, APPROVAL);
        undo("reviewer-a", workOrder).then().statusCode(409).body("code", equalTo("NOTHING_DECIDED"));
        Api.claim("reviewer-b", workOrder).then().statusCode(200);
        confirm("reviewer-b", workOrder).then().statusCode(200);

        undo("reviewer-b", workOrder).then().statusCode(200).body("status", equalTo("OPEN"));

        assertThat(reopened(workOrder).bySupervisor()).isFalse();
        undone(workOrder)
                .then()
                .body("items[0].reviewerId", equalTo("reviewer-a"))
                .body("items[0].confirmerId", equalTo("reviewer-b"));
        assertThat(published(workOrder, "zizhi.review.decided.v1")).isZero();
    }

    @Test
    void undoes_decisions_more_than_once() {
        long workOrder = decided("reviewer-a", APPROVAL);
        undo("reviewer-a", workOrder).then().statusCode(200);
        Api.claim("reviewer-a", workOrder).then().statusCode(200);
        Api.decide("reviewer-a", workOrder, REJECTION).then().statusCode(200);
        undo("supervisor", workOrder).then().statusCode(200);

        assertThat(EventBus.await(EventType.REVIEW_REOPENED, Long.toString(workOrder), 2))
                .extracting(event -> ((ReviewReopened) event).bySupervisor())
                .containsExactly(false, true);
        undone(workOrder)
                .then()
                .body("items.number", contains(2, 1))
                .body("items.outcome", contains("REJECTED", "APPROVED"));
    }

    @Test
    void refuses_an_undo_by_others() {
        long workOrder = decided("reviewer-a", APPROVAL);

        undo("reviewer-b", workOrder).then().statusCode(403).body("code", equalTo("NOT_DECIDER"));
        undo("reviewer-a", 9).then().statusCode(404);
        Api.review("supervisor", workOrder).then().body("status", equalTo("DECIDED"));
    }

    @Test
    void refuses_an_undo_by_conflicted_staff() {
        String account = "account-" + UUID.randomUUID();
        Caller reviewer = new Caller("reviewer-of-" + account, account, Set.of(Roles.REVIEWER));
        QualificationSubmitted submission = company();
        long workOrder = Api.opened(submission);
        DecisionRequest approval = new DecisionRequest(ReviewOutcome.APPROVED, null, null, null);
        Reactive.run(() -> claimReview.claim(workOrder, reviewer));
        Reactive.run(() -> decideReview.decide(workOrder, approval, reviewer));

        Api.verified(account, submission.creditCode());

        assertThatThrownBy(() -> Reactive.run(() -> undoDecision.undo(workOrder, reviewer)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.code()).isEqualTo("REVIEWER_CONFLICTED"));
        Api.review("supervisor", workOrder).then().body("status", equalTo("DECIDED"));
    }

    @Test
    void never_publishes_a_decision_after_withdrawal() {
        QualificationSubmitted submission = Submitted.at(Instant.now());
        long workOrder = decided("reviewer-a", submission, APPROVAL);

        EventBus.publish(
                new QualificationWithdrawn(
                        submission.qualificationId(), workOrder, submission.accountId(), Instant.now()),
                2);

        EventBus.await(EventType.REVIEW_CANCELLED, Long.toString(workOrder));
        Api.review("reviewer-a", workOrder)
                .then()
                .body("status", equalTo("DECIDED"))
                .body("supersededAt", notNullValue())
                .body("undoUntil", nullValue());
        undo("reviewer-a", workOrder).then().statusCode(409).body("code", equalTo("REVIEW_SUPERSEDED"));
        assertThat(Api.count("select count(*) from timer where state = 'ARMED' and owner_id = " + workOrder))
                .isZero();
        assertThat(published(workOrder, "zizhi.review.decided.v1")).isZero();
    }

    @Test
    void lets_either_undo_or_publication_win() {
        for (int round = 0; round < 10; round++) {
            long workOrder = decided("reviewer-a", APPROVAL);
            int status = Api.atOnce(List.<Callable<Integer>>of(
                            () -> undo("reviewer-a", workOrder).statusCode(), () -> {
                                endWindow(workOrder);
                                return 0;
                            }))
                    .getFirst();

            if (status == 200) {
                assertThat(published(workOrder, "zizhi.review.reopened.v1")).isEqualTo(1);
                assertThat(published(workOrder, "zizhi.review.decided.v1")).isZero();
            } else {
                assertThat(status).isEqualTo(409);
                await().atMost(Duration.ofSeconds(30))
                        .until(() -> published(workOrder, "zizhi.review.decided.v1") == 1);
                assertThat(published(workOrder, "zizhi.review.reopened.v1")).isZero();
            }
        }
    }

    private static ReviewReopened reopened(long workOrder) {
        return (ReviewReopened) EventBus.await(EventType.REVIEW_REOPENED, Long.toString(workOrder));
    }

    private static long decided(String user, String decision) {
        return decided(user, company(), decision);
    }

    private static long decided(String user, QualificationSubmitted submission, String decision) {
        long workOrder = claimed(user, submission);
        Decisions.decided(user, workOrder, decision);
        return workOrder;
    }

    /** Locks the row before the timer, as all writers do. */
    private static void endWindow(long workOrder) {
        Api.update("update review set undo_until = clock_timestamp() where undo_until is not null and work_order = "
                + workOrder);
        Api.update("update timer set due_at = clock_timestamp() where owner_type = 'review-publication'"
                + " and state = 'ARMED' and owner_id = " + workOrder);
    }

    private static Response undo(String user, long workOrder) {
        return Api.as(user).post("/v1/reviews/{workOrder}/undo", workOrder);
    }

    private static Response undone(long workOrder) {
        return Api.as("supervisor").get("/v1/reviews/{workOrder}/undone-decisions", workOrder);
    }

    private static List<String> figures(long workOrder) {
        return Api.texts("select concat_ws(' ', reviewer_id, outcome, array_to_string(codes, '+'), decided_at ="
                + " (select decided_at from decision where work_order = " + workOrder + "))"
                + " from decision_figure where work_order = " + workOrder);
    }

    private static long published(long workOrder, String type) {
        return Api.count(
                "select count(*) from outbox where type = '" + type + "' and aggregate_id = '" + workOrder + "'");
    }
}
