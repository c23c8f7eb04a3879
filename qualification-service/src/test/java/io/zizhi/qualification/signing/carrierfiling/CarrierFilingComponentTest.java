package io.zizhi.qualification.signing.carrierfiling;

import static io.zizhi.platform.testkit.Waits.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import io.zizhi.contracts.CarrierFilingCancelled;
import io.zizhi.contracts.CarrierFilingCause;
import io.zizhi.contracts.CarrierFilingRejected;
import io.zizhi.contracts.CarrierFilingRequested;
import io.zizhi.contracts.EventType;
import io.zizhi.local.suite.IdentityClient;
import io.zizhi.platform.privacy.encryption.AccountKeys;
import io.zizhi.platform.testkit.EventBus;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.platform.testkit.Reactive;
import io.zizhi.platform.testkit.SqlStatements;
import io.zizhi.qualification.form.Period;
import io.zizhi.qualification.testing.Background;
import io.zizhi.qualification.testing.Desk;
import io.zizhi.qualification.testing.Filer;
import io.zizhi.qualification.testing.Forms;
import io.zizhi.qualification.testing.PeerDouble;
import io.zizhi.qualification.testing.Peers;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
@WithTestResource(PeerDouble.class)
class CarrierFilingComponentTest {

    private static final String PATH = "/internal/v1/carrier-filings";
    private static final String SIGNATURES = "/internal/v1/signatures";
    private static final String MOBILE = "CHINA_MOBILE";
    private static final List<String> CARRIERS = List.of(MOBILE, "CHINA_TELECOM", "CHINA_UNICOM");

    @Inject
    CircuitBreakerMaintenance breakers;

    @Inject
    AccountKeys keys;

    private final String name = "报备" + (System.nanoTime() % 1_000_000_000L);
    private final LocalDate lastDay = LocalDate.now(Period.ZONE).plusDays(200);
    private Filer filer;

    @BeforeEach
    void start() {
        filer = Filer.ofCompanyA();
        Peers.reset();
        breakers.resetAll();
    }

    @Test
    void binding_requests_one_filing_per_carrier_in_one_statement() {
        Filer.Submitted approved = filer.approved();
        long signature;
        try (SqlStatements statements = SqlStatements.collect()) {
            signature = bound(approved.id());

            assertThat(Background.without(statements.naming("carrier_filing"))).hasSize(1);
        }
        bind(approved.id()).then().statusCode(200);

        filings(approved.id())
                .body("items.carrier", containsInAnyOrder(CARRIERS.toArray()))
                .body("items.status", everyItem(equalTo("PENDING")))
                .body("items.signatureId", everyItem(equalTo((int) signature)))
                .body("items.workOrder", everyItem(equalTo((int) approved.workOrder())))
                .body("items.overdue", everyItem(equalTo(false)))
                .body("items.attempts", everyItem(equalTo(0)));
        long id = filing(approved.id(), MOBILE);
        CarrierFilingRequested event = (CarrierFilingRequested) only(EventType.CARRIER_FILING_REQUESTED, id);
        assertThat(event.carrier()).isEqualTo(MOBILE);
        assertThat(event.signatureName()).isEqualTo(name);
        assertThat(event.dueAt()).isEqualTo(event.requestedAt().plusSeconds(86_400));
        assertThat(armed(id)).containsExactly("FILE");
        timeline(approved.id()).body("items.findAll{it.act=='CARRIER_FILING_REQUESTED'}", hasSize(3));
    }

    @Test
    void timeline_has_acts_on_filings_after_their_cause_on_every_page() {
        long qualification = filer.approved().id();
        bound(qualification);

        List<String> acts = new ArrayList<>();
        String cursor = null;
        do {
            RequestSpecification request = filer.request().queryParam("limit", 2);
            JsonPath page = (cursor == null ? request : request.queryParam("cursor", cursor))
                    .get("/v1/qualifications/" + qualification + "/timeline")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            acts.addAll(page.getList("items.act", String.class));
            cursor = page.getString("nextCursor");
        } while (cursor != null);

        assertThat(acts)
                .endsWith(
                        "SIGNATURE_BOUND",
                        "CARRIER_FILING_REQUESTED",
                        "CARRIER_FILING_REQUESTED",
                        "CARRIER_FILING_REQUESTED");
        assertThat(number("select count(*) from timeline_entry where act like 'CARRIER_FILING%'"))
                .as("the release before cannot read them")
                .isZero();
    }

