package io.zizhi.qualification.outcome.decision;

import static io.zizhi.platform.testkit.Waits.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import io.zizhi.contracts.EventType;
import io.zizhi.contracts.QualificationApproved;
import io.zizhi.contracts.QualificationRejected;
import io.zizhi.contracts.QualificationSupplementRequested;
import io.zizhi.contracts.ReviewClaimed;
import io.zizhi.contracts.ReviewDecided;
import io.zizhi.contracts.ReviewOpened;
import io.zizhi.contracts.ReviewReopened;
import io.zizhi.contracts.ReviewSubject;
import io.zizhi.contracts.SlaRescheduled;
import io.zizhi.platform.testkit.EventBus;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.platform.testkit.Reactive;
import io.zizhi.qualification.testing.Desk;
import io.zizhi.qualification.testing.Filer;
import io.zizhi.qualification.testing.Filer.Submitted;
import io.zizhi.qualification.testing.Forms;
import io.zizhi.qualification.testing.PeerDouble;
import io.zizhi.qualification.testing.Peers;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
@WithTestResource(PeerDouble.class)
class DecisionComponentTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    CircuitBreakerMaintenance breakers;

    private Filer filer;

    @BeforeEach
    void start() {
        filer = Filer.ofCompanyA();
        Peers.reset();
        breakers.resetAll();
    }

    @Test
    void shows_due_time_and_claim_to_applicant() {
        Submitted submitted = filer.submitted();
        ReviewOpened opened = Desk.open(submitted);
        EventBus.publish(
                new ReviewClaimed(
                        submitted.workOrder(), submitted.id(), "reviewer-a", Instant.parse("2026-11-24T03:00:00Z")),
                2);

        awaitAct(submitted.id(), "REVIEW_CLAIMED");
        filer.get(submitted.id())
                .then()
                .body("dueAt", equalTo(opened.dueAt().toString()))
                .body("clockPolicy", equalTo("STANDARD"))
                .body("dueProvisional", equalTo(true))
                .body("version", equalTo(2));
        filer.request()
                .get("/v1/qualifications/" + submitted.id() + "/timeline")
                .then()
                .body("items.act", contains("DRAFTED", "SUBMITTED", "REVIEW_OPENED", "REVIEW_CLAIMED"))
                .body("items[2].details.dueAt", equalTo(opened.dueAt().toString()))
                .body("items[3].role", equalTo("reviewer"))
                .body("items[3].actor", nullValue());
    }

    @Test
    void shows_and_records_changed_due_time() {
        Submitted submitted = filer.submitted();
        ReviewOpened opened = Desk.open(submitted);
        Instant moved = opened.dueAt().plus(Duration.ofDays(1));
        EventBus.publish(
                new SlaRescheduled(
                        submitted.workOrder(),
                        submitted.id(),
                        "STANDARD",
                        moved.minusSeconds(1_800),
                        moved,
                        moved.plusSeconds(3_600),
                        false,
                        opened.dueAt(),
                        2,
                        Instant.parse("2026-11-25T02:00:00Z"),
                        ReviewSubject.QUALIFICATION,
                        null),
                2);

        awaitAct(submitted.id(), "RESCHEDULED");
        filer.get(submitted.id())
                .then()
                .body("dueAt", equalTo(moved.toString()))
                .body("dueProvisional", equalTo(false));
        filer.request()
                .get("/v1/qualifications/" + submitted.id() + "/timeline")
                .then()
                .body("items.act", contains("DRAFTED", "SUBMITTED", "REVIEW_OPENED", "RESCHEDULED"))
                .body("items[3].details.dueAt", equalTo(moved.toString()))
                .body("items[3].details.previousDueAt", equalTo(opened.dueAt().toString()));
    }

    @Test
    void approval_takes_effect_and_is_published() {
        Submitted submitted = filer.submitted();
        Desk.publish(Desk.approved(submitted.workOrder(), submitted.id()));

        awaitStatus(submitted.id(), "APPROVED");
        filer.get(submitted.id())
                .then()
                .body("inForceWorkOrder", equalTo((int) submitted.workOrder()))
                .body("decision.outcome", equalTo("APPROVED"))
                .body("version", equalTo(3));
        QualificationApproved event =
                (QualificationApproved) EventBus.await(EventType.QUALIFICATION_APPROVED, Long.toString(submitted.id()));
        assertThat(event.contactId()).isEqualTo(verificationOf(submitted));
        assertThat(event.workOrder()).isEqualTo(submitted.workOrder());
    }

    @Test
    void rejection_shows_notes_to_owner_and_publishes_only_codes() {
        Submitted submitted = filer.submitted();
        Peers.set(
                "notes:" + submitted.workOrder(),
                "{\"workOrder\":" + submitted.workOrder()
                        + ",\"outcome\":\"REJECTED\",\"reasons\":[{\"code\":\"COMPANY_NAME_MISMATCH\",\"pointer\":"
                        + "\"/company/name\",\"note\":\"请张三改正\"}],\"items\":[]}");
        Desk.publish(Desk.rejected(submitted.workOrder(), submitted.id()));

        awaitStatus(submitted.id(), "REJECTED");
        filer.get(submitted.id())
                .then()
                .body("decision.reasons[0].code", equalTo("COMPANY_NAME_MISMATCH"))
                .body("decision.reasons[0].note", equalTo("请张三改正"));
        QualificationRejected event =
                (QualificationRejected) EventBus.await(EventType.QUALIFICATION_REJECTED, Long.toString(submitted.id()));
        assertThat(event.reasons()).hasSize(1);
        assertThat(event.toString()).doesNotContain("张三");
        filer.request()
                .get("/v1/qualifications/" + submitted.id() + "/timeline")
                .then()
                .body("items.act", hasItem("REJECTED"))
                .body("items[2].details.reasons[0].code", equalTo("COMPANY_NAME_MISMATCH"));
    }

    @Test
    void resubmits_corrected_qualification_after_rejection() {
        Submitted submitted = filer.submitted();
        Desk.publish(Desk.rejected(submitted.workOrder(), submitted.id()));
        awaitStatus(submitted.id(), "REJECTED");
        filer.get(submitted.id()).then().body("decision.reasons[0].pointer", equalTo("/company/name"));

        resubmit(submitted);
    }

    @Test
    void resubmits_with_material_after_supplement_request() {
        Submitted submitted = filer.submitted();
        Desk.publish(Desk.supplement(submitted.workOrder(), submitted.id()));
        awaitStatus(submitted.id(), "SUPPLEMENT_REQUIRED");
        filer.get(submitted.id())
                .then()
                .body("decision.items[0].code", equalTo("MATERIAL_INSUFFICIENT"))
                .body("decision.items[0].documentKind", equalTo("MORE_MATERIAL"));
        QualificationSupplementRequested event = (QualificationSupplementRequested)
                EventBus.await(EventType.QUALIFICATION_SUPPLEMENT_REQUESTED, Long.toString(submitted.id()));
        assertThat(event.items()).hasSize(1);
        filer.request()
                .post("/v1/qualifications/" + submitted.id() + "/evaluation")
                .then()
                .statusCode(200)
                .body("rules.find{it.code=='SUPPLEMENT_UNANSWERED'}.status", equalTo("WARNING"))
                .body("rules.find{it.code=='SUPPLEMENT_UNANSWERED'}.pointer", equalTo("/moreMaterial"));

        resubmit(submitted);
    }

    @Test
    void reviews_amendment_while_approved_revision_stays_in_force() {
        Submitted submitted = filer.submitted();
        long id = submitted.id();
        Desk.publish(Desk.approved(submitted.workOrder(), id));
        awaitStatus(id, "APPROVED");
        filer.submit(id).then().statusCode(409).body("code", equalTo("NOTHING_CHANGED"));

        filer.edit(id, Forms.verifiedAgain(submitted.form()))
                .then()
                .statusCode(200)
                .body("status", equalTo("APPROVED"))
                .body("workingCopy", equalTo(true));
        long second = filer.submit(id)
                .then()
                .statusCode(200)
                .body("inForceWorkOrder", equalTo((int) submitted.workOrder()))
                .body("decision", nullValue())
                .extract()
                .jsonPath()
                .getLong("workOrder");
        Desk.publish(Desk.rejected(second, id));
        awaitStatus(id, "REJECTED");
        filer.get(id).then().body("inForceWorkOrder", equalTo((int) submitted.workOrder()));
        filer.request()
                .get("/v1/qualifications/" + id + "/timeline")
                .then()
                .body(
                        "items.act",
                        contains("DRAFTED", "SUBMITTED", "APPROVED", "AMENDMENT_OPENED", "SUBMITTED", "REJECTED"));
    }

    @Test
    void records_decision_after_withdrawal_without_effect() {
        Submitted submitted = filer.submitted();
        filer.withdraw(submitted.id()).then().statusCode(200);
        Desk.publish(Desk.approved(submitted.workOrder(), submitted.id()));

        awaitAct(submitted.id(), "DECISION_SUPERSEDED");
        assertThat(filer.status(submitted.id())).isEqualTo("WITHDRAWN");
        assertThat(EventBus.all(EventType.QUALIFICATION_APPROVED, Long.toString(submitted.id())))
                .isEmpty();
    }

    @Test
    void records_decision_on_earlier_revision_without_effect() {
        Submitted submitted = filer.submitted();
        filer.withdraw(submitted.id()).then().statusCode(200);
        filer.edit(submitted.id(), Forms.verifiedAgain(submitted.form())).then().statusCode(200);
        filer.submit(submitted.id()).then().statusCode(200);
        Desk.publish(Desk.approved(submitted.workOrder(), submitted.id()));

        awaitAct(submitted.id(), "DECISION_SUPERSEDED");
        assertThat(filer.status(submitted.id())).isEqualTo("IN_REVIEW");
    }

    @Test
    void applies_redelivered_decision_once() {
        Submitted submitted = filer.submitted();
        ReviewDecided decided = Desk.approved(submitted.workOrder(), submitted.id());
        UUID eventId = UUID.randomUUID();
        EventBus.publish(decided, 1, eventId);
        EventBus.publish(decided, 1, eventId);
        awaitStatus(submitted.id(), "APPROVED");
        EventBus.publish(new ReviewClaimed(submitted.workOrder(), submitted.id(), "r", Instant.now()), 2);

        awaitAct(submitted.id(), "REVIEW_CLAIMED");
        filer.request()
                .get("/v1/qualifications/" + submitted.id() + "/timeline")
                .then()
                .body("items.act", contains("DRAFTED", "SUBMITTED", "APPROVED", "REVIEW_CLAIMED"));
    }

    @Test
    void records_reopened_review_and_applies_next_decision() {
        Submitted submitted = filer.submitted();
        Desk.open(submitted);
        Desk.publish(reopened(submitted, "supervisor", true), 2);
        awaitAct(submitted.id(), "REVIEW_REOPENED");
        assertThat(filer.status(submitted.id())).isEqualTo("IN_REVIEW");

        Desk.publish(Desk.approved(submitted.workOrder(), submitted.id()), 3);

        awaitStatus(submitted.id(), "APPROVED");
    }

    @Test
    void timeline_shows_reopening_by_supervisor() {
        Submitted submitted = filer.submitted();
        Desk.open(submitted);
        Desk.publish(reopened(submitted, "reviewer-a", false), 2);
        Desk.publish(reopened(submitted, "supervisor", true), 3);

        await().atMost(PATIENCE)
                .until(() -> filer.request()
                                .get("/v1/qualifications/" + submitted.id() + "/timeline")
                                .jsonPath()
                                .getList("items")
                                .size()
                        == 5);
        filer.request()
                .get("/v1/qualifications/" + submitted.id() + "/timeline")
                .then()
                .body("items[3..4].act", contains("REVIEW_REOPENED", "REVIEW_REOPENED"))
                .body("items[3..4].role", contains("reviewer", "supervisor"))
                .body("items[4].actor", nullValue());
    }

    @ParameterizedTest
    @EnumSource
    void parks_reopened_review_without_submission(ReviewSubject subject) {
        long workOrder = 9_000_000_000L + System.nanoTime() % 1_000_000_000;
        Desk.publish(new ReviewReopened(workOrder, 1, "reviewer-a", Instant.now(), subject, null, false));

        await().atMost(PATIENCE)
                .until(() -> Reactive.inTransaction(() -> Panache.getSession()
                                .chain(session -> session.createNativeQuery(
                                                "select count(*) from inbox_cursor where parked_at is not null"
                                                        + " and aggregate_id = '" + workOrder + "'",
                                                Long.class)
                                        .getSingleResult()))
                        == 1);
    }

    private static ReviewReopened reopened(Submitted submitted, String by, boolean bySupervisor) {
        return new ReviewReopened(
                submitted.workOrder(),
                submitted.id(),
                by,
                Instant.now(),
                ReviewSubject.QUALIFICATION,
                null,
                bySupervisor);
    }

    @Test
    void retries_decision_until_review_service_answers() {
        Submitted submitted = filer.submitted();
        Peers.set("review-service", "down");
        Desk.publish(Desk.rejected(submitted.workOrder(), submitted.id()));

        await().atMost(PATIENCE).until(() -> Peers.calls("/internal/v1/reviews").size() >= 2);
        assertThat(filer.status(submitted.id())).isEqualTo("IN_REVIEW");
        Peers.set("review-service", "up");
        awaitStatus(submitted.id(), "REJECTED");
    }

    private void resubmit(Submitted submitted) {
        Map<String, Object> form = Forms.verifiedAgain(submitted.form());
        form.put("moreMaterial", List.of(Forms.documentId(), Forms.documentId()));
        filer.edit(submitted.id(), form).then().statusCode(200).body("workingCopy", equalTo(true));
        filer.submit(submitted.id())
                .then()
                .statusCode(200)
                .body("revision", equalTo(2))
                .body("status", equalTo("IN_REVIEW"))
                .body("decision", nullValue());
        assertThat(EventBus.await(EventType.QUALIFICATION_SUBMITTED, Long.toString(submitted.id()), 2))
                .hasSize(2);
    }

    private void awaitStatus(long id, String status) {
        await().atMost(PATIENCE).until(() -> filer.status(id).equals(status));
    }

    private void awaitAct(long id, String act) {
        await().atMost(PATIENCE)
                .until(() -> filer.request()
                        .get("/v1/qualifications/" + id + "/timeline")
                        .jsonPath()
                        .getList("items.act")
                        .contains(act));
    }

    private static Object verificationOf(Submitted submitted) {
        return java.util.Objects.requireNonNull(
                Forms.part(submitted.form(), "administrator").get("phoneVerificationId"));
    }
}
