package io.zizhi.qualification.filing.lettersubmission;

import static io.zizhi.platform.testkit.Waits.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import io.zizhi.contracts.AuthorizationLetterApproved;
import io.zizhi.contracts.AuthorizationLetterRejected;
import io.zizhi.contracts.AuthorizationLetterSubmitted;
import io.zizhi.contracts.AuthorizationLetterWithdrawn;
import io.zizhi.contracts.DecisionReason;
import io.zizhi.contracts.EventType;
import io.zizhi.contracts.LetterContact;
import io.zizhi.contracts.OwnerType;
import io.zizhi.contracts.QualificationSubmitted;
import io.zizhi.contracts.ReviewClaimed;
import io.zizhi.contracts.ReviewDecided;
import io.zizhi.contracts.ReviewOpened;
import io.zizhi.contracts.ReviewOutcome;
import io.zizhi.contracts.ReviewReopened;
import io.zizhi.contracts.ReviewSubject;
import io.zizhi.contracts.SlaRescheduled;
import io.zizhi.contracts.SubmittedLetter;
import io.zizhi.contracts.SupplementItem;
import io.zizhi.local.demo.DemoAccounts;
import io.zizhi.platform.testkit.EventBus;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.qualification.form.Period;
import io.zizhi.qualification.testing.Desk;
import io.zizhi.qualification.testing.Filer;
import io.zizhi.qualification.testing.Forms;
import io.zizhi.qualification.testing.Letters;
import io.zizhi.qualification.testing.PeerDouble;
import io.zizhi.qualification.testing.Peers;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reviews of letters, alone and together with a qualification. */
@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
@WithTestResource(PeerDouble.class)
class LetterSubmissionComponentTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Instant AT = Instant.parse("2026-11-24T03:00:00Z");

    @Inject
    CircuitBreakerMaintenance breakers;

    private Filer agency;
    private Letters letters;

    @BeforeEach
    void start() {
        agency = Filer.ofAgency();
        letters = new Letters(agency);
        Peers.reset();
        breakers.resetAll();
    }

    @Test
    void submits_letter_alone_and_pins_its_image() {
        clock(Clock.offset(Clock.systemUTC(), Duration.ofMinutes(-10)));
        Instant before = Instant.now();
        Map<String, Object> form = Letters.good();
        form.put("creditCode", "91310115MA00001B36");
        long id = letters.drafted(form);

        long workOrder = letters.submit(id)
                .then()
                .statusCode(200)
                .body("status", equalTo("IN_REVIEW"))
                .body("revision", equalTo(1))
                .body("qualificationId", nullValue())
                .extract()
                .jsonPath()
                .getLong("workOrder");

        AuthorizationLetterSubmitted event =
                (AuthorizationLetterSubmitted) EventBus.await(EventType.LETTER_SUBMITTED, Long.toString(id));
        assertThat(event.workOrder()).isEqualTo(workOrder);
        assertThat(event.submittedAt())
                .as("the time of the database, not of the slow pod")
                .isBetween(before.minusSeconds(1), Instant.now());
        assertThat(event.ownerType()).isEqualTo(OwnerType.COMPANY);
        assertThat(event.contact())
                .as("the account has no qualification of that company")
                .isNull();
        assertThat(event.documentIds()).containsExactly(String.valueOf(form.get("documentId")));
        assertThat(Peers.calls("/internal/v1/documents/pins"))
                .singleElement()
                .asString()
                .contains("\"qualificationId\":" + id, "AUTHORIZATION_LETTER");
        letters.edit(id, form).then().statusCode(409).body("code", equalTo("ILLEGAL_TRANSITION"));
        letters.delete(id).then().statusCode(409).body("code", equalTo("ILLEGAL_TRANSITION"));
    }

    @Test
    void rejects_letter_that_fails_a_rule() {
        Map<String, Object> form = Letters.good();
        form.put("validFrom", "2026-01-01");
        form.put("validTo", "2026-02-01");
        form.remove("documentId");
        long id = letters.drafted(form);

        letters.submit(id)
                .then()
                .statusCode(422)
                .body("code", equalTo("PRECHECK_FAILED"))
                .body("errors.code", contains("FIELD_REQUIRED", "LETTER_EXPIRED"));
        assertThat(letters.status(id)).isEqualTo("DRAFT");
    }

    @Test
    void repeated_letter_submission_gets_original_response() {
        long id = letters.drafted(Letters.good());
        String key = UUID.randomUUID().toString();
        String first =
                letters.submit(id, 1, key).then().statusCode(200).extract().asString();

        String second =
                letters.submit(id, 1, key).then().statusCode(200).extract().asString();

        assertThat(second).isEqualTo(first);
        long other = letters.drafted(Letters.good());
        letters.submit(other, 1, key).then().statusCode(422).body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));
        letters.submit(id, 2, key).then().statusCode(422);
        assertThat(EventBus.await(EventType.LETTER_SUBMITTED, Long.toString(id), 1))
                .hasSize(1);
    }

    @Test
    void accepts_nothing_while_document_service_is_down() {
        long id = letters.drafted(Letters.good());
        Peers.set("document-service", "down");

        letters.submit(id).then().statusCode(503).body("code", equalTo("DOCUMENT_SERVICE_UNAVAILABLE"));
        assertThat(letters.status(id)).isEqualTo("DRAFT");
    }

    @Test
    void resubmits_letter_after_withdrawal_and_edit() {
        Map<String, Object> form = Letters.good();
        long id = letters.drafted(form);
        letters.submit(id).then().statusCode(200);

        letters.withdraw(id).then().statusCode(200).body("status", equalTo("WITHDRAWN"));

        AuthorizationLetterWithdrawn event =
                (AuthorizationLetterWithdrawn) EventBus.await(EventType.LETTER_WITHDRAWN, Long.toString(id));
        assertThat(event.qualificationId()).isNull();
        letters.withdraw(id).then().statusCode(409).body("code", equalTo("ILLEGAL_TRANSITION"));
        form.put("validTo", Letters.LAST_DAY.minusYears(1).toString());
        letters.edit(id, form).then().statusCode(200);
        letters.submit(id).then().statusCode(200).body("revision", equalTo(2));
    }

    @Test
    void approves_letter_alone_publishes_event_and_allows_renewal() {
        long id = letters.drafted(Letters.good());
        long workOrder = submitAlone(id);
        EventBus.publish(opened(workOrder, id), 1);
        EventBus.publish(new ReviewClaimed(workOrder, id, "reviewer-a", AT, ReviewSubject.LETTER, id), 2);
        awaitActs(id, 4);
        letters.get(id).then().body("dueAt", equalTo("2026-11-24T05:00:00Z"));
        EventBus.publish(decided(workOrder, id, ReviewOutcome.APPROVED, ReviewSubject.LETTER, null), 3);

        awaitStatus(id, "APPROVED");
        letters.get(id)
                .then()
                .body("validity", equalTo("VALID"))
                .body("dueAt", nullValue())
                .body("decision.outcome", equalTo("APPROVED"));
        AuthorizationLetterApproved event =
                (AuthorizationLetterApproved) EventBus.await(EventType.LETTER_APPROVED, Long.toString(id));
        assertThat(event.qualificationId()).isNull();
        letters.timeline(id)
                .then()
                .body("items.act", contains("DRAFTED", "SUBMITTED", "REVIEW_OPENED", "REVIEW_CLAIMED", "APPROVED"))
                .body("items[3].actor", nullValue());
        letters.edit(id, Letters.good()).then().statusCode(409);
        letters.post(id, "renewal")
                .then()
                .statusCode(201)
                .body("status", equalTo("DRAFT"))
                .body("renewalOf", equalTo((int) id))
                .body("form.signatureNames", contains("星河示例", "Galaxy2026"))
                .body("form.validTo", nullValue())
                .body("form.documentId", nullValue());
        letters.list("?validity=VALID&limit=100").then().body("items.id", hasItem((int) id));
    }

    @Test
    void repeated_renewal_returns_the_same_draft() {
        long id = approvedAlone();
        Map<String, Object> request = Forms.map(
                "name", "续期" + System.nanoTime(), "validFrom", "2029-01-01", "signatureNames", List.of("星河商城"));

        int renewal = letters.renew(id, request)
                .then()
                .statusCode(201)
                .body("renewalOf", equalTo((int) id))
                .body("form.name", equalTo(request.get("name")))
                .body("form.validFrom", equalTo("2029-01-01"))
                .body("form.signatureNames", contains("星河商城"))
                .extract()
                .path("id");

        letters.renew(id, request).then().statusCode(201).body("id", equalTo(renewal));
        letters.post(id, "renewal").then().statusCode(201).body("id", equalTo(renewal));
        letters.renew(id, Forms.map("validFrom", "2029-02-01"))
                .then()
                .statusCode(409)
                .body("code", equalTo("RENEWAL_EXISTS"));
        letters.renew(id, Forms.map("authoriser", "另一示例有限公司"))
                .then()
                .statusCode(400)
                .body("errors.code", contains("FIELD_UNKNOWN"));
        letters.delete(renewal).then().statusCode(204);
        letters.renew(id, request).then().statusCode(201);
    }

    @Test
    void renewal_may_be_submitted_before_it_starts() {
        Instant now = Instant.now();
        clock(Clock.fixed(now, ZoneOffset.UTC));
        LocalDate today = LocalDate.ofInstant(now, Period.ZONE);
        long renewal = letters.renew(
                        approvedAlone(),
                        Forms.map(
                                "validFrom", today.plusDays(181).toString(),
                                "validTo", today.plusYears(2).toString(),
                                "documentId", Forms.documentId()))
                .jsonPath()
                .getLong("id");

        letters.submit(renewal).then().statusCode(422).body("errors.code", contains("LETTER_RENEWAL_TOO_EARLY"));
        Map<String, Object> form =
                new LinkedHashMap<>(letters.get(renewal).jsonPath().getMap("form"));
        form.put("validFrom", today.plusDays(180).toString());
        letters.edit(renewal, form).then().statusCode(200);
        letters.submit(renewal).then().statusCode(200);
    }

    private long approvedAlone() {
        long id = letters.drafted(Letters.good());
        EventBus.publish(decided(submitAlone(id), id, ReviewOutcome.APPROVED, ReviewSubject.LETTER, null), 1);
        awaitStatus(id, "APPROVED");
        return id;
    }

    @Test
    void records_desk_events_in_timeline_of_letter() {
        long id = letters.drafted(Letters.good());
        long workOrder = submitAlone(id);
        EventBus.publish(opened(workOrder, id), 1);
        EventBus.publish(rescheduled(workOrder, id, ReviewSubject.LETTER, id), 2);
        EventBus.publish(reopened(workOrder, id, ReviewSubject.LETTER, id, false), 3);
        EventBus.publish(reopened(workOrder, id, ReviewSubject.LETTER, id, true), 4);

        awaitActs(id, 6);
        letters.timeline(id)
                .then()
                .body(
                        "items.act",
                        contains(
                                "DRAFTED",
                                "SUBMITTED",
                                "REVIEW_OPENED",
                                "RESCHEDULED",
                                "REVIEW_REOPENED",
                                "REVIEW_REOPENED"))
                .body("items[3].details.dueAt", equalTo("2026-11-25T03:00:00Z"))
                .body("items[3].details.previousDueAt", equalTo("2026-11-24T05:00:00Z"))
                .body("items[4..5].role", contains("reviewer", "supervisor"))
                .body("items[5].actor", nullValue());
        letters.get(id).then().body("status", equalTo("IN_REVIEW")).body("dueAt", equalTo("2026-11-25T03:00:00Z"));
    }

    @Test
    void records_desk_events_in_timeline_of_accompanying_letter() {
        long id = letters.drafted(Letters.good());
        long qualification = agency.draft(letters.thirdParty(id));
        long workOrder = submitted(qualification);
        EventBus.publish(rescheduled(workOrder, qualification, ReviewSubject.QUALIFICATION, id), 1);
        EventBus.publish(reopened(workOrder, qualification, ReviewSubject.QUALIFICATION, id, true), 2);

        awaitActs(id, 4);
        letters.timeline(id)
                .then()
                .body("items[2..3].act", contains("RESCHEDULED", "REVIEW_REOPENED"))
                .body("items[3].role", equalTo("supervisor"));
        letters.get(id).then().body("dueAt", equalTo("2026-11-25T03:00:00Z"));
        agency.get(qualification).then().body("dueAt", equalTo("2026-11-25T03:00:00Z"));
        agency.request()
                .get("/v1/qualifications/" + qualification + "/timeline")
                .then()
                .body("items[2..3].act", contains("RESCHEDULED", "REVIEW_REOPENED"))
                .body("items[3].role", equalTo("supervisor"));
    }

    private static SlaRescheduled rescheduled(long workOrder, long id, ReviewSubject subject, @Nullable Long letterId) {
        Instant dueAt = AT.plus(Duration.ofDays(1));
        return new SlaRescheduled(
                workOrder,
                id,
                "GOVERNMENT",
                dueAt.minusSeconds(1_800),
                dueAt,
                dueAt.plusSeconds(3_600),
                false,
                AT.plusSeconds(7_200),
                2,
                AT,
                subject,
                letterId);
    }

    private static ReviewReopened reopened(
            long workOrder, long id, ReviewSubject subject, @Nullable Long letterId, boolean bySupervisor) {
        return new ReviewReopened(workOrder, id, "somebody", AT, subject, letterId, bySupervisor);
    }

    private void awaitActs(long id, int count) {
        await().atMost(PATIENCE)
                .until(() -> letters.timeline(id).jsonPath().getList("items").size() == count);
    }

    @Test
    void publishes_rejection_codes_but_shows_notes_to_owner_only() {
        long id = letters.drafted(Letters.good());
        long workOrder = submitAlone(id);
        Peers.set(
                "notes:" + workOrder,
                "{\"workOrder\":" + workOrder + ",\"outcome\":\"REJECTED\",\"reasons\":[{\"code\":\"LETTER_UNSIGNED\","
                        + "\"pointer\":\"/documentId\",\"note\":\"请张三签字\"}],\"items\":[]}");
        EventBus.publish(decided(workOrder, id, ReviewOutcome.REJECTED, ReviewSubject.LETTER, null), 1);

        awaitStatus(id, "REJECTED");
        letters.get(id).then().body("decision.reasons[0].note", equalTo("请张三签字"));
        AuthorizationLetterRejected event =
                (AuthorizationLetterRejected) EventBus.await(EventType.LETTER_REJECTED, Long.toString(id));
        assertThat(event.reasons()).containsExactly(new DecisionReason("LETTER_UNSIGNED", "/documentId"));
        assertThat(event.toString()).doesNotContain("张三");
        letters.submit(id).then().statusCode(200).body("revision", equalTo(2)).body("decision", nullValue());
    }

    @Test
    void ignores_decision_after_withdrawal() {
        long id = letters.drafted(Letters.good());
        long workOrder = submitAlone(id);
        letters.withdraw(id).then().statusCode(200);
        EventBus.publish(decided(workOrder, id, ReviewOutcome.APPROVED, ReviewSubject.LETTER, null), 1);

        await().atMost(PATIENCE)
                .until(() ->
                        letters.timeline(id).jsonPath().getList("items.act").contains("DECISION_SUPERSEDED"));
        assertThat(letters.status(id)).isEqualTo("WITHDRAWN");
    }

    @Test
    void approves_letter_together_with_qualification() {
        Map<String, Object> letter = Letters.good();
        long id = letters.drafted(letter);
        Map<String, Object> form = letters.thirdParty(id);
        long qualification = agency.draft(form);

        long workOrder = submitted(qualification);

        QualificationSubmitted event = (QualificationSubmitted)
                EventBus.await(EventType.QUALIFICATION_SUBMITTED, Long.toString(qualification));
        assertThat(event.letter())
                .isEqualTo(new SubmittedLetter(id, 1, List.of(String.valueOf(letter.get("documentId")))));
        letters.get(id)
                .then()
                .body("status", equalTo("IN_REVIEW"))
                .body("workOrder", equalTo((int) workOrder))
                .body("qualificationId", equalTo((int) qualification));
        assertThat(Peers.calls("/internal/v1/documents/pins")).hasSize(2);
        letters.withdraw(id).then().statusCode(409).body("code", equalTo("LETTER_TRAVELS"));
        agency.request()
                .post("/v1/qualifications/" + qualification + "/evaluation")
                .then()
                .statusCode(200)
                .body("rules.code", not(hasItem("LETTER_IN_REVIEW")));
        Filer.asService("review-service")
                .get("/internal/v1/submissions/" + workOrder)
                .then()
                .body("letter.letterId", equalTo((int) id))
                .body("letter.authorisedParty", equalTo(letter.get("authorisedParty")))
                .body("letter.decided", equalTo(false));

        EventBus.publish(
                decided(
                        workOrder,
                        qualification,
                        ReviewOutcome.APPROVED,
                        ReviewSubject.QUALIFICATION,
                        ReviewOutcome.APPROVED),
                1);
        awaitStatus(id, "APPROVED");
        assertThat(agency.status(qualification)).isEqualTo("APPROVED");
        AuthorizationLetterApproved approved =
                (AuthorizationLetterApproved) EventBus.await(EventType.LETTER_APPROVED, Long.toString(id));
        assertThat(approved.qualificationId()).isEqualTo(qualification);
        assertThat(approved.contact())
                .as("the result is part of the qualification's notice")
                .isNull();

        agency.get(qualification)
                .then()
                .body("evidenceValidity.evidence.kind", hasItem("AUTHORIZATION_LETTER"))
                .body(
                        "evidenceValidity.evidence.find{it.kind=='AUTHORIZATION_LETTER'}.endsOn",
                        equalTo(Letters.LAST_DAY.toString()));

        long renewed = letters.post(id, "renewal").jsonPath().getLong("id");
        Map<String, Object> paper = Letters.good();
        paper.put("name", "续期" + System.nanoTime());
        letters.edit(renewed, paper).then().statusCode(200);
        letters.submit(renewed).then().statusCode(200);
        AuthorizationLetterSubmitted alone =
                (AuthorizationLetterSubmitted) EventBus.await(EventType.LETTER_SUBMITTED, Long.toString(renewed));
        assertThat(alone.contact())
                .as("the contact of the account's qualification for that company")
                .isEqualTo(new LetterContact(
                        qualification,
                        String.valueOf(Forms.part(form, "administrator").get("phoneVerificationId"))));
    }

    @Test
    void rejects_accompanying_letter_for_its_own_reasons() {
        long id = letters.drafted(Letters.good());
        long qualification = agency.draft(letters.thirdParty(id));
        long workOrder = submitted(qualification);
        EventBus.publish(
                new ReviewDecided(
                        workOrder,
                        qualification,
                        1,
                        ReviewOutcome.REJECTED,
                        List.of(
                                new DecisionReason("ID_EXPIRED", "/administrator/validTo"),
                                new DecisionReason("LETTER_UNSIGNED", "/letter/documentId")),
                        List.of(),
                        "reviewer-a",
                        AT,
                        ReviewSubject.QUALIFICATION,
                        ReviewOutcome.REJECTED,
                        id),
                1);

        awaitStatus(id, "REJECTED");
        letters.get(id)
                .then()
                .body("decision.reasons.code", contains("LETTER_UNSIGNED"))
                .body("decision.reasons[0].pointer", equalTo("/documentId"));
        agency.get(qualification).then().body("decision.reasons.code", contains("ID_EXPIRED", "LETTER_UNSIGNED"));
    }

    @Test
    void approves_letter_while_qualification_needs_supplement() {
        Map<String, Object> letter = Letters.good();
        long id = letters.drafted(letter);
        Map<String, Object> form = letters.thirdParty(id);
        long qualification = agency.draft(form);
        long workOrder = submitted(qualification);
        EventBus.publish(
                new ReviewDecided(
                        workOrder,
                        qualification,
                        1,
                        ReviewOutcome.SUPPLEMENT_REQUESTED,
                        List.of(),
                        List.of(new SupplementItem("MATERIAL_INSUFFICIENT", "/moreMaterial", "MORE_MATERIAL")),
                        "reviewer-a",
                        AT,
                        ReviewSubject.QUALIFICATION,
                        ReviewOutcome.APPROVED,
                        id),
                1);

        awaitStatus(id, "APPROVED");
        assertThat(agency.status(qualification)).isEqualTo("SUPPLEMENT_REQUIRED");
        agency.edit(qualification, Forms.verifiedAgain(form)).then().statusCode(200);
        submitted(qualification);
        QualificationSubmitted second = (QualificationSubmitted)
                EventBus.await(EventType.QUALIFICATION_SUBMITTED, Long.toString(qualification), 2)
                        .getLast();
        assertThat(second.letter())
                .as("already approved, so its status does not change")
                .isNull();
        String picture = String.valueOf(letter.get("documentId"));
        assertThat(second.documentIds()).as("the reviewer sees its image").contains(picture);
        assertThat(Peers.calls("/internal/v1/documents/pins").getLast())
                .as("the image is pinned for the qualification too")
                .contains(picture, "\"qualificationId\":" + qualification);
    }

    @Test
    void letter_without_own_outcome_gets_outcome_of_qualification() {
        long id = letters.drafted(Letters.good());
        long qualification = agency.draft(letters.thirdParty(id));
        long workOrder = submitted(qualification);
        EventBus.publish(Desk.rejected(workOrder, qualification), 1);

        awaitStatus(id, "REJECTED");
        letters.get(id)
                .then()
                .body("decision.reasons.code", contains("COMPANY_NAME_MISMATCH"))
                .body("decision.reasons[0].pointer", equalTo(""));
    }

    @Test
    void withdrawing_qualification_withdraws_its_letter() {
        long id = letters.drafted(Letters.good());
        long qualification = agency.draft(letters.thirdParty(id));
        submitted(qualification);

        agency.withdraw(qualification).then().statusCode(200);

        assertThat(letters.status(id)).isEqualTo("WITHDRAWN");
        AuthorizationLetterWithdrawn event =
                (AuthorizationLetterWithdrawn) EventBus.await(EventType.LETTER_WITHDRAWN, Long.toString(id));
        assertThat(event.qualificationId()).isEqualTo(qualification);
    }

    @Test
    void rejects_third_party_qualification_without_letter() {
        Map<String, Object> without = letters.thirdParty(1);
        without.remove("letterId");
        agency.submit(agency.draft(without)).then().statusCode(422).body("errors.code", contains("LETTER_MISSING"));

        long id = letters.drafted(Letters.good());
        submitAlone(id);
        agency.submit(agency.draft(letters.thirdParty(id)))
                .then()
                .statusCode(422)
                .body("errors.code", contains("LETTER_IN_REVIEW"));
    }

    @Test
    void shows_desk_the_letter_with_masked_person() {
        Letters ofPerson = new Letters(Filer.ofPerson());
        Map<String, Object> form = Letters.good();
        form.put("authorisedParty", "王小示例");
        long id = ofPerson.drafted(form);
        long workOrder =
                ofPerson.submit(id).then().statusCode(200).extract().jsonPath().getLong("workOrder");

        Filer.asService("review-service")
                .get("/internal/v1/submissions/" + workOrder + "/letter")
                .then()
                .statusCode(200)
                .body("letterId", equalTo((int) id))
                .body("authorisedParty", equalTo("王*"))
                .body("evaluation.passed", equalTo(true));
        ofPerson.get(id).then().body("form.authorisedParty", equalTo("王小示例"));
        Filer.asService("review-service")
                .get("/internal/v1/submissions/1/letter")
                .then()
                .statusCode(404)
                .body("code", equalTo("WORK_ORDER_NOT_FOUND"));
    }

    @Test
    void shows_desk_only_the_accounts_own_company_unmasked() {
        long id = letters.drafted(Letters.good());
        long workOrder = submitAlone(id);
        Filer.verify(DemoAccounts.AGENCY.id(), "改名示例信息服务有限公司", DemoAccounts.AGENCY.creditCode());

        Filer.asService("review-service")
                .get("/internal/v1/submissions/" + workOrder + "/letter")
                .then()
                .body("authorisedParty", not(equalTo(DemoAccounts.AGENCY.companyName())))
                .body("authorisedParty", containsString("*"));
        Filer.ofAgency();
        Filer.asService("review-service")
                .get("/internal/v1/submissions/" + workOrder + "/letter")
                .then()
                .body("authorisedParty", equalTo(DemoAccounts.AGENCY.companyName()));
    }

    @Test
    void rejects_deletion_of_letter_in_use() {
        long id = letters.drafted(Letters.good());
        EventBus.publish(decided(submitAlone(id), id, ReviewOutcome.APPROVED, ReviewSubject.LETTER, null), 1);
        awaitStatus(id, "APPROVED");
        long qualification = agency.draft(letters.thirdParty(id));
        long workOrder = submitted(qualification);
        letters.delete(id).then().statusCode(409).body("code", equalTo("LETTER_IN_USE"));

        EventBus.publish(Desk.approved(workOrder, qualification), 1);
        await().atMost(PATIENCE).until(() -> agency.status(qualification).equals("APPROVED"));
        letters.delete(id).then().statusCode(409).body("code", equalTo("LETTER_IN_USE"));

        agency.delete(qualification).then().statusCode(204);
        letters.delete(id).then().statusCode(204);
    }

    /** Sets the service's clock until the end of the test. */
    private static void clock(Clock clock) {
        QuarkusMock.installMockForType(clock, Clock.class);
    }

    private long submitAlone(long id) {
        return letters.submit(id).then().statusCode(200).extract().jsonPath().getLong("workOrder");
    }

    private long submitted(long qualification) {
        return agency.submit(qualification)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getLong("workOrder");
    }

    private static ReviewOpened opened(long workOrder, long id) {
        return new ReviewOpened(
                workOrder,
                id,
                1,
                "STANDARD",
                AT,
                AT.plusSeconds(5400),
                AT.plusSeconds(7200),
                AT.plusSeconds(10800),
                false,
                ReviewSubject.LETTER,
                id);
    }

    private static ReviewDecided decided(
            long workOrder,
            long id,
            ReviewOutcome outcome,
            ReviewSubject subject,
            @Nullable ReviewOutcome letterOutcome) {
        List<DecisionReason> reasons = outcome == ReviewOutcome.REJECTED
                ? List.of(new DecisionReason("LETTER_UNSIGNED", "/documentId"))
                : List.of();
        return new ReviewDecided(
                workOrder, id, 1, outcome, reasons, List.of(), "reviewer-a", AT, subject, letterOutcome, null);
    }

    private void awaitStatus(long id, String status) {
        await().atMost(PATIENCE).until(() -> letters.status(id).equals(status));
    }
}
