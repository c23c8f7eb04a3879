package io.zizhi.qualification.filing.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.qualification.testing.Filer;
import io.zizhi.qualification.testing.Letters;
import io.zizhi.qualification.testing.PeerDouble;
import io.zizhi.qualification.testing.Peers;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
@WithTestResource(PeerDouble.class)
class SubmissionAttemptComponentTest {

    @Inject
    CircuitBreakerMaintenance breakers;

    private Filer filer;

    @BeforeEach
    void start() {
        filer = Filer.ofCompanyA();
        Peers.reset();
        breakers.resetAll();
    }

    @AfterEach
    void answerPins() {
        Peers.answerPins();
    }

    @Test
    void returns_the_outcome_of_each_attempt() {
        long submitted = filer.submitted().id();
        long draft = filer.draft(filer.goodForm());

        Filer.asService("document-service")
                .body(Map.of(
                        "attempts",
                        List.of(
                                Map.of("subjectId", submitted, "revision", 1),
                                Map.of("subjectId", submitted, "revision", 2),
                                Map.of("subjectId", submitted, "revision", 3),
                                Map.of("subjectId", draft, "revision", 1),
                                Map.of("subjectId", 1L << 52, "revision", 1))))
                .post("/internal/v1/submission-attempts/outcomes")
                .then()
                .statusCode(200)
                .body(
                        "outcomes",
                        equalTo(List.of("SUBMITTED", "NOT_SUBMITTED", "UNKNOWN", "NOT_SUBMITTED", "UNKNOWN")));
    }

    @Test
    void refuses_an_attempt_that_was_reported_as_failed() {
        long id = filer.draft(filer.goodForm());
        String key = UUID.randomUUID().toString();
        CompletableFuture<Response> slow = Peers.untilPinned(() -> filer.submit(id, 1, key));

        assertThat(outcome(id)).isEqualTo("NOT_SUBMITTED");
        Peers.answerPins();
        slow.join().then().statusCode(503).body("code", equalTo("SUBMISSION_ABANDONED"));
        assertThat(filer.status(id)).isEqualTo("DRAFT");

        filer.submit(id, 1, key).then().statusCode(200).body("revision", equalTo(1));
        assertThat(outcome(id)).isEqualTo("SUBMITTED");
    }

    @Test
    void refuses_a_letter_that_was_reported_as_failed() {
        Letters letters = new Letters(Filer.ofAgency());
        long id = letters.drafted(Letters.good());
        CompletableFuture<Response> slow = Peers.untilPinned(() -> letters.submit(id));

        assertThat(outcome(id)).isEqualTo("NOT_SUBMITTED");
        Peers.answerPins();
        slow.join().then().statusCode(503).body("code", equalTo("SUBMISSION_ABANDONED"));

        letters.submit(id).then().statusCode(200);
        assertThat(outcome(id)).isEqualTo("SUBMITTED");
    }

    @Test
    void refuses_a_qualification_whose_letter_was_reported_as_failed() {
        Filer agency = Filer.ofAgency();
        Letters letters = new Letters(agency);
        long letter = letters.drafted(Letters.good());
        long id = agency.draft(letters.thirdParty(letter));
        CompletableFuture<Response> slow = Peers.untilPinned(() -> agency.submit(id));

        assertThat(outcome(letter)).isEqualTo("NOT_SUBMITTED");
        Peers.answerPins();
        slow.join().then().statusCode(503).body("code", equalTo("SUBMISSION_ABANDONED"));

        agency.submit(id).then().statusCode(200);
        assertThat(outcome(letter)).isEqualTo("SUBMITTED");
    }

    /** The question arrives while the submission is being accepted. Either may come first; the answer must be true. */
    @RepeatedTest(6)
    void answer_and_acceptance_never_both_win() {
        long id = filer.draft(filer.goodForm());
        CompletableFuture<Response> submission = Peers.untilPinned(() -> filer.submit(id));
        CompletableFuture<Void> released = CompletableFuture.runAsync(Peers::answerPins, Thread::startVirtualThread);

        String outcome = outcome(id);

        released.join();
        assertThat(submission.join().statusCode()).isEqualTo(outcome.equals("SUBMITTED") ? 200 : 503);
        assertThat(filer.status(id)).isEqualTo(outcome.equals("SUBMITTED") ? "IN_REVIEW" : "DRAFT");
    }

    private static String outcome(long subjectId) {
        return Filer.asService("notification-service")
                .body(Map.of("attempts", List.of(Map.of("subjectId", subjectId, "revision", 1))))
                .post("/internal/v1/submission-attempts/outcomes")
                .then()
                .statusCode(200)
                .extract()
                .path("outcomes[0]");
    }
}
