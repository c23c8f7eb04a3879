package io.zizhi.review.review;

import static io.zizhi.platform.testkit.Waits.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import io.zizhi.contracts.EventType;
import io.zizhi.contracts.OwnerType;
import io.zizhi.contracts.QualificationSubmitted;
import io.zizhi.contracts.QualificationWithdrawn;
import io.zizhi.contracts.ReviewOpened;
import io.zizhi.contracts.SlaBreached;
import io.zizhi.platform.testkit.EventBus;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.review.Api;
import io.zizhi.review.QualificationStub;
import io.zizhi.review.Submitted;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
@WithTestResource(QualificationStub.class)
class DeskComponentTest {

    @Inject
    CircuitBreakerMaintenance breakers;

    @BeforeEach
    void start() {
        breakers.resetAll();
    }

    @Test
    void opens_a_review_with_computed_due_times() {
        QualificationSubmitted submission = Submitted.at(Instant.parse("2099-03-02T12:00:00.123456789Z"));
        long workOrder = Api.opened(submission);

        ReviewOpened opened = (ReviewOpened) EventBus.await(EventType.REVIEW_OPENED, Long.toString(workOrder));
        assertThat(opened.openedAt()).isEqualTo(Instant.parse("2099-03-02T12:00:00.123456Z"));
        assertThat(opened.dueAt()).isEqualTo(Instant.parse("2099-03-03T02:00:00.123456Z"));
        assertThat(opened.policy()).isEqualTo("STANDARD");
        assertThat(opened.provisional()).isTrue();
        Api.review("supervisor", workOrder)
                .then()
                .statusCode(200)
                .body("status", equalTo("OPEN"))
                .body("dueAt", equalTo("2099-03-03T02:00:00.123456Z"))
                .body("name", equalTo("示例资质"))
                .body("accountId", equalTo("company-a"))
                .body("snapshot.legalRepresentative.name", equalTo("张*"))
                .body("snapshotUnavailable", equalTo(false))
                .body("$", not(hasKey("reviewerId")));
        assertThat(timers("ARMED", workOrder)).isEqualTo(3);
    }

    @Test
    void opens_one_review_for_a_submission_delivered_twice() {
        QualificationSubmitted submission = Submitted.at(Instant.now());
        UUID eventId = EventBus.publish(submission, 1);
        EventBus.publish(submission, 1, eventId);
        EventBus.publish(
                new QualificationWithdrawn(
                        submission.qualificationId(), submission.workOrder(), "company-a", Instant.now()),
                2);

        EventBus.await(EventType.REVIEW_CANCELLED, Long.toString(submission.workOrder()));
        assertThat(EventBus.all(EventType.REVIEW_OPENED, Long.toString(submission.workOrder())))
                .hasSize(1);
    }

    @Test
    void gives_public_institutions_the_government_clock() {
        long workOrder = Api.opened(Submitted.at(Instant.parse("2099-03-02T01:00:00Z"), OwnerType.PUBLIC_INSTITUTION));

        Api.review("supervisor", workOrder)
                .then()
                .statusCode(200)
                .body("policy", equalTo("GOVERNMENT"))
                .body("dueAt", equalTo("2099-03-03T13:00:00Z"));
    }

    @Test
    void fires_each_stage_of_an_overdue_review_once() {
        Instant longAgo = Instant.parse("2026-11-02T02:00:00Z");
        String workOrder = Long.toString(Api.opened(Submitted.at(longAgo)));

        EventBus.await(EventType.SLA_WARNED, workOrder);
        SlaBreached breached = (SlaBreached) EventBus.await(EventType.SLA_BREACHED, workOrder);
        EventBus.await(EventType.SLA_ESCALATED, workOrder);
        assertThat(breached.dueAt()).isEqualTo(longAgo.plus(Duration.ofHours(2)));
        assertThat(breached.firedAt()).isAfter(breached.dueAt());
        Api.review("supervisor", Long.parseLong(workOrder))
                .then()
                .body("status", equalTo("OPEN"))
                .body("warnedAt", notNullValue())
                .body("breachedAt", notNullValue())
                .body("escalatedAt", notNullValue());
        assertThat(timers("FIRED", Long.parseLong(workOrder))).isEqualTo(3);
        for (EventType type : List.of(EventType.SLA_WARNED, EventType.SLA_BREACHED, EventType.SLA_ESCALATED)) {
            assertThat(EventBus.all(type, workOrder)).hasSize(1);
        }
    }

