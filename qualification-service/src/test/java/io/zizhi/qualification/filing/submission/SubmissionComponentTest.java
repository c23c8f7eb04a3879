package io.zizhi.qualification.filing.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import io.zizhi.contracts.EventType;
import io.zizhi.contracts.OwnerType;
import io.zizhi.contracts.Purpose;
import io.zizhi.contracts.QualificationSubmitted;
import io.zizhi.contracts.QualificationWithdrawn;
import io.zizhi.local.demo.DemoAccount;
import io.zizhi.local.demo.DemoAccounts;
import io.zizhi.platform.testkit.EventBus;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.platform.testkit.PostgresLog;
import io.zizhi.platform.testkit.SqlStatements;
import io.zizhi.platform.testkit.Tokens;
import io.zizhi.qualification.testing.Filer;
import io.zizhi.qualification.testing.Forms;
import io.zizhi.qualification.testing.Letters;
import io.zizhi.qualification.testing.PeerDouble;
import io.zizhi.qualification.testing.Peers;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
@WithTestResource(PeerDouble.class)
class SubmissionComponentTest {

    private static final String SUBMISSION = "/submission";

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
    void submission_gets_work_order_and_publishes_no_personal_data() {
        Map<String, Object> form = filer.goodForm();
        long id = filer.draft(form);

        long workOrder = filer.submit(id)
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"2\""))
                .body("status", equalTo("IN_REVIEW"))
                .body("revision", equalTo(1))
                .body("submittedAt", notNullValue())
                .body("workingCopy", equalTo(false))
                .extract()
                .jsonPath()
                .getLong("workOrder");

        QualificationSubmitted event =
                (QualificationSubmitted) EventBus.await(EventType.QUALIFICATION_SUBMITTED, Long.toString(id));
        assertThat(event.workOrder()).isEqualTo(workOrder).isLessThan(1L << 53);
        assertThat(event.revision()).isEqualTo(1);
        assertThat(event.ownerType()).isEqualTo(OwnerType.COMPANY);
        assertThat(event.purpose()).isEqualTo(Purpose.SELF);
        assertThat(event.documentIds()).hasSize(4);
        assertThat(event.contactId())
                .isEqualTo(Forms.part(form, "administrator").get("phoneVerificationId"));
        assertThat(event.toString()).doesNotContain("李示例", "王示例", "13900001234");
        assertThat(Peers.calls("/internal/v1/documents/pins"))
                .hasSize(1)
                .first()
                .asString()
                .contains("\"revision\":1");
        assertThat(Peers.calls("/internal/v1/phone-verifications"))
                .anyMatch(call -> call.contains("/reservations") && call.contains("\"qualificationId\":" + id));
    }

    /**
     * Begin and commit are not among the nine. The begin and the lock on the account travel with the key; the read of the
     * qualification and the work order with the lock on the qualification: seven round trips. PostgreSQL logs the numbers
     * of ADR 0023.
     */
    @Test
    void accepts_submission_in_nine_statements() {
        filer.submitted();
        long id = filer.draft(filer.goodForm());
        try (SqlStatements statements = SqlStatements.collect();
                PostgresLog log = PostgresLog.open()) {
            filer.submit(id).then().statusCode(200);

            assertThat(log.transactionWith("insert into submission_key", "'" + id + "'"))
                    .hasSize(PostgresLog.published("accept a submission"));
            assertThat(statements.between("insert into submission_key", "audited as"))
                    // a replica has the key of an account for a while
                    .filteredOn(sql -> !sql.contains("account_key"))
                    .hasSize(9)
                    .satisfies(sql -> assertThat(sql.get(1)).contains("account_identity", "for no key update"))
                    .satisfies(sql -> assertThat(sql.get(2)).contains("qualification", "for no key update"))
                    .satisfies(sql -> assertThat(sql.get(3)).contains("qualification", "revision"))
                    .satisfies(sql -> assertThat(sql.get(4)).contains("update submission_key"))
                    .last()
                    .asString()
                    .contains("timeline_entry_added as", "appended as");
        }
    }

    /** The review clock starts at this instant; the slow clock of one replica would breach targets immediately. */
    @Test
    void takes_submission_time_from_database() {
        QuarkusMock.installMockForType(Clock.offset(Clock.systemUTC(), Duration.ofMinutes(-10)), Clock.class);
        Instant before = Instant.now();
        Filer.Submitted submitted = filer.submitted();

        QualificationSubmitted event = (QualificationSubmitted)
                EventBus.await(EventType.QUALIFICATION_SUBMITTED, Long.toString(submitted.id()));
        assertThat(event.submittedAt()).isBetween(before.minusSeconds(1), Instant.now());
    }

    @Test
    void shows_desk_submission_with_masked_personal_data() {
        Filer.Submitted submitted = filer.submitted();

        io.restassured.RestAssured.given()
                .auth()
                .oauth2(Tokens.service("review-service", "qualification-service"))
                .get("/internal/v1/submissions/" + submitted.workOrder())
                .then()
                .statusCode(200)
                .body("qualificationId", equalTo((int) submitted.id()))
                .body("accountId", equalTo("company-a"))
                .body("form.company.creditCode", equalTo(DemoAccounts.COMPANY_A.creditCode()))
                .body("form.legalRepresentative.name", equalTo("李*"))
                .body("form.administrator.idNumber", matchesPattern("110105\\*{8}.{4}"))
                .body("form.administrator.phone", equalTo("139****1234"));
        io.restassured.RestAssured.given()
                .auth()
                .oauth2(Tokens.service("review-service", "qualification-service"))
                .get("/internal/v1/submissions/1")
                .then()
                .statusCode(404)
                .body("code", equalTo("WORK_ORDER_NOT_FOUND"));
        filer.request()
                .get("/internal/v1/submissions/" + submitted.workOrder())
                .then()
                .statusCode(403);
        io.restassured.RestAssured.given()
                .auth()
                .oauth2(Tokens.service("review-service", "document-service"))
                .get("/internal/v1/submissions/" + submitted.workOrder())
                .then()
                .statusCode(401);
    }

    @Test
    void rejects_submission_of_failing_form() {
        Map<String, Object> form = filer.goodForm();
        Forms.part(form, "company").put("name", "别家示例科技有限公司");
        long id = filer.draft(form);

        filer.submit(id)
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("code", equalTo("PRECHECK_FAILED"))
                .body("errors.code", contains("USE_MISMATCH"))
                .body("errors.pointer", contains("/company"));
        unchanged(id);
        assertThat(Peers.calls("/internal/v1/documents/pins")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "document-service, DOCUMENT_SERVICE_UNAVAILABLE",
        "notification-service, NOTIFICATION_SERVICE_UNAVAILABLE"
    })
    void returns_503_and_changes_nothing_if_a_peer_is_down(String peer, String code) {
        long id = filer.draft(filer.goodForm());
        Peers.set(peer, "down");

        refused(id, filer.submit(id), code);
    }

    @Test
    void returns_503_and_changes_nothing_if_a_call_ends_without_answer() {
        long id = filer.draft(filer.goodForm());

        Response answer = Peers.whileSilent("document-service", "/internal/v1/documents/check", () -> filer.submit(id));

        refused(id, answer, "DOCUMENT_SERVICE_UNAVAILABLE");
    }

    private void refused(long id, Response answer, String code) {
        answer.then()
                .statusCode(503)
                .header("Retry-After", matchesPattern("\\d+"))
                .body("code", equalTo(code));
        unchanged(id);
    }

    @Test
    void late_rejection_by_peer_changes_nothing() {
        long id = filer.draft(filer.goodForm());
        Peers.set("reservations", "refused");
        filer.submit(id).then().statusCode(409).body("code", equalTo("PHONE_VERIFICATION_NOT_USABLE"));

        Peers.reset();
        Peers.set("pins", "refused");
        filer.submit(id).then().statusCode(409).body("code", equalTo("DOCUMENT_NOT_USABLE"));
        unchanged(id);
    }

    @Test
    void submission_requires_idempotency_key() {
        long id = filer.draft(filer.goodForm());
        String path = "/v1/qualifications/" + id + SUBMISSION;

        filer.request()
                .header("If-Match", 1)
                .post(path)
                .then()
                .statusCode(400)
                .body("code", equalTo("IDEMPOTENCY_KEY_REQUIRED"));
        for (String key : List.of("with blank", "x".repeat(101), "schlüssel")) {
            filer.submit(id, 1, key).then().statusCode(400).body("code", equalTo("IDEMPOTENCY_KEY_INVALID"));
        }
        filer.request()
                .header("Idempotency-Key", "k")
                .post(path)
                .then()
                .statusCode(428)
                .body("code", equalTo("VERSION_REQUIRED"));
        filer.submit(id, 9, "k-" + id).then().statusCode(412);
        unchanged(id);
    }

    @Test
    void repeated_submission_gets_original_response_after_later_changes() {
        long id = filer.draft(filer.goodForm());
        String key = UUID.randomUUID().toString();
        String first = filer.submit(id, 1, key).then().statusCode(200).extract().asString();

        assertThat(filer.submit(id, 1, key).then().statusCode(200).extract().asString())
                .isEqualTo(first);
        filer.withdraw(id).then().statusCode(200);
        assertThat(filer.submit(id, 1, key).then().statusCode(200).extract().asString())
                .isEqualTo(first);
        assertThat(filer.status(id)).isEqualTo("WITHDRAWN");
        assertThat(EventBus.all(EventType.QUALIFICATION_SUBMITTED, Long.toString(id)))
                .hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void later_submission_is_not_a_repeat() {
        Map<String, Object> form = filer.goodForm();
        long id = filer.draft(form);
        String key = UUID.randomUUID().toString();
        filer.submit(id, 1, key).then().statusCode(200);
        filer.withdraw(id).then().statusCode(200);
        filer.edit(id, Forms.verifiedAgain(form)).then().statusCode(200);
        long version = filer.version(id);

        filer.submit(id, version, key).then().statusCode(422).body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));
        assertThat(filer.status(id)).isEqualTo("WITHDRAWN");
        filer.submit(id, version, key + "-2").then().statusCode(200).body("revision", equalTo(2));
    }

    @Test
    void rejects_key_used_for_another_qualification() {
        String key = UUID.randomUUID().toString();
        long first = filer.draft(filer.goodForm());
        filer.submit(first, 1, key).then().statusCode(200);
        long second = filer.draft(filer.goodForm());

        filer.submit(second, 1, key).then().statusCode(422).body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));
        unchanged(second);
        Filer other = Filer.ofCompanyB();
        other.submit(other.draft(other.goodForm()), 1, key).then().statusCode(200);
    }

    @Test
    void concurrent_identical_submissions_are_accepted_once() throws Exception {
        long id = filer.draft(filer.goodForm());
        String key = UUID.randomUUID().toString();

        List<Response> answers = atOnce(8, number -> filer.submit(id, 1, key));

        assertThat(answers).extracting(Response::statusCode).containsOnly(200);
        assertThat(answers)
                .extracting(Response::asString)
                .hasSize(8)
                .containsOnly(answers.getFirst().asString());
        filer.withdraw(id).then().statusCode(200);
        EventBus.await(EventType.QUALIFICATION_WITHDRAWN, Long.toString(id));
        assertThat(EventBus.all(EventType.QUALIFICATION_SUBMITTED, Long.toString(id)))
                .hasSize(1);
    }

    @Test
    void accepts_one_of_concurrent_submissions_with_one_key() throws Exception {
        List<Long> ids = List.of(filer.draft(filer.goodForm()), filer.draft(filer.goodForm()));
        String key = UUID.randomUUID().toString();

        List<Response> answers = atOnce(2, number -> filer.submit(ids.get(number), 1, key));

        assertThat(answers).extracting(Response::statusCode).containsExactlyInAnyOrder(200, 422);
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() == 422)
                .extracting(answer -> answer.jsonPath().getString("code"))
                .containsExactly("IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void refused_submission_does_not_use_up_key() {
        Map<String, Object> form = filer.goodForm();
        long id = filer.draft(form);
        String key = UUID.randomUUID().toString();
        Peers.set("document-service", "down");
        filer.submit(id, 1, key).then().statusCode(503);

        Peers.reset();
        breakers.resetAll();
        filer.submit(id, 1, key).then().statusCode(200);
    }

    @Test
    void repeated_submission_needs_no_peer() {
        long id = filer.draft(filer.goodForm());
        String key = UUID.randomUUID().toString();
        String first = filer.submit(id, 1, key).then().statusCode(200).extract().asString();
        Peers.set("document-service", "down");
        Peers.set("notification-service", "down");

        assertThat(filer.submit(id, 1, key).then().statusCode(200).extract().asString())
                .isEqualTo(first);
    }

    @Test
    void accepts_one_of_two_different_concurrent_submissions() throws Exception {
        long id = filer.draft(filer.goodForm());

        List<Response> answers = atOnce(2, number -> filer.submit(id, 1, "key-" + number + "-" + id));

        assertThat(answers).extracting(Response::statusCode).containsExactlyInAnyOrder(200, 412);
    }

    @Test
    void same_administrator_may_file_for_company_under_another_name() {
        Filer.Submitted first = filer.submitted();
        Map<String, Object> form = filer.goodForm();
        form.put("administrator", Forms.verifiedAgain(first.form()).get("administrator"));

        filer.submit(filer.draft(form)).then().statusCode(200);
        Map<String, Object> unsaved = Forms.verifiedAgain(first.form());
        filer.request()
                .body(unsaved)
                .post("/v1/qualifications/evaluation")
                .then()
                .statusCode(200)
                .body("rules.findAll{it.status=='FAILED'}.code", hasItems("DUPLICATE_QUALIFICATION", "NAME_TAKEN"));
    }

    @Test
    void concurrent_submissions_are_compared_with_each_other() throws Exception {
        Filer agency = Filer.ofAgency();
        Letters letters = new Letters(agency);
        Map<String, Object> form = letters.thirdParty(letters.drafted(Letters.good()));
        Map<String, Object> letter = Letters.good();
        letter.put("authoriser", DemoAccounts.COMPANY_B.companyName());
        letter.put("creditCode", DemoAccounts.COMPANY_B.creditCode());
        Map<String, Object> twin = letters.thirdParty(letters.drafted(letter));
        Forms.part(twin, "company").put("name", DemoAccounts.COMPANY_B.companyName());
        Forms.part(twin, "company").put("creditCode", DemoAccounts.COMPANY_B.creditCode());
        twin.put("administrator", Forms.verifiedAgain(form).get("administrator"));
        List<Long> ids = List.of(agency.draft(form), agency.draft(twin));

        List<Response> answers = atOnce(2, number -> agency.submit(ids.get(number)));

        assertThat(answers).extracting(Response::statusCode).containsOnly(200);
        assertThat(answers)
                .extracting(answer -> warnings(answer.jsonPath().getLong("workOrder")))
                .filteredOn(codes -> codes.contains("ADMIN_MULTI_COMPANY"))
                .hasSize(1);
    }

    private static List<String> warnings(long workOrder) {
        return Filer.asService("review-service")
                .get("/internal/v1/submissions/" + workOrder)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("evaluation.rules.code");
    }

    @Test
    void rejects_one_administrator_for_two_companies() {
        Filer other = Filer.ofCompanyB();
        Filer.Submitted first = other.submitted();
        Filer.give("company-b", "改名示例商贸有限公司", "91330100716105852F");
        try {
            Map<String, Object> form = other.goodForm();
            form.put("administrator", Forms.verifiedAgain(first.form()).get("administrator"));
            Forms.part(form, "company").put("name", "改名示例商贸有限公司");
            Forms.part(form, "company").put("creditCode", "91330100716105852F");

            other.submit(other.draft(form)).then().statusCode(422).body("errors.code", contains("ADMIN_MULTI_COMPANY"));
        } finally {
            DemoAccount company = DemoAccounts.COMPANY_B;
            Filer.give(company.id(), String.valueOf(company.companyName()), String.valueOf(company.creditCode()));
        }
    }

    @Test
    void allows_only_applicants_to_evaluate_submit_and_withdraw() {
        long id = filer.draft(filer.goodForm());

        for (String act : List.of("/evaluation", "/submission", "/withdrawal")) {
            Filer.as("reviewer-a")
                    .header("If-Match", 1)
                    .header("Idempotency-Key", "k-" + id)
                    .post("/v1/qualifications/" + id + act)
                    .then()
                    .statusCode(403)
                    .contentType("application/problem+json");
        }
        unchanged(id);
    }

    @Test
    void qualification_in_review_cannot_be_edited_deleted_or_resubmitted() {
        Filer.Submitted submitted = filer.submitted();
        long id = submitted.id();

        filer.edit(id, submitted.form()).then().statusCode(409).body("code", equalTo("ILLEGAL_TRANSITION"));
        filer.submit(id).then().statusCode(409).body("code", equalTo("ILLEGAL_TRANSITION"));
        filer.request()
                .header("If-Match", filer.version(id))
                .delete("/v1/qualifications/" + id)
                .then()
                .statusCode(409)
                .body("code", equalTo("ILLEGAL_TRANSITION"));
    }

    @Test
    void resubmission_after_withdrawal_gets_new_work_order() {
        Filer.Submitted submitted = filer.submitted();
        long id = submitted.id();
        filer.withdraw(id).then().statusCode(200).body("status", equalTo("WITHDRAWN"));
        QualificationWithdrawn event =
                (QualificationWithdrawn) EventBus.await(EventType.QUALIFICATION_WITHDRAWN, Long.toString(id));
        assertThat(event.workOrder()).isEqualTo(submitted.workOrder());
        filer.withdraw(id).then().statusCode(409).body("code", equalTo("ILLEGAL_TRANSITION"));

        filer.edit(id, Forms.verifiedAgain(submitted.form()))
                .then()
                .statusCode(200)
                .body("status", equalTo("WITHDRAWN"))
                .body("workingCopy", equalTo(true));
        filer.submit(id)
                .then()
                .statusCode(200)
                .body("revision", equalTo(2))
                .body("workOrder", matchesLaterThan(submitted));
        filer.request()
                .get("/v1/qualifications/" + id + "/timeline")
                .then()
                .body("items.act", contains("DRAFTED", "SUBMITTED", "WITHDRAWN", "EDITED", "SUBMITTED"));
    }

    @Test
    void submits_withdrawn_form_as_it_is() {
        Filer.Submitted submitted = filer.submitted();
        long id = submitted.id();
        filer.withdraw(id)
                .then()
                .statusCode(200)
                .body("workingCopy", equalTo(true))
                .body("workOrder", equalTo((int) submitted.workOrder()))
                .body("form.remark", equalTo("第一行\n第二行"))
                .body("form.consent.accepted", equalTo(true));
        Peers.releasePhone(submitted.form());

        filer.submit(id)
                .then()
                .statusCode(200)
                .body("status", equalTo("IN_REVIEW"))
                .body("revision", equalTo(2))
                .body("workOrder", matchesLaterThan(submitted));
        filer.request()
                .get("/v1/qualifications/" + id + "/timeline")
                .then()
                .body("items.act", contains("DRAFTED", "SUBMITTED", "WITHDRAWN", "SUBMITTED"));
    }

    @Test
    void used_phone_verification_is_rejected() {
        Filer.Submitted submitted = filer.submitted();
        long id = submitted.id();
        filer.withdraw(id).then().statusCode(200);

        filer.edit(id, submitted.form()).then().statusCode(200).body("workingCopy", equalTo(true));
        filer.submit(id).then().statusCode(422).body("errors.code", contains("PHONE_VERIFICATION_USED"));
        filer.edit(id, Forms.verifiedAgain(submitted.form())).then().statusCode(200);
        filer.submit(id).then().statusCode(200).body("revision", equalTo(2));
    }

    @Test
    void rejects_verification_reserved_for_another_submission() {
        Map<String, Object> form = filer.goodForm();
        long first = filer.draft(form);
        Peers.set("pins", "refused");
        filer.submit(first).then().statusCode(409).body("code", equalTo("DOCUMENT_NOT_USABLE"));
        Map<String, Object> other = filer.goodForm();
        Forms.part(other, "administrator")
                .put("phoneVerificationId", Forms.text(Forms.part(form, "administrator"), "phoneVerificationId"));

        filer.submit(filer.draft(other)).then().statusCode(409).body("code", equalTo("PHONE_VERIFICATION_NOT_USABLE"));
    }

    @Test
    void fixes_name_and_credit_code_after_first_submission() {
        Filer.Submitted submitted = filer.submitted();
        filer.withdraw(submitted.id()).then().statusCode(200);
        Map<String, Object> form = Forms.verifiedAgain(submitted.form());
        form.put("name", "另一个名称");

        filer.edit(submitted.id(), form)
                .then()
                .statusCode(422)
                .body("code", equalTo("FIELD_FIXED"))
                .body("errors.pointer", contains("/name"));
    }

    @Test
    void deleting_withdrawn_qualification_publishes_event() {
        Filer.Submitted submitted = filer.submitted();
        filer.withdraw(submitted.id()).then().statusCode(200);

        filer.request()
                .header("If-Match", filer.version(submitted.id()))
                .delete("/v1/qualifications/" + submitted.id())
                .then()
                .statusCode(204);
        assertThat(EventBus.await(EventType.QUALIFICATION_DELETED, Long.toString(submitted.id())))
                .isNotNull();
    }

    private static org.hamcrest.Matcher<Integer> matchesLaterThan(Filer.Submitted submitted) {
        return org.hamcrest.Matchers.greaterThan((int) submitted.workOrder());
    }

    private void unchanged(long id) {
        assertThat(filer.status(id)).isEqualTo("DRAFT");
        assertThat(filer.version(id)).isEqualTo(1);
    }

    private static List<Response> atOnce(int count, java.util.function.IntFunction<Response> call) throws Exception {
        CyclicBarrier start = new CyclicBarrier(count);
        try (ExecutorService callers = Executors.newFixedThreadPool(count)) {
            List<Future<Response>> running = new ArrayList<>();
            for (int number = 0; number < count; number++) {
                int which = number;
                running.add(callers.submit(() -> {
                    start.await();
                    return call.apply(which);
                }));
            }
            List<Response> answers = new ArrayList<>();
            for (Future<Response> each : running) {
                answers.add(each.get());
            }
            return answers;
        }
    }
}
