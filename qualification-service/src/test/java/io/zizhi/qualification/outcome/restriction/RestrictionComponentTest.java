package io.zizhi.qualification.outcome.restriction;

import static io.zizhi.platform.testkit.Waits.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import io.zizhi.contracts.EventType;
import io.zizhi.contracts.QualificationRevoked;
import io.zizhi.contracts.QualificationSuspended;
import io.zizhi.local.demo.DemoAccounts;
import io.zizhi.local.suite.IdentityClient;
import io.zizhi.platform.testkit.EventBus;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.platform.testkit.Reactive;
import io.zizhi.qualification.testing.Desk;
import io.zizhi.qualification.testing.Filer;
import io.zizhi.qualification.testing.Forms;
import io.zizhi.qualification.testing.PeerDouble;
import io.zizhi.qualification.testing.Peers;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Suspending, reinstating and revoking a qualification takes two supervisors. */
@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
@WithTestResource(PeerDouble.class)
class RestrictionComponentTest {

    private static final String REQUESTS = "/v1/restriction-requests";
    private static final String FIRST = "supervisor";
    private static final String SECOND = "supervisor-b";

    @Inject
    CircuitBreakerMaintenance breakers;

    private final String name = "限" + (System.nanoTime() % 1_000_000_000L);
    private Filer filer;

    @BeforeEach
    void start() {
        filer = Filer.ofCompanyA();
        Peers.reset();
        breakers.resetAll();
    }

    @Test
    void second_supervisor_suspends_and_bound_signature_stays() {
        long id = filer.approved().id();
        bind(name, id).then().statusCode(200);
        long request = asked(id, "SUSPEND", "COMPLAINTS");
        confirm(FIRST, request).statusCode(403).body("code", equalTo("SECOND_PERSON_REQUIRED"));
        restriction(id).body("restriction", equalTo("NONE"));

        confirm(SECOND, request)
                .statusCode(200)
                .body("state", equalTo("CARRIED_OUT"))
                .body("closedBy", equalTo(SECOND));
        confirm(SECOND, request).statusCode(200).body("state", equalTo("CARRIED_OUT"));

        restriction(id)
                .body("restriction", equalTo("SUSPENDED"))
                .body("reason.code", equalTo("COMPLAINTS"))
                .body("note", equalTo("note to the applicant"))
                .body("boundSignatures", equalTo(1));
        Filer.as(FIRST)
                .get("/v1/qualifications/" + id + "/restriction")
                .then()
                .statusCode(200)
                .body("note", nullValue());
        Filer.as(FIRST)
                .get("/v1/qualifications/" + id + "/signatures")
                .then()
                .statusCode(200)
                .body("items.name", contains(name));
        bind(name, id).then().statusCode(200);
        bind(name + "二", id)
                .then()
                .statusCode(422)
                .body("code", equalTo("SIGNATURE_NOT_ALLOWED"))
                .body("errors.code", contains("QUALIFICATION_SUSPENDED"));

        QualificationSuspended event =
                (QualificationSuspended) EventBus.await(EventType.QUALIFICATION_SUSPENDED, Long.toString(id));
        assertThat(event.boundSignatures()).isEqualTo(1);
        assertThat(EventBus.all(EventType.QUALIFICATION_SUSPENDED, Long.toString(id)))
                .hasSize(1);
        filer.request()
                .get("/v1/qualifications/" + id + "/timeline")
                .then()
                .body("items.act", hasItem("SUSPENDED"))
                .body("items.find{it.act=='SUSPENDED'}.actor", nullValue());
        assertThat(audited(request))
                .containsExactly(FIRST + " restriction.requested", SECOND + " restriction.confirmed");
    }