    @Test
    void release_cancels_filings_in_one_statement() {
        long qualification = filer.approved().id();
        long signature = bound(qualification);
        long id = filing(qualification, MOBILE);

        try (SqlStatements statements = SqlStatements.collect()) {
            Filer.asService(IdentityClient.SIGNATURE_SYSTEM)
                    .delete(SIGNATURES + "/" + signature)
                    .then()
                    .statusCode(204);

            assertThat(statements.naming("update carrier_filing")).hasSize(1);
        }

        filings(qualification)
                .body("items.status", everyItem(equalTo("CANCELLED")))
                .body("items.cause", everyItem(equalTo("RELEASED")))
                .body("items", hasSize(3));
        assertThat(((CarrierFilingCancelled) only(EventType.CARRIER_FILING_CANCELLED, id)).cause())
                .isEqualTo(CarrierFilingCause.RELEASED);
        assertThat(armed(id)).isEmpty();
        long late = filing(qualification, "CHINA_UNICOM");
        report(late, Map.of("result", "ACCEPTED")).statusCode(409).body("code", equalTo("ILLEGAL_TRANSITION"));
    }

    @Test
    void moved_signature_is_filed_again_from_its_new_place() {
        long first = filer.approved().id();
        Filer.Submitted second = filer.approved();
        long signature = bound(first);

        Filer.asService(IdentityClient.SIGNATURE_SYSTEM)
                .body(Map.of("qualificationId", second.id()))
                .post(SIGNATURES + "/" + signature + "/move")
                .then()
                .statusCode(200);

        filings(first).body("items.cause", everyItem(equalTo("MOVED"))).body("items", hasSize(3));
        filings(second.id())
                .body("items.status", everyItem(equalTo("PENDING")))
                .body("items.workOrder", everyItem(equalTo((int) second.workOrder())))
                .body("items", hasSize(3));
    }

    @Test
    void approved_amendment_supersedes_filings_and_keeps_them() {
        Filer.Submitted approved = filer.approved();
        bound(approved.id());
        long accepted = filing(approved.id(), MOBILE);
        file(accepted);
        report(accepted, Map.of("result", "ACCEPTED")).statusCode(200);

        Filer.Submitted amended = filer.amended(approved);
        Desk.publish(Desk.approved(amended.workOrder(), approved.id()));
        await().untilAsserted(() -> filings(approved.id()).body("items", hasSize(6)));

        filings(approved.id())
                .body(
                        "items.findAll{it.workOrder==" + approved.workOrder() + "}.cause",
                        everyItem(equalTo("SUPERSEDED")))
                .body("items.findAll{it.workOrder==" + amended.workOrder() + "}.status", everyItem(equalTo("PENDING")))
                .body("items.findAll{it.workOrder==" + amended.workOrder() + "}", hasSize(3));
    }

    @Test
    void amendment_of_suspended_qualification_is_filed_after_reinstatement() {
        Filer.Submitted approved = filer.approved();
        bound(approved.id());
        restrict(approved.id(), "SUSPEND", "COMPLAINTS");
        filings(approved.id()).body("items.status", everyItem(equalTo("PENDING")));

        Filer.Submitted amended = filer.amended(approved);
        Desk.publish(Desk.approved(amended.workOrder(), approved.id()));
        await().untilAsserted(() -> filings(approved.id()).body("items.status", everyItem(equalTo("CANCELLED"))));
        filings(approved.id()).body("items", hasSize(3)).body("items.cause", everyItem(equalTo("SUPERSEDED")));

        restrict(approved.id(), "REINSTATE", "RESOLVED");
        filings(approved.id())
                .body("items", hasSize(6))
                .body("items.findAll{it.status=='PENDING'}.workOrder", everyItem(equalTo((int) amended.workOrder())))
                .body("items.findAll{it.status=='PENDING'}", hasSize(3));
    }

    @Test
    void reinstatement_files_nothing_twice() {
        long qualification = filer.approved().id();
        bound(qualification);
        long id = filing(qualification, MOBILE);
        file(id);
        report(id, Map.of("result", "REJECTED", "reason", "COMPANY_UNKNOWN")).statusCode(200);
        restrict(qualification, "SUSPEND", "COMPLAINTS");

        restrict(qualification, "REINSTATE", "RESOLVED");

        filings(qualification).body("items", hasSize(3));
    }

    @Test
    void revocation_cancels_filings() {
        long qualification = filer.approved().id();
        bound(qualification);
        restrict(qualification, "REVOKE", "MATERIAL_FALSE");

        filings(qualification)
                .body("items.cause", everyItem(equalTo("REVOKED")))
                .body("items", hasSize(3));
    }

