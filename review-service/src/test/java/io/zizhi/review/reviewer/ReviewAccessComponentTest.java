package io.zizhi.review.reviewer;

import static io.zizhi.review.Decisions.APPROVAL;
import static io.zizhi.review.Decisions.REJECTION;
import static io.zizhi.review.Decisions.claimed;
import static io.zizhi.review.Decisions.company;
import static io.zizhi.review.Decisions.confirm;
import static io.zizhi.review.Decisions.decided;
import static io.zizhi.review.Decisions.institution;
import static io.zizhi.review.Decisions.proposed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.zizhi.contracts.EventType;
import io.zizhi.contracts.OwnerType;
import io.zizhi.contracts.QualificationSubmitted;
import io.zizhi.contracts.QualificationWithdrawn;
import io.zizhi.platform.testkit.EventBus;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.review.Api;
import io.zizhi.review.DeskSettings;
import io.zizhi.review.QualificationStub;
import io.zizhi.review.Submitted;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests over HTTP who may read the submission, the evidence and the decision of a review. */
@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
@WithTestResource(QualificationStub.class)
class ReviewAccessComponentTest {

    private static final String FORM = "";
    private static final String EVIDENCE = "/evidence";
    private static final String DECISION = "/decision";
    private static final String PROPOSALS = "/proposals";
    private static final String UNDONE = "/undone-decisions";
    private static final List<String> READS = List.of(FORM, EVIDENCE, DECISION, PROPOSALS, UNDONE);

    /** Outcome, reviewer and reason code of the decisions in this test; the pointer is the reason's. */
    private static final String[] CONTENT = {"REJECTED", "reviewer-a", "IMAGE_BLURRED", "/company/certificate"};

    @BeforeEach
    void want_second_reviewers_and_give_time_to_undo() {
        DeskSettings.undoWindow(Duration.ofMinutes(10));
        DeskSettings.fourEyes(OwnerType.PUBLIC_INSTITUTION, false);
    }

    @Test
    void shows_nothing_without_a_claim() {
        QualificationSubmitted submission = company();
        long workOrder = Api.opened(submission);

        refused("reviewer-a", workOrder);
        Api.claim("reviewer-b", workOrder).then().statusCode(200);
        refused("reviewer-a", workOrder);
        for (String path : List.of(FORM, EVIDENCE, PROPOSALS, UNDONE)) {
            shown("supervisor", workOrder, path);
        }
    }

    @Test
    void shows_a_claimed_review_until_the_lease_ends_and_does_not_renew_it_then() {
        long workOrder = claimed("reviewer-a", company());
        for (String path : List.of(FORM, EVIDENCE, PROPOSALS, UNDONE)) {
            shown("reviewer-a", workOrder, path);
        }

        Api.update("update review set lease_ends_at = clock_timestamp() where work_order = " + workOrder);

        refused("reviewer-a", workOrder);
        assertThat(Api.count("select count(*) from review where lease_ends_at > clock_timestamp() and work_order = "
                        + workOrder))
                .isZero();
        Api.claim("reviewer-a", workOrder).then().statusCode(200);
        shown("reviewer-a", workOrder, EVIDENCE);
        Api.as("reviewer-a")
                .post("/v1/reviews/{workOrder}/release", workOrder)
                .then()
                .statusCode(200);
        refused("reviewer-a", workOrder);
    }

    @Test
    void shows_a_decided_review_to_its_decider_only_also_when_it_was_undone() {
        long workOrder = claimed("reviewer-a", company());
        decided("reviewer-a", workOrder, REJECTION);

        READS.forEach(path -> shown("reviewer-a", workOrder, path));
        READS.forEach(path -> shown("supervisor", workOrder, path));
        refused("reviewer-b", workOrder);

        Api.as("reviewer-a")
                .post("/v1/reviews/{workOrder}/undo", workOrder)
                .then()
                .statusCode(200);
        shown("reviewer-a", workOrder, UNDONE);
        refused("reviewer-b", workOrder);
    }

    @Test
    void shows_a_proposed_review_to_proposer_and_second_reviewer() {
        long workOrder = claimed("reviewer-a", institution());
        proposed("reviewer-a", workOrder, APPROVAL);
        shown("reviewer-a", workOrder, PROPOSALS);
        refused("reviewer-b", workOrder);

        Api.claim("reviewer-b", workOrder).then().statusCode(200);
        shown("reviewer-b", workOrder, PROPOSALS);
        confirm("reviewer-b", workOrder).then().statusCode(200);

        for (String user : List.of("reviewer-a", "reviewer-b")) {
            READS.forEach(path -> shown(user, workOrder, path));
        }
    }

    @Test
    void shows_a_returned_proposal_to_the_one_who_returned_it() {
        long workOrder = claimed("reviewer-a", institution());
        proposed("reviewer-a", workOrder, APPROVAL);
        Api.claim("reviewer-b", workOrder).then().statusCode(200);
        Api.as("reviewer-b")
                .contentType(ContentType.JSON)
                .body("{\"note\":\"请再看\"}")
                .post("/v1/reviews/{workOrder}/return", workOrder)
                .then()
                .statusCode(200);

        shown("reviewer-b", workOrder, PROPOSALS);
        shown("reviewer-a", workOrder, PROPOSALS);
    }