    @Test
    void move_to_suspended_qualification_is_rejected() {
        long healthy = filer.approved().id();
        long suspended = filer.approved().id();
        long signature = bind(name, healthy).then().extract().jsonPath().getLong("id");
        restrict(suspended, "SUSPEND", "UNDER_INVESTIGATION");

        move(signature, suspended).then().statusCode(422).body("errors.code", contains("QUALIFICATION_SUSPENDED"));
        restrict(suspended, "REINSTATE", "NOT_CONFIRMED");
        move(signature, suspended).then().statusCode(200);
        EventBus.await(EventType.QUALIFICATION_REINSTATED, Long.toString(suspended));
    }

    @Test
    void approved_amendment_ends_revocation() {
        Filer.Submitted approved = filer.approved();
        long id = approved.id();
        restrict(id, "REVOKE", "MATERIAL_FALSE");
        assertThat(((QualificationRevoked) EventBus.await(EventType.QUALIFICATION_REVOKED, Long.toString(id))).reason())
                .isEqualTo("MATERIAL_FALSE");
        request(FIRST, id, "REINSTATE", "RESOLVED").statusCode(409).body("code", equalTo("RESTRICTION_NOT_ALLOWED"));

        Filer.Submitted amended = filer.amended(approved);
        Desk.publish(Desk.approved(amended.workOrder(), id));
        await().untilAsserted(() -> restriction(id).body("restriction", equalTo("NONE")));
        bind(name, id).then().statusCode(200);
        assertThat(EventBus.all(EventType.QUALIFICATION_REINSTATED, Long.toString(id)))
                .isEmpty();
    }

    @Test
    void approved_amendment_leaves_suspension() {
        Filer.Submitted approved = filer.approved();
        restrict(approved.id(), "SUSPEND", "COMPLAINTS");
        Filer.Submitted amended = filer.amended(approved);
        Desk.publish(Desk.approved(amended.workOrder(), approved.id()));
        filer.awaitStatus(approved.id(), "APPROVED");
        restriction(approved.id()).body("restriction", equalTo("SUSPENDED"));
    }

    @Test
    void edits_do_not_hold_off_suspension_but_approvals_do() {
        Filer.Submitted approved = filer.approved();
        long id = approved.id();
        long first = asked(id, "SUSPEND", "COMPLAINTS");
        Filer.Submitted amended = filer.amended(approved);
        Desk.publish(Desk.approved(amended.workOrder(), id));
        filer.awaitStatus(id, "APPROVED");
        confirm(SECOND, first).statusCode(409).body("code", equalTo("QUALIFICATION_CHANGED"));
        cancel(SECOND, first).statusCode(200).body("state", equalTo("CANCELLED"));
        cancel(SECOND, first).statusCode(200);
        confirm(SECOND, first).statusCode(409).body("code", equalTo("RESTRICTION_REQUEST_CLOSED"));

        long second = asked(id, "SUSPEND", "COMPLAINTS");
        filer.edit(id, Forms.verifiedAgain(amended.form())).then().statusCode(200);
        confirm(SECOND, second).statusCode(200);
    }

    @Test
    void allows_one_open_request_and_returns_it_when_repeated() {
        long id = filer.approved().id();
        long open = asked(id, "SUSPEND", "COMPLAINTS");
        assertThat(asked(id, "SUSPEND", "COMPLAINTS")).isEqualTo(open);
        request(FIRST, id, "REVOKE", "COMPLAINTS").statusCode(409).body("code", equalTo("RESTRICTION_REQUEST_OPEN"));
        request(SECOND, id, "SUSPEND", "COMPLAINTS").statusCode(409).body("code", equalTo("RESTRICTION_REQUEST_OPEN"));

        Filer.as(SECOND)
                .get(REQUESTS + "/" + open)
                .then()
                .statusCode(200)
                .body("note", equalTo("note to the applicant"))
                .body("internalNote", equalTo("internal note"));
        assertThat(audited(open)).containsExactly(FIRST + " restriction.requested", SECOND + " restriction.viewed");
        Filer.as(SECOND)
                .get(REQUESTS + "?limit=100")
                .then()
                .statusCode(200)
                .body("items.note", not(hasItem("note to the applicant")));
        assertThat(storedInPlainText()).isZero();
    }

