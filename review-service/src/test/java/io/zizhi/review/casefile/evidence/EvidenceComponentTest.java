package io.zizhi.review.casefile.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import com.sun.net.httpserver.HttpExchange;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import io.zizhi.contracts.AuthorizationLetterSubmitted;
import io.zizhi.contracts.QualificationSubmitted;
import io.zizhi.platform.testkit.EventBus;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.platform.testkit.Waits;
import io.zizhi.review.Api;
import io.zizhi.review.QualificationStub;
import io.zizhi.review.Submitted;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
@WithTestResource(QualificationStub.class)
class EvidenceComponentTest {

    private static final List<String> REMOTE =
            List.of("submission", "findings", "sincePrevious", "sinceInForce", "duplicates", "sameCompany");

    @Inject
    CircuitBreakerMaintenance breakers;

    /** Set by {@link QualificationStub}: calls that it does not answer. */
    @Nullable
    Queue<HttpExchange> silentCalls;

    @BeforeEach
    void start() {
        breakers.resetAll();
    }

    @Test
    void returns_all_sections_in_one_call() {
        long workOrder = Api.opened(Submitted.at(Instant.now()));

        evidence(workOrder)
                .body("review.workOrder", equalTo((int) workOrder))
                .body("review.status", equalTo("OPEN"))
                .body("submission.status", equalTo("AVAILABLE"))
                .body("submission.value.legalRepresentative.name", equalTo("张*"))
                .body("submission.value", not(hasKey("evaluation")))
                .body("documents.value.items.pointer", contains("/moreMaterial/0"))
                .body("documents.value.items.kind", contains("MORE_MATERIAL"))
                .body("findings.value.registry", equalTo("MATCHED"))
                .body("sincePrevious.value.changes.pointer", contains("/since-previous"))
                .body("sinceInForce.value.changes.pointer", contains("/since-in-force"))
                .body("earlierDecisions.value.items", hasSize(0))
                .body("duplicates.value.trait", contains("PHONE"))
                .body("sameCompany.status", equalTo("NONE"))
                .body("identicalDocuments.value.documentId", contains(Submitted.documentOf(workOrder)))
                .body("identicalDocuments.value[0].found.items.accountId", contains("agency"));
    }

    @Test
    void marks_only_the_sections_of_an_unavailable_service() {
        QualificationSubmitted submission = Submitted.withAnswer(QualificationStub.DOWN);
        long workOrder = Api.opened(submission);

        ValidatableResponse answer = evidence(workOrder);
        for (String section : REMOTE) {
            answer.body(section + ".status", equalTo("UNAVAILABLE"))
                    .body(section + ".reason", equalTo("QUALIFICATION_SERVICE_UNAVAILABLE"))
                    .body(section, not(hasKey("value")));
        }
        answer.body("identicalDocuments.status", equalTo("UNAVAILABLE"))
                .body("identicalDocuments.reason", equalTo("DOCUMENT_SERVICE_UNAVAILABLE"))
                .body("review.name", equalTo("示例资质"))
                .body("documents.status", equalTo("AVAILABLE"))
                .body("documents.value.items.documentId", hasItem(Submitted.documentOf(workOrder)))
                .body("documents.value.items[0]", not(hasKey("pointer")))
                .body("earlierDecisions.status", equalTo("AVAILABLE"));
    }

    @Test
    void keeps_other_parts_when_one_fails() {
        evidence(Api.opened(Submitted.withAnswer(QualificationStub.WITHOUT_DIFFERENCE)))
                .body("submission.status", equalTo("AVAILABLE"))
                .body("findings.status", equalTo("AVAILABLE"))
                .body("sincePrevious.status", equalTo("UNAVAILABLE"))
                .body("sinceInForce.status", equalTo("UNAVAILABLE"));
    }

    @Test
    void compares_a_first_submission_with_nothing() {
        evidence(Api.opened(Submitted.withAnswer(QualificationStub.FIRST)))
                .body("identicalDocuments.status", equalTo("NONE"))
                .body("sincePrevious.status", equalTo("NONE"))
                .body("sincePrevious", not(hasKey("reason")))
                .body("sinceInForce.status", equalTo("NONE"));
    }