    @Test
    void expiry_cancels_filings_each_time() {
        Filer.Submitted approved = approvedUntilLastDay();
        long qualification = approved.id();
        bound(qualification);

        due("qualification-expiry", qualification, "EXPIRED%");

        await().untilAsserted(() -> filings(qualification)
                .body("items.cause", everyItem(equalTo("EXPIRED")))
                .body("items", hasSize(3)));

        Filer.Submitted amended = filer.amended(approved);
        Desk.publish(Desk.approved(amended.workOrder(), qualification));
        await().untilAsserted(() -> filings(qualification).body("items", hasSize(6)));
        due("qualification-expiry", qualification, "EXPIRED%");

        await().untilAsserted(() -> filings(qualification)
                .body("items.cause", everyItem(equalTo("EXPIRED")))
                .body("items.status", everyItem(equalTo("CANCELLED"))));
    }

    @Test
    void amendment_with_expired_evidence_is_not_filed() {
        Filer.Submitted approved = approvedUntilLastDay();
        bound(approved.id());
        Filer.Submitted amended = filer.amended(approved);
        Instant nextDay = lastDay.plusDays(1).atStartOfDay(Period.ZONE).toInstant();
        QuarkusMock.installMockForType(Clock.fixed(nextDay, ZoneOffset.UTC), Clock.class);

        Desk.publish(Desk.approved(amended.workOrder(), approved.id()));

        await().untilAsserted(() -> filings(approved.id()).body("items.cause", everyItem(equalTo("EXPIRED"))));
        filings(approved.id()).body("items", hasSize(3));
    }

    /** Returns a qualification whose certificate ends on {@link #lastDay}. */
    private Filer.Submitted approvedUntilLastDay() {
        Map<String, Object> form = filer.goodForm();
        Forms.part(Forms.part(form, "company"), "certificate").put("validTo", lastDay.toString());
        long qualification = filer.draft(form);
        long workOrder = filer.submit(qualification)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getLong("workOrder");
        Desk.publish(Desk.approved(workOrder, qualification));
        filer.awaitStatus(qualification, "APPROVED");
        return new Filer.Submitted(qualification, workOrder, form);
    }

    @Test
    void filing_of_signature_released_by_old_replica_opens_no_data_and_is_cancelled_by_report() {
        long qualification = filer.approved().id();
        long signature = bound(qualification);
        long id = filing(qualification, MOBILE);
        String claim = claim(MOBILE, id);
        number("with released as (update signature set released_at = clock_timestamp() where id = " + signature
                + " returning 1) select count(*) from released");

        data(id, claim).statusCode(409).body("code", equalTo("CARRIER_FILING_NOT_CLAIMED"));
        assertThat(audited(id)).isEmpty();
        report(id, Map.of("result", "FILED", "claimId", claim))
                .statusCode(200)
                .body("status", equalTo("CANCELLED"))
                .body("cause", equalTo("RELEASED"));

        only(EventType.CARRIER_FILING_CANCELLED, id);
        assertThat(armed(id)).isEmpty();
        assertThat(audited(id)).containsExactly("carrier-filing.cancelled");
        report(id, Map.of("result", "ACCEPTED")).statusCode(409).body("code", equalTo("ILLEGAL_TRANSITION"));
    }

    @Test
    void filing_system_reads_data_files_and_reports_acceptance_once() {
        Filer.Submitted approved = filer.approved();
        bound(approved.id());
        long id = filing(approved.id(), MOBILE);
        String claim = claim(MOBILE, id);
        data(id, claim)
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .body("filing.carrier", equalTo(MOBILE))
                .body("company.creditCode", equalTo(Forms.text(Forms.part(approved.form(), "company"), "creditCode")))
                .body("administrator.name", equalTo(administrator(approved, "name")))
                .body("administrator.idNumber", equalTo(administrator(approved, "idNumber")))
                .body("administrator.phone", equalTo(administrator(approved, "phone")))
                .body("letter", nullValue())
                .body("documents.pointer", hasItem("/company/certificate/documentId"));
        assertThat(audited(id)).containsExactly("carrier-filing.viewed");

        Map<String, Object> filed = Map.of("result", "FILED", "claimId", claim);
        report(id, filed).statusCode(200).body("status", equalTo("FILED"));
        report(id, filed).statusCode(200).body("status", equalTo("FILED"));
        assertThat(armed(id)).containsExactly("ANSWER");
        data(id, claim).statusCode(409).body("code", equalTo("CARRIER_FILING_NOT_CLAIMED"));
        Map<String, Object> accepted = Map.of("result", "ACCEPTED");
        int version = report(id, accepted).statusCode(200).extract().path("version");
        report(id, accepted).statusCode(200).body("version", equalTo(version));
        report(id, filed).statusCode(200).body("version", equalTo(version));
        report(id, Map.of("result", "REJECTED", "reason", "LATE"))
                .statusCode(409)
                .body("code", equalTo("ILLEGAL_TRANSITION"));

        assertThat(armed(id)).isEmpty();
        only(EventType.CARRIER_FILING_ACCEPTED, id);
        assertThat(audited(id))
                .containsExactly("carrier-filing.viewed", "carrier-filing.filed", "carrier-filing.accepted");
        timeline(approved.id())
                .body("items.act", hasItems("CARRIER_FILING_FILED", "CARRIER_FILING_ACCEPTED"))
                .body("items.findAll{it.act=='CARRIER_FILING_ACCEPTED'}", hasSize(1));
    }