    @Test
    void simultaneous_confirmations_restrict_once() {
        long id = filer.approved().id();
        long request = asked(id, "REVOKE", "REGULATOR_ORDER");
        List<CompletableFuture<Integer>> calls = Stream.of(SECOND, SECOND, SECOND, SECOND)
                .map(who -> CompletableFuture.supplyAsync(
                        () -> confirm(who, request).extract().statusCode()))
                .toList();
        assertThat(calls).extracting(CompletableFuture::join).containsOnly(200);
        EventBus.await(EventType.QUALIFICATION_REVOKED, Long.toString(id));
        assertThat(EventBus.all(EventType.QUALIFICATION_REVOKED, Long.toString(id)))
                .hasSize(1);
    }

    @Test
    void refuses_supervisor_of_the_same_company() {
        long id = filer.approved().id();
        long request = asked(id, "SUSPEND", "COMPLAINTS");
        Filer.asSupervisorOf("company-a")
                .post(REQUESTS + "/" + request + "/confirmation")
                .then()
                .statusCode(403)
                .body("code", equalTo("SUPERVISOR_CONFLICTED"));
        Filer.asSupervisorOf("company-a")
                .get(REQUESTS + "?limit=100")
                .then()
                .statusCode(200)
                .body("items.id", not(hasItem((int) request)));
    }

    @Test
    void rejects_unfit_requests() {
        long draft = filer.draft(filer.goodForm());
        request(FIRST, draft, "SUSPEND", "COMPLAINTS").statusCode(409).body("code", equalTo("NOT_IN_FORCE"));
        long id = filer.approved().id();
        request(FIRST, id, "SUSPEND", "RESOLVED").statusCode(422).body("code", equalTo("REASON_NOT_APPLICABLE"));
        request(FIRST, id, "REINSTATE", "RESOLVED").statusCode(409).body("code", equalTo("RESTRICTION_NOT_ALLOWED"));
        Filer.as(FIRST)
                .body(body("SUSPEND", "COMPLAINTS"))
                .post("/v1/qualifications/" + id + "/restriction-requests")
                .then()
                .statusCode(428);
        Filer.as(FIRST)
                .header("If-Match", 1)
                .body(body("SUSPEND", "COMPLAINTS"))
                .post("/v1/qualifications/" + id + "/restriction-requests")
                .then()
                .statusCode(412);
        confirm(SECOND, 999_999_999L).statusCode(404).body("code", equalTo("RESTRICTION_REQUEST_NOT_FOUND"));
        Filer.as(FIRST)
                .get("/v1/restriction-reasons")
                .then()
                .statusCode(200)
                .body("items.code", hasItems("COMPLAINTS", "RESOLVED"));
    }

    @Test
    void lists_by_restriction() {
        long suspended = filer.approved().id();
        long free = filer.approved().id();
        restrict(suspended, "SUSPEND", "COMPLAINTS");
        filer.request()
                .get("/v1/qualifications?limit=100&restriction=SUSPENDED")
                .then()
                .statusCode(200)
                .body("items.id", hasItem((int) suspended))
                .body("items.id", not(hasItem((int) free)))
                .body("items.findAll{it.restriction!='SUSPENDED'}", hasSize(0));
        filer.get(suspended).then().body("restriction", equalTo("SUSPENDED"));
    }

    @Test
    void staff_find_suspended_qualifications_without_another_criterion() {
        long suspended = filer.approved().id();
        long free = filer.approved().id();
        restrict(suspended, "SUSPEND", "COMPLAINTS");

        search(Map.of("restriction", "SUSPENDED"))
                .statusCode(200)
                .body("items.id", hasItem((int) suspended))
                .body("items.id", not(hasItem((int) free)));
        search(Map.of("restriction", "NONE")).statusCode(400).body("code", equalTo("CRITERION_REQUIRED"));
        search(Map.of("restriction", "NONE", "accountId", DemoAccounts.COMPANY_A.id()))
                .statusCode(200)
                .body("items.id", not(hasItem((int) suspended)));
    }

