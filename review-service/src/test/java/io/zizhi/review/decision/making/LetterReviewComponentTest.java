package io.zizhi.review.decision.making;

import static io.zizhi.platform.testkit.Waits.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.zizhi.contracts.AuthorizationLetterSubmitted;
import io.zizhi.contracts.AuthorizationLetterWithdrawn;
import io.zizhi.contracts.EventType;
import io.zizhi.contracts.QualificationSubmitted;
import io.zizhi.contracts.ReviewDecided;
import io.zizhi.contracts.ReviewOpened;
import io.zizhi.contracts.ReviewOutcome;
import io.zizhi.contracts.ReviewSubject;
import io.zizhi.contracts.SupplementItem;
import io.zizhi.platform.testkit.EventBus;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.review.Api;
import io.zizhi.review.QualificationStub;
import io.zizhi.review.Submitted;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Tests reviews of letters, alone and together with a qualification. */
@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
@WithTestResource(QualificationStub.class)
class LetterReviewComponentTest {

    private static final String APPROVAL = "{\"outcome\":\"APPROVED\"}";
    private static final String REJECTION = """
            {"outcome":"REJECTED","reasons":[{"code":"LETTER_UNSIGNED","pointer":"/letter/documentId"}]%s}""";

    @Test
    void opens_a_complete_review_for_a_letter_alone() {
        AuthorizationLetterSubmitted letter = Submitted.letter();
        long workOrder = opened(letter);

        ReviewOpened opened = (ReviewOpened) EventBus.await(EventType.REVIEW_OPENED, Long.toString(workOrder));
        assertThat(opened.subject()).isEqualTo(ReviewSubject.LETTER);
        assertThat(opened.qualificationId()).isEqualTo(letter.letterId());
        assertThat(opened.dueAt()).isAfter(opened.openedAt());
        Api.claim("reviewer-a", workOrder).then().statusCode(200);
        Api.review("reviewer-a", workOrder)
                .then()
                .body("subject", equalTo("LETTER"))
                .body("letterId", equalTo((int) letter.letterId()))
                .body("$", not(hasKey("qualificationId")))
                .body("snapshot.authoriser", equalTo("星河示例科技有限公司"));
        Api.asService("document-service")
                .get(
                        "/internal/v1/claims?reviewerId=reviewer-a&documentId={id}",
                        Submitted.pictureOf(letter.letterId()))
                .then()
                .statusCode(200);
    }

    @Test
    void decides_a_letter_reviewed_alone() {
        AuthorizationLetterSubmitted letter = Submitted.letter();
        long workOrder = opened(letter);
        Api.claim("reviewer-a", workOrder).then().statusCode(200);

        Api.decide("reviewer-a", workOrder, "{\"outcome\":\"APPROVED\",\"letterOutcome\":\"APPROVED\"}")
                .then()
                .statusCode(400)
                .body("errors.code", contains("LETTER_NOT_CARRIED"));
        Api.decide("reviewer-a", workOrder, REJECTION.formatted(""))
                .then()
                .statusCode(400)
                .body("errors.code", contains("POINTER_UNKNOWN"));
        Api.decide("reviewer-a", workOrder, APPROVAL).then().statusCode(200).body("letterOutcome", nullValue());

        ReviewDecided decided = (ReviewDecided) EventBus.await(EventType.REVIEW_DECIDED, Long.toString(workOrder));
        assertThat(decided.subject()).isEqualTo(ReviewSubject.LETTER);
        assertThat(decided.qualificationId()).isEqualTo(letter.letterId());
        assertThat(decided.letterOutcome()).isNull();
    }

    @Test
    void requests_supplements_by_places_of_the_letter_form() {
        AuthorizationLetterSubmitted letter = Submitted.letter();
        long workOrder = opened(letter);
        Api.claim("reviewer-a", workOrder).then().statusCode(200);

        Api.decide("reviewer-a", workOrder, """
                        {"outcome":"SUPPLEMENT_REQUESTED","items":[{"code":"LETTER_UNSIGNED","pointer":"/documentId",
                        "documentKind":"AUTHORIZATION_LETTER"}]}""").then().statusCode(200);

        ReviewDecided decided = (ReviewDecided) EventBus.await(EventType.REVIEW_DECIDED, Long.toString(workOrder));
        assertThat(decided.items())
                .containsExactly(new SupplementItem("LETTER_UNSIGNED", "/documentId", "AUTHORIZATION_LETTER"));
    }