    @Test
    void client_gets_filings_of_its_carriers_only() {
        long qualification = filer.approved().id();
        bound(qualification);
        long id = filing(qualification, MOBILE);
        String claim = claim(MOBILE, id);
        String other = "CARRIER_OF_ANOTHER_CLIENT";
        number("with moved as (update carrier_filing set carrier = '" + other + "' where id = " + id
                + " returning 1) select count(*) from moved");

        system().get(PATH + "?carrier=" + other).then().statusCode(403).body("code", equalTo("CARRIER_NOT_ALLOWED"));
        claimSome(other, 1).statusCode(403).body("code", equalTo("CARRIER_NOT_ALLOWED"));
        for (String attempt : List.of(claim, UUID.randomUUID().toString())) {
            data(id, attempt).statusCode(404).body("code", equalTo("CARRIER_FILING_NOT_FOUND"));
        }
        report(id, Map.of("result", "FILED", "claimId", claim))
                .statusCode(404)
                .body("code", equalTo("CARRIER_FILING_NOT_FOUND"));
        report(id, Map.of("result", "ACCEPTED")).statusCode(404).body("code", equalTo("CARRIER_FILING_NOT_FOUND"));
        assertThat(audited(id)).isEmpty();
    }

    @Test
    void document_service_finds_documents_of_claimed_filing_only() {
        Filer.Submitted approved = filer.approved();
        bound(approved.id());
        long id = filing(approved.id(), MOBILE);
        String claim = claim(MOBILE, id);
        List<String> filed =
                data(id, claim).statusCode(200).extract().jsonPath().getList("documents.documentId", String.class);
        List<String> audited = audited(id);

        assertThat(filed).isNotEmpty();
        for (String document : filed) {
            filedDocument(id, document, claim)
                    .statusCode(200)
                    .body("carrier", equalTo(MOBILE))
                    .body("workOrder", equalTo((int) approved.workOrder()));
        }
        assertThat(audited(id)).isEqualTo(audited);
        String unknown = "0123456789abcdef0123456789abcdef";
        filedDocument(id, unknown, claim).statusCode(404).body("code", equalTo("DOCUMENT_NOT_FOUND"));
        filedDocument(1, filed.getFirst(), claim).statusCode(404).body("code", equalTo("CARRIER_FILING_NOT_FOUND"));
        filedDocument(id, filed.getFirst(), UUID.randomUUID().toString())
                .statusCode(409)
                .body("code", equalTo("CARRIER_FILING_NOT_CLAIMED"));
        number("with past as (update carrier_filing set claimed_until = clock_timestamp() - interval '1 second'"
                + " where id = " + id + " returning 1) select count(*) from past");
        filedDocument(id, filed.getFirst(), claim).statusCode(409);
        system().body(Map.of("claimId", claim))
                .post(PATH + "/" + id + "/documents/" + filed.getFirst())
                .then()
                .statusCode(403);
    }