    @Test
    void only_staff_see_who_requested_and_confirmed() {
        long id = filer.approved().id();
        restrict(id, "SUSPEND", "COMPLAINTS");

        String details = "items.find { it.act == 'SUSPENDED' }.details";
        Filer.as("auditor")
                .get("/v1/qualifications/" + id + "/timeline")
                .then()
                .statusCode(200)
                .body(details + ".requestedBy", equalTo(FIRST))
                .body(details + ".confirmedBy", equalTo(SECOND));
        filer.request()
                .get("/v1/qualifications/" + id + "/timeline")
                .then()
                .statusCode(200)
                .body(details, equalTo(Map.of("reason", "COMPLAINTS")));
    }

    @Test
    void auditors_read_requests_but_confirm_none() {
        long request = asked(filer.approved().id(), "SUSPEND", "COMPLAINTS");

        Filer.as("auditor").get(REQUESTS + "?limit=100").then().statusCode(200).body("items.id", hasItem((int)
                request));
        Filer.as("auditor")
                .get(REQUESTS + "/" + request)
                .then()
                .statusCode(200)
                .body("requestedBy", equalTo(FIRST))
                .body("internalNote", equalTo("internal note"));
        confirm("auditor", request).statusCode(403);
    }

    private static ValidatableResponse search(Map<String, ?> criteria) {
        return Filer.as("auditor")
                .body(criteria)
                .post("/v1/qualifications/search?limit=100")
                .then();
    }

    private void restrict(long id, String act, String reason) {
        confirm(SECOND, asked(id, act, reason)).statusCode(200);
    }

    private long asked(long id, String act, String reason) {
        return request(FIRST, id, act, reason)
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
    }

    private ValidatableResponse request(String supervisor, long id, String act, String reason) {
        return Filer.as(supervisor)
                .header("If-Match", filer.version(id))
                .body(body(act, reason))
                .post("/v1/qualifications/" + id + "/restriction-requests")
                .then();
    }

    private static Map<String, Object> body(String act, String reason) {
        return Forms.map(
                "act", act, "reason", reason, "note", "note to the applicant", "internalNote", "internal note");
    }

    private static ValidatableResponse confirm(String supervisor, long request) {
        return Filer.as(supervisor)
                .post(REQUESTS + "/" + request + "/confirmation")
                .then();
    }

    private static ValidatableResponse cancel(String supervisor, long request) {
        return Filer.as(supervisor)
                .post(REQUESTS + "/" + request + "/cancellation")
                .then();
    }

    private ValidatableResponse restriction(long id) {
        return filer.request()
                .get("/v1/qualifications/" + id + "/restriction")
                .then()
                .statusCode(200);
    }

    private static Response bind(String name, long qualification) {
        return Filer.asService(IdentityClient.SIGNATURE_SYSTEM)
                .body(Forms.map("accountId", "company-a", "name", name, "qualificationId", qualification))
                .post("/internal/v1/signatures");
    }

    private static Response move(long signature, long qualification) {
        return Filer.asService(IdentityClient.SIGNATURE_SYSTEM)
                .body(Forms.map("qualificationId", qualification))
                .post("/internal/v1/signatures/" + signature + "/move");
    }

    private static long storedInPlainText() {
        return Reactive.inTransaction(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select count(*) from restriction_request"
                                        + " where encode(notes, 'escape') like '%note%'",
                                Long.class)
                        .getSingleResult()));
    }

    private static List<String> audited(long request) {
        return Reactive.inTransaction(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select actor || ' ' || action from audit_entry where object_type ="
                                        + " 'restriction-request' and object_id = '" + request + "' order by sequence",
                                String.class)
                        .getResultList()));
    }
}
