package io.zizhi.review.decision.proposal;

import static io.zizhi.platform.testkit.Waits.await;
import static io.zizhi.review.Decisions.APPROVAL;
import static io.zizhi.review.Decisions.REJECTION;
import static io.zizhi.review.Decisions.claimed;
import static io.zizhi.review.Decisions.confirm;
import static io.zizhi.review.Decisions.institution;
import static io.zizhi.review.Decisions.proposed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import io.zizhi.contracts.AuthorizationLetterSubmitted;
import io.zizhi.contracts.DecisionProposed;
import io.zizhi.contracts.DecisionReturned;
import io.zizhi.contracts.EventType;
import io.zizhi.contracts.OwnerType;
import io.zizhi.contracts.QualificationSubmitted;
import io.zizhi.contracts.QualificationWithdrawn;
import io.zizhi.contracts.ReviewDecided;
import io.zizhi.contracts.ReviewOutcome;
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
import io.zizhi.review.worklist.claim.ClaimReview;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A desk whose policy requires a second reviewer for public institutions and for overturns. */
@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
@WithTestResource(QualificationStub.class)
class FourEyesComponentTest {

    private static final String REJECTION_WITHOUT_LETTER =
            REJECTION.replace("\"outcome\"", "\"letterOutcome\":\"APPROVED\",\"outcome\"");

    private static final String LETTER_REJECTION =
            "{\"outcome\":\"REJECTED\",\"reasons\":[{\"code\":\"LETTER_UNSIGNED\",\"pointer\":\"/documentId\"}]}";

    @Inject
    ClaimReview claimReview;

    @Inject
    ConfirmProposal confirmProposal;

    @Inject
    ReturnProposal returnProposal;

    @Inject
    MeterRegistry metrics;

    @Inject
    CircuitBreakerMaintenance breakers;

    @BeforeEach
    void switch_both_kinds_on() {
        breakers.resetAll();
        DeskSettings.fourEyes(OwnerType.PUBLIC_INSTITUTION, true);
    }

    @Test
    void waits_until_a_second_reviewer_confirms() {
        long workOrder = claimed("reviewer-a", institution());

        proposed("reviewer-a", workOrder, REJECTION)
                .body("reviewerId", equalTo("reviewer-a"))
                .body("reasons[0].internalNote", equalTo("疑似翻拍"))
                .body("decidedAt", nullValue());

        var published = (DecisionProposed) EventBus.await(EventType.DECISION_PROPOSED, Long.toString(workOrder));
        assertThat(published.proposerId()).isEqualTo("reviewer-a");
        assertThat(decisions(workOrder)).isZero();
        assertThat(Api.count("select count(*) from timer where owner_type = 'review' and state = 'ARMED'"
                        + " and owner_id = " + workOrder))
                .isEqualTo(3);
        assertThat(Api.count("select count(*) from proposal where work_order = " + workOrder
                        + " and position(convert_to('看不清', 'UTF8') in findings) > 0"))
                .isZero();
        Api.asService("qualification-service")
                .get("/internal/v1/reviews/{workOrder}/notes", workOrder)
                .then()
                .statusCode(404);

        Api.claim("reviewer-b", workOrder).then().statusCode(200).body("status", equalTo("PROPOSED"));
        Api.asService("document-service")
                .get("/internal/v1/claims?reviewerId=reviewer-b&documentId={id}", Submitted.documentOf(workOrder))
                .then()
                .statusCode(200);
        String first = confirm("reviewer-b", workOrder)
                .then()
                .statusCode(200)
                .body("status", equalTo("DECIDED"))
                .body("reviewerId", equalTo("reviewer-a"))
                .body("confirmerId", equalTo("reviewer-b"))
                .body("reasons[0].note", equalTo("看不清"))
                .extract()
                .asString();

        var decided = (ReviewDecided) EventBus.await(EventType.REVIEW_DECIDED, Long.toString(workOrder));
        assertThat(decided.outcome()).isEqualTo(ReviewOutcome.REJECTED);
        assertThat(decided.reviewerId()).isEqualTo("reviewer-a");
        assertThat(confirm("reviewer-b", workOrder).asString()).isEqualTo(first);
        confirm("supervisor", workOrder).then().statusCode(409).body("code", equalTo("REVIEW_DECIDED"));
        Api.decide("reviewer-a", workOrder, REJECTION).then().statusCode(200).body("status", equalTo("DECIDED"));
        proposals(workOrder)
                .body("items.state", contains("CONFIRMED"))
                .body("items[0].secondId", equalTo("reviewer-b"));
        assertThat(Api.texts("select action from audit_entry where action not like '%.viewed' and object_id = '"
                        + workOrder + "' order by sequence"))
                .containsExactly(
                        "review.claimed", "review.proposed", "review.claimed", "document.opened", "review.confirmed");
        assertThat(Api.count("select count(*) from timer where state = 'ARMED' and owner_id = " + workOrder))
                .isZero();
    }