    @Test
    void rejection_opens_amendment_and_revision_stays_in_force() {
        Filer.Submitted approved = filer.approved();
        bound(approved.id());
        long id = filing(approved.id(), MOBILE);
        file(id);
        Map<String, Object> rejected =
                Map.of("result", "REJECTED", "reason", "COMPANY_UNKNOWN", "note", "企业名称与登记不一致", "openAmendment", true);
        report(id, rejected).statusCode(200).body("note", nullValue());
        report(id, rejected).statusCode(200);

        filings(approved.id())
                .body("items.find{it.id==" + id + "}.reason", equalTo("COMPANY_UNKNOWN"))
                .body("items.find{it.id==" + id + "}.note", equalTo("企业名称与登记不一致"))
                .body("items.find{it.id==" + id + "}.item.code", equalTo("CARRIER_FILING_FAILED"))
                .body("items.find{it.id==" + id + "}.item.zh", equalTo("运营商报备失败"));
        Filer.asService("document-service")
                .body(Map.of("recipient", "operator", "after", "CARRIER_FILING " + (id - 1)))
                .post("/internal/v1/accounts/" + filer.accountId() + "/copy")
                .then()
                .statusCode(200)
                .body("items[0].part", equalTo("CARRIER_FILING"))
                .body("items[0].data.id", equalTo((int) id))
                .body("items[0].data.note", equalTo("企业名称与登记不一致"));
        assertThat(((CarrierFilingRejected) only(EventType.CARRIER_FILING_REJECTED, id)).reason())
                .isEqualTo("COMPANY_UNKNOWN");
        timeline(approved.id())
                .body("items.findAll{it.act=='AMENDMENT_OPENED'}", hasSize(1))
                .body("items.find{it.act=='AMENDMENT_OPENED'}.details.item", equalTo("CARRIER_FILING_FAILED"));
        filer.get(approved.id()).then().body("status", equalTo("APPROVED")).body("inForce", not(nullValue()));
        filer.discard(approved.id()).then().statusCode(200);
        assertThat(number("select count(*) from carrier_filing where id = " + id + " and note is not null"
                        + " and position(convert_to('企业', 'UTF8') in note) = 0"))
                .as("encrypted")
                .isOne();
    }

    @Test
    void repeated_rejection_opens_amendment_once_if_first_did_not() {
        long qualification = filer.approved().id();
        bound(qualification);
        long id = filing(qualification, MOBILE);
        file(id);
        Map<String, Object> rejected = Map.of("result", "REJECTED", "reason", "COMPANY_UNKNOWN");
        int version = report(id, rejected).statusCode(200).extract().path("version");
        String opened = "items.findAll{it.act=='AMENDMENT_OPENED'}";
        timeline(qualification).body(opened, hasSize(0));

        Map<String, Object> amending = new HashMap<>(rejected);
        amending.put("openAmendment", true);
        report(id, amending).statusCode(200).body("version", equalTo(version));
        timeline(qualification).body(opened, hasSize(1));
        filer.discard(qualification).then().statusCode(200);
        report(id, amending).statusCode(200);

        timeline(qualification).body(opened, hasSize(1));
        only(EventType.CARRIER_FILING_REJECTED, id);
    }

    @Test
    void supervisor_lists_filings_without_notes_during_erasure() {
        filer = Filer.ofNewAccount();
        long qualification = filer.approved().id();
        bound(qualification);
        long id = filing(qualification, MOBILE);
        file(id);
        report(id, Map.of("result", "REJECTED", "reason", "COMPANY_UNKNOWN", "note", "企业名称与登记不一致"))
                .statusCode(200);
        Reactive.inTransaction(() -> keys.destroy(filer.accountId()));

        Filer.as("supervisor")
                .get("/v1/qualifications/" + qualification + "/carrier-filings")
                .then()
                .statusCode(200)
                .body("items.find{it.id==" + id + "}.reason", equalTo("COMPANY_UNKNOWN"))
                .body("items.find{it.id==" + id + "}.note", nullValue());
    }

    @Test
    void supervisor_files_rejected_filing_again_once() {
        long qualification = filer.approved().id();
        bound(qualification);
        long rejected = rejected(qualification);

        ValidatableResponse answer = refile(Filer.as("supervisor"), qualification, rejected)
                .statusCode(201)
                .body("status", equalTo("PENDING"))
                .body("carrier", equalTo(MOBILE))
                .body("round", equalTo(2))
                .body("attempts", equalTo(0))
                .body("refiles", equalTo((int) rejected));
        long again = answer.extract().jsonPath().getLong("id");
        refile(Filer.as("supervisor"), qualification, rejected).statusCode(201).body("id", equalTo((int) again));

        filings(qualification)
                .body("items", hasSize(4))
                .body("items.find{it.id==" + rejected + "}.status", equalTo("REJECTED"))
                .body("items.find{it.id==" + rejected + "}.reason", equalTo("SYSTEM_ERROR"));
        assertThat(((CarrierFilingRequested) only(EventType.CARRIER_FILING_REQUESTED, again)).refiles())
                .isEqualTo(rejected);
        assertThat(armed(again)).containsExactly("FILE");
        assertThat(audited(rejected)).endsWith("carrier-filing.rejected", "carrier-filing.refiled");
        timeline(qualification)
                .body("items.findAll{it.details.refiles==" + rejected + "}.act", contains("CARRIER_FILING_REQUESTED"))
                .body("items.find{it.details.refiles==" + rejected + "}.role", equalTo("supervisor"));
        report(again, Map.of("result", "FILED", "claimId", claim(MOBILE, again)))
                .statusCode(200);
        report(again, Map.of("result", "ACCEPTED")).statusCode(200);
    }