    @Test
    void cancels_the_review_of_a_withdrawn_letter() {
        AuthorizationLetterSubmitted letter = Submitted.letter();
        long workOrder = opened(letter);

        EventBus.publish(
                new AuthorizationLetterWithdrawn(letter.letterId(), workOrder, "agency", null, Instant.now()), 2);

        EventBus.await(EventType.REVIEW_CANCELLED, Long.toString(workOrder));
        assertThat(Api.count("select count(*) from timer where state = 'ARMED' and owner_id = " + workOrder))
                .isZero();
    }

    @Test
    void decides_a_carried_letter_with_its_qualification() {
        QualificationSubmitted submission = Submitted.withLetter(77_001);
        long workOrder = Api.opened(submission);
        Api.claim("reviewer-a", workOrder)
                .then()
                .body("subject", equalTo("QUALIFICATION"))
                .body("letterId", equalTo(77_001));
        Api.asService("document-service")
                .get("/internal/v1/claims?reviewerId=reviewer-a&documentId={id}", Submitted.pictureOf(77_001))
                .then()
                .statusCode(200);

        Api.decide("reviewer-a", workOrder, APPROVAL).then().statusCode(200).body("letterOutcome", equalTo("APPROVED"));

        ReviewDecided decided = (ReviewDecided) EventBus.await(EventType.REVIEW_DECIDED, Long.toString(workOrder));
        assertThat(decided.subject()).isEqualTo(ReviewSubject.QUALIFICATION);
        assertThat(decided.letterOutcome()).isEqualTo(ReviewOutcome.APPROVED);
    }

    @Test
    void gives_a_carried_letter_its_qualifications_outcome_by_default() {
        long workOrder = Api.opened(Submitted.withLetter(77_002));
        Api.claim("reviewer-a", workOrder).then().statusCode(200);
        String alike = REJECTION.formatted("");

        Api.decide("reviewer-a", workOrder, alike).then().statusCode(200).body("letterOutcome", equalTo("REJECTED"));
        Api.decide("reviewer-a", workOrder, alike).then().statusCode(200).body("letterOutcome", equalTo("REJECTED"));
        Api.decide("reviewer-a", workOrder, REJECTION.formatted(",\"letterOutcome\":\"APPROVED\""))
                .then()
                .statusCode(409)
                .body("code", equalTo("REVIEW_DECIDED"));
    }

    @Test
    void approves_a_letter_while_rejecting_its_qualification() {
        long workOrder = Api.opened(Submitted.withLetter(77_003));
        Api.claim("reviewer-a", workOrder).then().statusCode(200);

        Api.decide("reviewer-a", workOrder, REJECTION.formatted(",\"letterOutcome\":\"APPROVED\""))
                .then()
                .statusCode(200);

        ReviewDecided decided = (ReviewDecided) EventBus.await(EventType.REVIEW_DECIDED, Long.toString(workOrder));
        assertThat(decided.outcome()).isEqualTo(ReviewOutcome.REJECTED);
        assertThat(decided.letterOutcome()).isEqualTo(ReviewOutcome.APPROVED);
    }

    @Test
    void ignores_the_withdrawal_of_a_carried_letter() {
        QualificationSubmitted submission = Submitted.withLetter(77_004);
        long workOrder = Api.opened(submission);

        EventBus.publish(
                new AuthorizationLetterWithdrawn(
                        77_004, workOrder, "agency", submission.qualificationId(), Instant.now()),
                1);

        await().atMost(Duration.ofSeconds(30))
                .until(() -> Api.count("select count(*) from inbox_cursor where aggregate_id = '77004'") == 1);
        Api.review("supervisor", workOrder).then().body("status", equalTo("OPEN"));
    }

    private static long opened(AuthorizationLetterSubmitted letter) {
        EventBus.publish(letter, 1);
        EventBus.await(EventType.REVIEW_OPENED, Long.toString(letter.workOrder()));
        return letter.workOrder();
    }
}