    @Test
    void names_an_existing_decision_only_to_readers() {
        long workOrder = claimed("reviewer-a", company());
        String decision = decided("reviewer-a", workOrder, REJECTION).extract().asString();

        for (String again : List.of(REJECTION, APPROVAL)) {
            refusedWithoutContent(Api.decide("reviewer-b", workOrder, again), "REVIEW_DECIDED");
        }
        for (String act : List.of("claim", "heartbeat", "release", "undo")) {
            assertThat(act("reviewer-b", workOrder, act).asString()).doesNotContain(CONTENT);
        }
        Api.decide("supervisor", workOrder, REJECTION)
                .then()
                .statusCode(409)
                .body("detail", startsWith("The review was decided: REJECTED, by reviewer-a, at "))
                .body("errors.code", contains("DECIDED_BY_ANOTHER"));
        assertThat(decided("reviewer-a", workOrder, REJECTION).extract().asString())
                .isEqualTo(decision);
    }

    @Test
    void names_a_confirmed_decision_only_to_readers() {
        long workOrder = claimed("reviewer-a", institution());
        proposed("reviewer-a", workOrder, REJECTION);
        Api.claim("supervisor", workOrder).then().statusCode(200);
        String confirmed = confirm("supervisor", workOrder)
                .then()
                .statusCode(200)
                .extract()
                .asString();

        refusedWithoutContent(confirm("reviewer-b", workOrder), "REVIEW_DECIDED");
        confirm("reviewer-a", workOrder)
                .then()
                .statusCode(409)
                .body("detail", startsWith("The review was decided: REJECTED, by reviewer-a, at "));
        assertThat(confirm("supervisor", workOrder).asString()).isEqualTo(confirmed);
    }

    @Test
    void names_a_waiting_proposal_only_to_readers() {
        long workOrder = claimed("reviewer-a", institution());
        String proposal = proposed("reviewer-a", workOrder, REJECTION).extract().asString();

        for (String again : List.of(REJECTION, APPROVAL)) {
            refusedWithoutContent(Api.decide("reviewer-b", workOrder, again), "REVIEW_PROPOSED");
        }
        for (String act : List.of("confirmation", "heartbeat", "release", "undo")) {
            assertThat(act("reviewer-b", workOrder, act).asString()).doesNotContain(CONTENT);
        }
        Api.claim("reviewer-b", workOrder).then().statusCode(200);
        for (String user : List.of("reviewer-b", "supervisor")) {
            Api.decide(user, workOrder, REJECTION)
                    .then()
                    .statusCode(409)
                    .body("detail", equalTo("A decision waits for a second reviewer: REJECTED by reviewer-a."))
                    .body("errors.code", contains("PROPOSED_BY_ANOTHER"));
        }
        Api.update("update review set lease_ends_at = clock_timestamp() where work_order = " + workOrder);
        refusedWithoutContent(Api.decide("reviewer-b", workOrder, REJECTION), "REVIEW_PROPOSED");
        assertThat(proposed("reviewer-a", workOrder, REJECTION).extract().asString())
                .isEqualTo(proposal);
    }

    @Test
    void answers_a_repeated_decision_of_a_supervisor_the_same() {
        long workOrder = claimed("supervisor", company());
        String first = decided("supervisor", workOrder, REJECTION).extract().asString();

        assertThat(decided("supervisor", workOrder, REJECTION).extract().asString())
                .isEqualTo(first);
    }

    @Test
    void hides_a_cancelled_review_from_its_last_holder() {
        QualificationSubmitted submission = company();
        long workOrder = claimed("reviewer-a", submission);

        EventBus.publish(
                new QualificationWithdrawn(
                        submission.qualificationId(), workOrder, submission.accountId(), Instant.now()),
                2);
        EventBus.await(EventType.REVIEW_CANCELLED, Long.toString(workOrder));

        refused("reviewer-a", workOrder);
        shown("supervisor", workOrder, EVIDENCE);
    }

    private static void shown(String user, long workOrder, String path) {
        read(user, workOrder, path).then().statusCode(200);
    }

    /** The refusal says what to do and reveals nothing about the case. */
    private static void refused(String user, long workOrder) {
        for (String path : READS) {
            Response answer = read(user, workOrder, path);
            assertThat(answer.statusCode()).as("GET %s as %s", path, user).isEqualTo(403);
            assertThat(answer.<String>path("code")).isEqualTo("CLAIM_REQUIRED");
            assertThat(answer.<String>path("detail")).startsWith("Claim the review to read it.");
            assertThat(answer.asString())
                    .doesNotContain("示例", "company-a", "91330106673959654P", Submitted.documentOf(workOrder));
        }
    }

    /** The refusal says that the call came too late and reveals nothing about the existing decision. */
    private static void refusedWithoutContent(Response answer, String code) {
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.<String>path("code")).isEqualTo(code);
        assertThat(answer.asString()).doesNotContain(CONTENT).doesNotContain("errors");
    }

    private static Response act(String user, long workOrder, String act) {
        return Api.as(user).post("/v1/reviews/{workOrder}/" + act, workOrder);
    }

    private static Response read(String user, long workOrder, String path) {
        return Api.as(user).get("/v1/reviews/{workOrder}" + path, workOrder);
    }
}