    @Test
    void owner_files_again_within_policy_and_conflicted_supervisor_never() {
        long qualification = filer.approved().id();
        bound(qualification);
        long again = refile(filer.request(), qualification, rejected(qualification))
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
        reject(again);

        refile(filer.request(), qualification, again).statusCode(403).body("code", equalTo("REFILING_NOT_ALLOWED"));
        refile(Filer.ofCompanyB().request(), qualification, again).statusCode(404);
        refile(Filer.asSupervisorOf(filer.accountId()), qualification, again)
                .statusCode(403)
                .body("code", equalTo("SUPERVISOR_CONFLICTED"));
        refile(Filer.as("supervisor"), qualification, again).statusCode(201).body("round", equalTo(3));
    }

    @Test
    void only_newest_rejected_filing_of_bound_signature_is_filed_again() {
        long qualification = filer.approved().id();
        long signature = bound(qualification);
        long pending = filing(qualification, "CHINA_TELECOM");
        refile(Filer.as("supervisor"), qualification, pending)
                .statusCode(409)
                .body("code", equalTo("CARRIER_FILING_NOT_REJECTED"));
        refile(Filer.as("supervisor"), qualification, 1)
                .statusCode(404)
                .body("code", equalTo("CARRIER_FILING_NOT_FOUND"));
        long rejected = rejected(qualification);
        restrict(qualification, "SUSPEND", "COMPLAINTS");
        refile(Filer.as("supervisor"), qualification, rejected)
                .statusCode(409)
                .body("code", equalTo("REFILING_NOT_POSSIBLE"));
        restrict(qualification, "REINSTATE", "RESOLVED");
        Filer.asService(IdentityClient.SIGNATURE_SYSTEM)
                .delete(SIGNATURES + "/" + signature)
                .then()
                .statusCode(204);

        refile(Filer.as("supervisor"), qualification, rejected)
                .statusCode(409)
                .body("code", equalTo("CARRIER_FILING_OUTDATED"));
        filings(qualification).body("items", hasSize(3));
    }

    @Test
    void filing_of_amended_qualification_is_not_filed_again() {
        Filer.Submitted approved = filer.approved();
        bound(approved.id());
        long rejected = rejected(approved.id());
        Filer.Submitted amended = filer.amended(approved);
        Desk.publish(Desk.approved(amended.workOrder(), approved.id()));
        await().untilAsserted(() -> filings(approved.id()).body("items", hasSize(6)));

        refile(Filer.as("supervisor"), approved.id(), rejected)
                .statusCode(409)
                .body("code", equalTo("CARRIER_FILING_OUTDATED"));
    }

    @Test
    void concurrent_requests_file_again_once() {
        long qualification = filer.approved().id();
        bound(qualification);
        long rejected = rejected(qualification);

        List<CompletableFuture<Long>> requests = Stream.generate(() ->
                        CompletableFuture.supplyAsync(() -> refile(Filer.as("supervisor"), qualification, rejected)
                                .statusCode(201)
                                .extract()
                                .jsonPath()
                                .getLong("id")))
                .limit(4)
                .toList();

        assertThat(requests.stream().map(CompletableFuture::join).distinct()).hasSize(1);
        filings(qualification).body("items", hasSize(4));
    }

    @Test
    void overdue_filing_is_recorded_once() {
        long qualification = filer.approved().id();
        bound(qualification);
        long id = filing(qualification, MOBILE);
        due("carrier-filing", id, "FILE");

        await().untilAsserted(
                        () -> filings(qualification).body("items.find{it.id==" + id + "}.overdue", equalTo(true)));
        number("with again as (update timer set state = 'ARMED' where owner_type = 'carrier-filing' and owner_id = "
                + id + " returning 1) select count(*) from again");
        await().until(() -> armed(id).isEmpty());
        timeline(qualification).body("items.findAll{it.act=='CARRIER_FILING_OVERDUE'}", hasSize(1));
        Filer.as("operator")
                .get("/v1/operations/carrier-filings")
                .then()
                .statusCode(200)
                .body("items.find{it.carrier=='CHINA_MOBILE' && it.status=='PENDING'}.overdue", not(equalTo(0)));

        file(id);
        filings(qualification).body("items.find{it.id==" + id + "}.overdue", equalTo(false));
    }