    @Test
    void waits_for_a_silent_service_only_once() throws Exception {
        long workOrder = Api.opened(Submitted.withAnswer(QualificationStub.SILENT));
        Queue<HttpExchange> silent = Objects.requireNonNull(silentCalls);
        silent.clear(); // calls of other tests
        FutureTask<ValidatableResponse> answer = new FutureTask<>(() -> evidence(workOrder));
        Thread.ofPlatform().start(answer);

        Waits.await()
                .untilAsserted(() -> assertThat(silent)
                        .as("calls that wait at the same time")
                        .extracting(call -> call.getRequestURI().toString())
                        .containsExactlyInAnyOrder(
                                "/internal/v1/submissions/" + workOrder,
                                "/internal/v1/submissions/" + workOrder + "/difference",
                                "/internal/v1/submissions/" + workOrder + "/difference?from=in-force",
                                "/internal/v1/submissions/" + workOrder + "/related"));
        Waits.await().until(() -> {
            silent.forEach(HttpExchange::close);
            return answer.isDone();
        });
        for (String section : REMOTE) {
            answer.get().body(section + ".status", equalTo("UNAVAILABLE"));
        }
    }

    @Test
    void shows_the_difference_of_a_letter_reviewed_alone() {
        AuthorizationLetterSubmitted letter = Submitted.letter();
        opened(letter, 1);

        evidence(letter.workOrder())
                .body("submission.value.authoriser", equalTo("星河示例科技有限公司"))
                .body("documents.value.items", hasSize(0))
                .body("findings.status", equalTo("NONE"))
                .body("sinceInForce.value.changes.pointer", contains("/since-in-force"));
    }

    @Test
    void shows_earlier_decisions_with_notes_newest_first() {
        QualificationSubmitted first = Submitted.at(Instant.now());
        decide(Api.opened(first), "IMAGE_BLURRED");
        QualificationSubmitted second = Submitted.again(first);
        decide(Api.opened(second, 2), "USCC_MISMATCH");
        long third = Api.opened(Submitted.again(second), 3);

        Api.claim("reviewer-a", third).then().statusCode(200);
        evidence("reviewer-a", third)
                .body("earlierDecisions.value.items.revision", contains(2, 1))
                .body("earlierDecisions.value.items.workOrder", contains((int) second.workOrder(), (int)
                        first.workOrder()))
                .body("earlierDecisions.value.items[1].reasons[0].code", equalTo("IMAGE_BLURRED"))
                .body("earlierDecisions.value.items[1].reasons[0].internalNote", equalTo("看过两次"));
        evidence(second.workOrder()).body("earlierDecisions.value.items.revision", contains(1));
    }

    @Test
    void shows_earlier_decisions_about_a_letter_reviewed_alone() {
        AuthorizationLetterSubmitted first = Submitted.letter();
        opened(first, 1);
        decide(first.workOrder(), "LETTER_UNSIGNED", "/documentId");
        AuthorizationLetterSubmitted second = Submitted.again(first);
        opened(second, 2);

        evidence(second.workOrder())
                .body("earlierDecisions.value.items.revision", contains(1))
                .body("earlierDecisions.value.items[0].reasons[0].code", equalTo("LETTER_UNSIGNED"));
    }

    @Test
    void renews_the_lease_when_the_holder_reads_the_evidence() {
        long workOrder = Api.opened(Submitted.at(Instant.now()));
        Api.claim("reviewer-a", workOrder).then().statusCode(200);
        Api.update("update review set lease_ends_at = clock_timestamp() + interval '1 minute' where work_order = "
                + workOrder);

        evidence("reviewer-a", workOrder);

        assertThat(Api.count(
                        "select count(*) from review where lease_ends_at > clock_timestamp() + interval '10 minutes'"
                                + " and work_order = " + workOrder))
                .isEqualTo(1);
    }

    @Test
    void answers_404_for_the_evidence_of_an_unknown_review() {
        Api.as("reviewer-a")
                .get("/v1/reviews/9/evidence")
                .then()
                .statusCode(404)
                .body("code", equalTo("REVIEW_NOT_FOUND"));
    }

    private static void opened(AuthorizationLetterSubmitted letter, long number) {
        EventBus.publish(letter, number);
        Waits.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> Api.count("select count(*) from review where work_order = " + letter.workOrder()) == 1);
    }

    private static void decide(long workOrder, String reason) {
        decide(workOrder, reason, "/company/creditCode");
    }

    private static void decide(long workOrder, String reason, String pointer) {
        Api.claim("reviewer-b", workOrder).then().statusCode(200);
        Api.decide(
                        "reviewer-b",
                        workOrder,
                        "{\"outcome\":\"REJECTED\",\"reasons\":[{\"code\":\"" + reason + "\",\"pointer\":\"" + pointer
                                + "\",\"internalNote\":\"看过两次\"}]}")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse evidence(long workOrder) {
        return evidence("supervisor", workOrder);
    }

    private static ValidatableResponse evidence(String user, long workOrder) {
        return Api.as(user)
                .get("/v1/reviews/{workOrder}/evidence", workOrder)
                .then()
                .statusCode(200);
    }
}