    @Test
    void refuses_claim_confirmation_and_return_by_the_proposer() {
        long workOrder = claimed("reviewer-a", institution());
        proposed("reviewer-a", workOrder, APPROVAL);

        Api.claim("reviewer-a", workOrder).then().statusCode(403).body("code", equalTo("REVIEWER_PROPOSED"));
        confirm("reviewer-a", workOrder).then().statusCode(403).body("code", equalTo("REVIEWER_PROPOSED"));
        sendBack("reviewer-a", workOrder, "x").then().statusCode(403);
        confirm("reviewer-b", workOrder).then().statusCode(409).body("code", equalTo("LEASE_REQUIRED"));
        assertThat(decisions(workOrder)).isZero();
    }

    @Test
    void answers_a_repeated_proposal_the_same() {
        long workOrder = claimed("reviewer-a", institution());
        String first = proposed("reviewer-a", workOrder, REJECTION).extract().asString();

        assertThat(proposed("reviewer-a", workOrder, REJECTION).extract().asString())
                .isEqualTo(first);
        Api.decide("reviewer-a", workOrder, APPROVAL)
                .then()
                .statusCode(409)
                .body("code", equalTo("REVIEW_PROPOSED"))
                .body("errors.code", contains("DECIDED_OTHERWISE"));
        Api.claim("reviewer-b", workOrder).then().statusCode(200);
        Api.decide("reviewer-b", workOrder, REJECTION)
                .then()
                .statusCode(409)
                .body("errors.code", contains("PROPOSED_BY_ANOTHER"));
        assertThat(Api.count("select count(*) from proposal where work_order = " + workOrder))
                .isEqualTo(1);
    }

    @Test
    void reopens_the_review_when_a_proposal_is_returned() {
        long workOrder = claimed("reviewer-a", institution());
        proposed("reviewer-a", workOrder, APPROVAL);
        Api.claim("reviewer-b", workOrder).then().statusCode(200);
        double confirmedBefore = checks("CONFIRMED");
        double returnedBefore = checks("RETURNED");

        sendBack("reviewer-b", workOrder, " 公章不清，请再看 ")
                .then()
                .statusCode(200)
                .body("state", equalTo("RETURNED"))
                .body("note", equalTo("公章不清，请再看"));
        sendBack("reviewer-b", workOrder, "公章不清，请再看").then().statusCode(200).body("state", equalTo("RETURNED"));
        sendBack("reviewer-b", workOrder, "另一个").then().statusCode(409).body("code", equalTo("NOTHING_PROPOSED"));

        var returned = (DecisionReturned) EventBus.await(EventType.DECISION_RETURNED, Long.toString(workOrder));
        assertThat(returned.returnedBy()).isEqualTo("reviewer-b");
        Api.review("supervisor", workOrder)
                .then()
                .body("status", equalTo("OPEN"))
                .body("proposerId", nullValue());
        assertThat(Api.count("select count(*) from proposal where work_order = " + workOrder
                        + " and position(convert_to('公章', 'UTF8') in note) > 0"))
                .isZero();

        Api.claim("reviewer-b", workOrder).then().statusCode(200);
        proposed("reviewer-b", workOrder, REJECTION);
        Api.claim("reviewer-a", workOrder).then().statusCode(200);
        confirm("reviewer-a", workOrder).then().statusCode(200).body("outcome", equalTo("REJECTED"));
        assertThat(checks("RETURNED")).isEqualTo(returnedBefore + 1);
        assertThat(checks("CONFIRMED")).isEqualTo(confirmedBefore + 1);
        assertThat(Api.texts("select reviewer_id from decision_figure where work_order = " + workOrder))
                .as("the figures are those of who proposed it")
                .containsExactly("reviewer-b");
        proposals(workOrder)
                .body("items.number", contains(2, 1))
                .body("items.state", contains("CONFIRMED", "RETURNED"))
                .body("items[1].note", equalTo("公章不清，请再看"));
    }

    @Test
    void requires_a_note_for_a_return() {
        long workOrder = claimed("reviewer-a", institution());
        proposed("reviewer-a", workOrder, APPROVAL);
        Api.claim("reviewer-b", workOrder).then().statusCode(200);

        sendBack("reviewer-b", workOrder, " ")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/note"))
                .body("errors.code", contains("FIELD_REQUIRED"));
        Api.review("reviewer-b", workOrder).then().body("status", equalTo("PROPOSED"));
    }