    @Test
    void concurrent_claims_get_different_filings() {
        long qualification = filer.approved().id();
        bound(qualification);
        number("with due as (update carrier_filing set due_at = '2026-01-01T00:00:00Z' where qualification_id = "
                + qualification + " returning 1) select count(*) from due");

        List<CompletableFuture<JsonPath>> claims = Stream.generate(() -> CompletableFuture.supplyAsync(
                        () -> claimSome(MOBILE, 1).statusCode(200).extract().jsonPath()))
                .limit(6)
                .toList();
        List<Long> claimed = claims.stream()
                .map(CompletableFuture::join)
                .flatMap(answer -> answer.getList("items.id", Long.class).stream())
                .toList();

        assertThat(claimed).doesNotHaveDuplicates().contains(filing(qualification, MOBILE));
    }

    @Test
    void filing_is_claimed_again_after_its_lease_and_old_claim_cannot_file() {
        long qualification = filer.approved().id();
        bound(qualification);
        long id = filing(qualification, MOBILE);
        String first = claim(MOBILE, id);
        number("with past as (update carrier_filing set claimed_until = clock_timestamp() - interval '1 second'"
                + " where id = " + id + " returning 1) select count(*) from past");
        data(id, first).statusCode(409).body("code", equalTo("CARRIER_FILING_NOT_CLAIMED"));

        String second = claim(MOBILE, id);

        assertThat(second).isNotEqualTo(first);
        report(id, Map.of("result", "FILED", "claimId", first))
                .statusCode(409)
                .body("code", equalTo("CARRIER_FILING_NOT_CLAIMED"));
        report(id, Map.of("result", "FILED", "claimId", second)).statusCode(200).body("attempts", equalTo(2));
    }

    @Test
    void lists_pending_filings_of_carrier_page_by_page() {
        long qualification = filer.approved().id();
        bound(qualification);
        long id = filing(qualification, "CHINA_TELECOM");
        Set<Long> seen = new HashSet<>();
        String cursor = null;
        do {
            RequestSpecification request =
                    system().queryParam("carrier", "CHINA_TELECOM").queryParam("limit", 100);
            JsonPath page = (cursor == null ? request : request.queryParam("cursor", cursor))
                    .get(PATH)
                    .then()
                    .statusCode(200)
                    .body("items.carrier", everyItem(equalTo("CHINA_TELECOM")))
                    .extract()
                    .jsonPath();
            seen.addAll(page.getList("items.id", Long.class));
            cursor = page.getString("nextCursor");
        } while (cursor != null);

        assertThat(seen).contains(id);
        system().get(PATH).then().statusCode(400).body("errors.pointer", contains("?carrier"));
    }

    @Test
    void refuses_incomplete_reports() {
        long qualification = filer.approved().id();
        bound(qualification);
        long id = filing(qualification, MOBILE);

        report(id, Map.of("result", "FILED")).statusCode(400).body("errors.pointer", contains("/claimId"));
        report(id, Map.of("result", "REJECTED")).statusCode(400).body("errors.pointer", contains("/reason"));
        report(id, Map.of("result", "ACCEPTED", "reason", "X")).statusCode(400);
        report(id, Map.of("result", "ACCEPTED")).statusCode(409).body("code", equalTo("ILLEGAL_TRANSITION"));
        report(1, Map.of("result", "ACCEPTED")).statusCode(404).body("code", equalTo("CARRIER_FILING_NOT_FOUND"));
    }

    @Test
    void filing_system_reaches_nothing_else_and_nobody_else_its_interface() {
        Filer.Submitted approved = filer.approved();
        bound(approved.id());
        system().get("/internal/v1/submissions/" + approved.workOrder()).then().statusCode(403);
        system().body(Map.of()).post(SIGNATURES).then().statusCode(403);
        system().get("/v1/qualifications/" + approved.id() + "/carrier-filings")
                .then()
                .statusCode(403);
        Filer.asService(IdentityClient.SIGNATURE_SYSTEM)
                .get(PATH + "?carrier=CHINA_MOBILE")
                .then()
                .statusCode(403);
        filer.request().get(PATH + "?carrier=CHINA_MOBILE").then().statusCode(403);
        Filer.ofCompanyB()
                .request()
                .get("/v1/qualifications/" + approved.id() + "/carrier-filings")
                .then()
                .statusCode(404);
    }

