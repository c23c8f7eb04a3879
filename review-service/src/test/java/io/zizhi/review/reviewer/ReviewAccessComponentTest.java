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

/** Who reads what is submitted, found and decided of a review, over HTTP. */
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

    @BeforeEach
    void want_second_reviewers_and_give_time_to_undo() {
        DeskSettings.undoWindow(Duration.ofMinutes(10));
        DeskSettings.secondEyes(OwnerType.PUBLIC_INSTITUTION, false);
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

    /** The refusal says what to do and nothing of the case. */
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

    private static Response read(String user, long workOrder, String path) {
        return Api.as(user).get("/v1/reviews/{workOrder}" + path, workOrder);
    }
}