    @Test
    void returns_a_proposal_to_the_queue_on_release() {
        long workOrder = claimed("reviewer-a", institution());
        proposed("reviewer-a", workOrder, APPROVAL);
        Api.claim("reviewer-b", workOrder).then().statusCode(200);
        Api.as("reviewer-b")
                .post("/v1/reviews/{workOrder}/release", workOrder)
                .then()
                .statusCode(200);

        Api.as("reviewer-b")
                .get("/v1/reviews?status=PROPOSED&limit=100")
                .then()
                .statusCode(200)
                .body("items.workOrder", hasItem((int) workOrder))
                .body("items.find { it.workOrder == " + workOrder + " }.proposerId", equalTo("reviewer-a"));
        Api.claim("supervisor", workOrder).then().statusCode(200);
        confirm("supervisor", workOrder).then().statusCode(200);
    }

    @Test
    void hands_out_proposals_of_others_only() {
        long workOrder = claimed("reviewer-a", institution());
        proposed("reviewer-a", workOrder, APPROVAL);
        Api.update("update review set due_at = '2000-01-01' where work_order = " + workOrder);
        assertThat(Api.as("reviewer-a")
                        .get("/v1/reviews/counts")
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath()
                        .getLong("proposed"))
                .isPositive();

        next("reviewer-a").then().body("workOrder", not(equalTo((int) workOrder)));
        next("reviewer-b")
                .then()
                .statusCode(200)
                .body("workOrder", equalTo((int) workOrder))
                .body("status", equalTo("PROPOSED"))
                .body("reviewerId", equalTo("reviewer-b"));
        next("supervisor").then().body("workOrder", not(equalTo((int) workOrder)));
        confirm("reviewer-b", workOrder).then().statusCode(200);
    }

    @Test
    void assigns_a_proposal_to_anyone_but_its_proposer() {
        long workOrder = claimed("reviewer-a", institution());
        proposed("reviewer-a", workOrder, APPROVAL);

        Api.as("reviewer-b").get("/v1/reviews/counts").then().statusCode(200);
        reassign(workOrder, "reviewer-a").then().statusCode(409).body("code", equalTo("ASSIGNEE_PROPOSED"));
        reassign(workOrder, "reviewer-b")
                .then()
                .statusCode(200)
                .body("status", equalTo("PROPOSED"))
                .body("reviewerId", equalTo("reviewer-b"));
        reassign(workOrder, null)
                .then()
                .statusCode(200)
                .body("status", equalTo("PROPOSED"))
                .body("reviewerId", nullValue());
        reassign(workOrder, "reviewer-b").then().statusCode(200);
        confirm("reviewer-b", workOrder).then().statusCode(200).body("reviewerId", equalTo("reviewer-a"));
    }

    @Test
    void returns_a_proposal_to_the_queue_when_the_lease_expires() {
        long workOrder = claimed("reviewer-a", institution());
        proposed("reviewer-a", workOrder, APPROVAL);
        Api.claim("reviewer-b", workOrder).then().statusCode(200);

        Api.update("update review set lease_ends_at = clock_timestamp() where work_order = " + workOrder);
        Api.update("update timer set due_at = clock_timestamp() where owner_type = 'review-lease'"
                + " and state = 'ARMED' and owner_id = " + workOrder);
        EventBus.await(EventType.REVIEW_RELEASED, Long.toString(workOrder));

        confirm("reviewer-b", workOrder).then().statusCode(409).body("code", equalTo("LEASE_EXPIRED"));
        Api.review("supervisor", workOrder)
                .then()
                .body("status", equalTo("PROPOSED"))
                .body("proposerId", equalTo("reviewer-a"));
    }

    @Test
    void refuses_confirmation_and_return_by_conflicted_staff() {
        String account = "account-" + UUID.randomUUID();
        Caller second = new Caller("reviewer-of-" + account, account, Set.of(Roles.REVIEWER));
        QualificationSubmitted submission = institution();
        long workOrder = claimed("reviewer-a", submission);
        proposed("reviewer-a", workOrder, APPROVAL);
        Reactive.run(() -> claimReview.claim(workOrder, second));

        Api.verified(account, submission.creditCode());

        conflicted(() -> Reactive.run(() -> confirmProposal.confirm(workOrder, second)));
        conflicted(() -> Reactive.run(() -> returnProposal.sendBack(workOrder, new ReturnRequest("再看"), second)));
        assertThat(decisions(workOrder)).isZero();
    }