    private void restrict(long qualification, String act, String reason) {
        int request = Filer.as("supervisor")
                .header("If-Match", filer.version(qualification))
                .body(Map.of("act", act, "reason", reason, "note", "note", "internalNote", "internal note"))
                .post("/v1/qualifications/" + qualification + "/restriction-requests")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Filer.as("supervisor-b")
                .post("/v1/restriction-requests/" + request + "/confirmation")
                .then()
                .statusCode(200);
    }

    private static RequestSpecification system() {
        return Filer.asService(IdentityClient.CARRIER_FILING_SYSTEM);
    }

    private static ValidatableResponse claimSome(String carrier, int limit) {
        return system().body(Map.of("carrier", carrier, "limit", limit))
                .post(PATH + "/claims")
                .then();
    }

    /** Claims until the filing is among the claimed ones; other tests leave filings behind. */
    private static String claim(String carrier, long id) {
        while (true) {
            JsonPath answer = claimSome(carrier, 100).statusCode(200).extract().jsonPath();
            List<Long> claimed = answer.getList("items.id", Long.class);
            if (claimed.contains(id)) {
                return answer.getString("claimId");
            }
            assertThat(claimed).as("no filing is left to claim, but not " + id).isNotEmpty();
        }
    }

    private static void file(long id) {
        report(id, Map.of("result", "FILED", "claimId", claim(MOBILE, id))).statusCode(200);
    }

    /** Returns the filing with 移动 after its rejection. */
    private long rejected(long qualification) {
        long id = filing(qualification, MOBILE);
        reject(id);
        return id;
    }

    private static void reject(long id) {
        file(id);
        report(id, Map.of("result", "REJECTED", "reason", "SYSTEM_ERROR")).statusCode(200);
    }

    private static ValidatableResponse refile(RequestSpecification caller, long qualification, long id) {
        return caller.post("/v1/qualifications/" + qualification + "/carrier-filings/" + id + "/refiling")
                .then();
    }

    private static ValidatableResponse data(long id, String claim) {
        return system().body(Map.of("claimId", claim))
                .post(PATH + "/" + id + "/data")
                .then();
    }

    private static ValidatableResponse filedDocument(long id, String document, String claim) {
        return Filer.asService("document-service")
                .body(Map.of("claimId", claim))
                .post(PATH + "/" + id + "/documents/" + document)
                .then();
    }

    private static ValidatableResponse report(long id, Map<String, Object> report) {
        return system().body(report).post(PATH + "/" + id + "/reports").then();
    }

    private long bound(long qualification) {
        return bind(qualification).then().statusCode(200).extract().jsonPath().getLong("id");
    }

    private Response bind(long qualification) {
        Map<String, Object> question = new HashMap<>(Map.of("name", name, "qualificationId", qualification));
        question.put("accountId", filer.accountId());
        return Filer.asService(IdentityClient.SIGNATURE_SYSTEM).body(question).post(SIGNATURES);
    }

    private ValidatableResponse filings(long qualification) {
        return filer.request()
                .get("/v1/qualifications/" + qualification + "/carrier-filings")
                .then()
                .statusCode(200);
    }

    private long filing(long qualification, String carrier) {
        return filings(qualification).extract().jsonPath().getLong("items.find{it.carrier=='" + carrier + "'}.id");
    }

    private ValidatableResponse timeline(long qualification) {
        return filer.request()
                .get("/v1/qualifications/" + qualification + "/timeline?limit=100")
                .then()
                .statusCode(200);
    }

    private static @Nullable Object administrator(Filer.Submitted submitted, String field) {
        return Forms.part(submitted.form(), "administrator").get(field);
    }

    private static Object only(EventType type, long id) {
        List<?> events = EventBus.await(type, Long.toString(id), 1);
        assertThat(events).hasSize(1);
        return events.getFirst();
    }

    private static List<String> armed(long id) {
        return texts(
                "select kind from timer where owner_type = 'carrier-filing' and state = 'ARMED' and owner_id = " + id);
    }

    private static List<String> audited(long id) {
        return texts("select action from audit_entry where object_type = 'carrier-filing' and object_id = '" + id
                + "' order by sequence");
    }

    private static List<String> texts(String query) {
        return Reactive.inTransaction(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(query, String.class).getResultList()));
    }

    private static void due(String owner, long id, String kind) {
        number("with due as (update timer set due_at = clock_timestamp() - interval '1 second' where owner_type = '"
                + owner + "' and state = 'ARMED' and owner_id = " + id + " and kind like '" + kind
                + "' returning 1) select count(*) from due");
    }

    private static long number(String query) {
        return Reactive.inTransaction(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(query, Long.class).getSingleResult()));
    }
}