    @Test
    void cancels_the_review_and_its_timers_on_withdrawal() {
        QualificationSubmitted submission = Submitted.at(Instant.parse("2099-03-02T02:00:00Z"));
        long workOrder = Api.opened(submission);
        Api.claim("reviewer-a", workOrder).then().statusCode(200);

        withdraw(submission);

        EventBus.await(EventType.REVIEW_CANCELLED, Long.toString(workOrder));
        Api.review("supervisor", workOrder)
                .then()
                .body("status", equalTo("CANCELLED"))
                .body("cancelledAt", notNullValue());
        assertThat(timers("ARMED", workOrder)).isZero();
        Api.claim("reviewer-a", workOrder).then().statusCode(409).body("code", equalTo("REVIEW_CANCELLED"));
    }

    @Test
    void a_withdrawal_after_the_decision_marks_it_superseded() {
        QualificationSubmitted submission = Submitted.at(Instant.now());
        long workOrder = Api.opened(submission);
        Api.claim("reviewer-a", workOrder).then().statusCode(200);
        Api.decide("reviewer-a", workOrder, "{\"outcome\":\"APPROVED\"}").then().statusCode(200);

        withdraw(submission);

        await().untilAsserted(() -> Api.review("supervisor", workOrder)
                .then()
                .body("status", equalTo("DECIDED"))
                .body("supersededAt", notNullValue()));
        assertThat(EventBus.all(EventType.REVIEW_CANCELLED, Long.toString(workOrder)))
                .isEmpty();
    }

    @Test
    void shows_a_review_without_snapshot_during_an_outage() {
        long down = Api.opened(Submitted.withAnswer(QualificationStub.DOWN));
        Api.review("supervisor", down)
                .then()
                .statusCode(200)
                .body("status", equalTo("OPEN"))
                .body("$", hasKey("snapshot"))
                .body("snapshot", equalTo(null))
                .body("snapshotUnavailable", equalTo(true));

        long unknown = Api.opened(Submitted.withAnswer(QualificationStub.UNKNOWN));
        Api.review("supervisor", unknown)
                .then()
                .statusCode(200)
                .body("snapshot", equalTo(null))
                .body("snapshotUnavailable", equalTo(false));
    }

    @Test
    void pauses_calls_to_a_service_that_is_down() {
        long down = Api.opened(Submitted.withAnswer(QualificationStub.DOWN));
        long up = Api.opened(Submitted.at(Instant.now()));

        await().untilAsserted(() -> {
            Api.review("supervisor", down).then().body("snapshotUnavailable", equalTo(true));
            Api.review("supervisor", up).then().statusCode(200).body("snapshotUnavailable", equalTo(true));
        });
        await().untilAsserted(() -> Api.review("supervisor", up).then().body("snapshotUnavailable", equalTo(false)));
    }

    @Test
    void answers_404_for_an_unknown_work_order() {
        Api.review("reviewer-a", 9).then().statusCode(404).body("code", equalTo("REVIEW_NOT_FOUND"));
        Api.as("reviewer-a").get("/v1/reviews/abc").then().statusCode(404);
    }

    private static void withdraw(QualificationSubmitted submission) {
        EventBus.publish(
                new QualificationWithdrawn(
                        submission.qualificationId(), submission.workOrder(), submission.accountId(), Instant.now()),
                2);
    }

    private static long timers(String state, long workOrder) {
        return Api.count("select count(*) from timer where state = '" + state + "' and owner_id = " + workOrder);
    }
}