    private static void conflicted(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.code()).isEqualTo("REVIEWER_CONFLICTED"));
    }

    @Test
    void cancels_a_proposed_review_on_withdrawal() {
        QualificationSubmitted submission = institution();
        long workOrder = claimed("reviewer-a", submission);
        proposed("reviewer-a", workOrder, APPROVAL);
        Api.claim("reviewer-b", workOrder).then().statusCode(200);

        EventBus.publish(
                new QualificationWithdrawn(
                        submission.qualificationId(), workOrder, submission.accountId(), Instant.now()),
                2);
        EventBus.await(EventType.REVIEW_CANCELLED, Long.toString(workOrder));

        confirm("reviewer-b", workOrder).then().statusCode(409).body("code", equalTo("REVIEW_CANCELLED"));
        proposals(workOrder).body("items.state", contains("CANCELLED"));
        assertThat(Api.count("select count(*) from timer where state = 'ARMED' and owner_id = " + workOrder))
                .isZero();
    }

    @Test
    void lets_either_confirmation_or_return_win() {
        for (int round = 0; round < 5; round++) {
            long workOrder = claimed("reviewer-a", institution());
            proposed("reviewer-a", workOrder, APPROVAL);
            Api.claim("reviewer-b", workOrder).then().statusCode(200);

            List<Integer> statuses = Api.atOnce(List.of(
                    () -> confirm("reviewer-b", workOrder).statusCode(),
                    () -> sendBack("reviewer-b", workOrder, "再看").statusCode()));

            assertThat(statuses).containsExactlyInAnyOrder(200, 409);
            assertThat(decisions(workOrder))
                    .isEqualTo(Api.count(
                            "select count(*) from review where status = 'DECIDED' and work_order = " + workOrder));
        }
    }

    @Test
    void needs_no_second_reviewer_for_other_owners() {
        long workOrder = claimed("reviewer-a", Submitted.at(Instant.now()));

        Api.decide("reviewer-a", workOrder, APPROVAL)
                .then()
                .statusCode(200)
                .body("status", equalTo("DECIDED"))
                .body("confirmerId", nullValue());
        confirm("reviewer-b", workOrder).then().statusCode(409).body("code", equalTo("REVIEW_DECIDED"));
        proposals(workOrder).body("items", hasSize(0));
    }

    @Test
    void treats_approval_of_unchanged_rejected_content_as_overturn() {
        QualificationSubmitted again = Submitted.resubmitted(rejected(), QualificationStub.UNCHANGED);
        long workOrder = claimed("reviewer-b", again, 2);

        proposed("reviewer-b", workOrder, APPROVAL);
    }

    @Test
    void needs_a_second_reviewer_when_the_comparison_times_out() {
        QualificationSubmitted again = Submitted.resubmitted(rejected(), QualificationStub.SILENT);
        long workOrder = claimed("reviewer-b", again, 2);

        proposed("reviewer-b", workOrder, APPROVAL);
    }

    @Test
    void detects_the_overturn_of_a_letter_rejected_alone() {
        AuthorizationLetterSubmitted letter = Submitted.letter();
        long workOrder = letter.workOrder();
        EventBus.publish(letter, 1);
        await().until(() -> Api.count("select count(*) from review where work_order = " + workOrder) == 1);
        Api.claim("reviewer-a", workOrder).then().statusCode(200);
        Decisions.decided("reviewer-a", workOrder, LETTER_REJECTION);

        QualificationSubmitted carrier = Submitted.withLetter(letter.letterId());
        proposed("reviewer-b", claimed("reviewer-b", carrier), REJECTION_WITHOUT_LETTER);
    }

    private static QualificationSubmitted rejected() {
        QualificationSubmitted submission = Submitted.at(Instant.now());
        Decisions.decided("reviewer-a", claimed("reviewer-a", submission), REJECTION);
        return submission;
    }

    private double checks(String result) {
        return metrics.get("zizhi_review_four_eyes_checks")
                .tag("result", result)
                .counter()
                .count();
    }

    private static Response sendBack(String user, long workOrder, String note) {
        return Api.as(user)
                .contentType(ContentType.JSON)
                .body(Map.of("note", note))
                .post("/v1/reviews/{workOrder}/return", workOrder);
    }

    private static Response next(String user) {
        return Api.as(user).post("/v1/reviews/next?ownerType=PUBLIC_INSTITUTION");
    }

    private static Response reassign(long workOrder, @Nullable String to) {
        return Api.as("supervisor")
                .contentType(ContentType.JSON)
                .body(
                        to == null
                                ? Map.of("toQueue", true, "reason", "absence")
                                : Map.of("reviewerId", to, "reason", "absence"))
                .post("/v1/reviews/{workOrder}/reassignment", workOrder);
    }

    private static ValidatableResponse proposals(long workOrder) {
        return Api.as("supervisor")
                .get("/v1/reviews/{workOrder}/proposals", workOrder)
                .then()
                .statusCode(200);
    }

    private static long decisions(long workOrder) {
        return Api.count("select count(*) from decision where work_order = " + workOrder);
    }
}
