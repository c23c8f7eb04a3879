package io.zizhi.qualification.model.carrierfiling;

import static io.zizhi.platform.testkit.Waits.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import io.zizhi.contracts.CarrierFilingCancelled;
import io.zizhi.contracts.CarrierFilingCause;
import io.zizhi.contracts.EventType;
import io.zizhi.local.suite.IdentityClient;
import io.zizhi.platform.testkit.EventBus;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.platform.testkit.Reactive;
import io.zizhi.qualification.testing.Desk;
import io.zizhi.qualification.testing.Filer;
import io.zizhi.qualification.testing.Letters;
import io.zizhi.qualification.testing.PeerDouble;
import io.zizhi.qualification.testing.Peers;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Carrier filings of signatures that a replica of an older release changes during an upgrade. */
@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
@WithTestResource(PeerDouble.class)
class CarrierFilingRepairComponentTest {

    @Inject
    CarrierFilingRepairs repairs;

    @Inject
    RepairCarrierFilings repair;

    @Inject
    MeterRegistry metrics;

    @Inject
    CircuitBreakerMaintenance breakers;

    private String name = "修复" + (System.nanoTime() % 1_000_000_000L);
    private Filer filer;

    @BeforeEach
    void start() {
        filer = Filer.ofCompanyA();
        Peers.reset();
        breakers.resetAll();
        search();
    }

    @Test
    void cancels_filings_of_signature_that_old_replica_released() {
        long qualification = filer.approved().id();
        long signature = bound(qualification);
        long filing = filings(qualification).extract().jsonPath().getLong("items[0].id");
        release(signature);
        double before = repaired("open");

        search();
        search();

        filings(qualification).body("items", hasSize(3)).body("items.cause", everyItem(equalTo("RELEASED")));
        List<?> events = EventBus.await(EventType.CARRIER_FILING_CANCELLED, Long.toString(filing), 1);
        assertThat(((CarrierFilingCancelled) events.getFirst()).cause()).isEqualTo(CarrierFilingCause.RELEASED);
        assertThat(number("select count(*) from timer where owner_type = 'carrier-filing' and state = 'ARMED'"
                        + " and owner_id = " + filing))
                .isZero();
        assertThat(repaired("open")).isEqualTo(before + 1);
    }

    @Test
    void cancels_filings_of_qualification_that_old_replica_revoked() {
        long qualification = filer.approved().id();
        bound(qualification);
        change("update qualification set restriction = 'REVOKED' where id = " + qualification);

        search();

        filings(qualification).body("items", hasSize(3)).body("items.cause", everyItem(equalTo("REVOKED")));
    }

    @Test
    void requests_filings_of_signature_that_old_replica_bound() {
        long qualification = filer.approved().id();
        boundByOldReplica(qualification);
        double before = repaired("missing");

        search();
        search();

        filings(qualification)
                .body("items", hasSize(3))
                .body("items.status", everyItem(equalTo("PENDING")))
                .body("items.carrier", containsInAnyOrder("CHINA_MOBILE", "CHINA_UNICOM", "CHINA_TELECOM"));
        assertThat(repaired("missing")).isEqualTo(before + 1);
    }

    @Test
    void signature_that_cannot_be_repaired_holds_up_no_other() {
        long damaged = filer.approved().id();
        long qualification = filer.approved().id();
        boundByOldReplica(damaged);
        name = name + "二";
        boundByOldReplica(qualification);
        long revision = number("select in_force_revision from qualification where id = " + damaged);
        change("update qualification set in_force_revision = 0 where id = " + damaged);

        Reactive.run(() -> repairs.round(1));
        Reactive.run(() -> repairs.round(1));

        filings(qualification).body("items", hasSize(3));
        change("update qualification set in_force_revision = " + revision + " where id = " + damaged);
        search();
        filings(damaged).body("items", hasSize(3));
    }

    @Test
    void requests_no_filings_of_signature_bound_before_upgrade() {
        long qualification = filer.approved().id();
        long signature = boundByOldReplica(qualification);
        change("update signature set filings_requested = true where id = " + signature);

        search();

        filings(qualification).body("items", empty());
    }

    @Test
    void files_signature_that_old_replica_moved_from_its_new_place() {
        long first = filer.approved().id();
        long second = filer.approved().id();
        long signature = bound(first);
        change("update signature set qualification_id = " + second + " where id = " + signature);

        search();

        filings(first).body("items.cause", everyItem(equalTo("MOVED"))).body("items", hasSize(3));
        filings(second).body("items.status", everyItem(equalTo("PENDING"))).body("items", hasSize(3));
    }

    @Test
    void files_signature_that_old_replica_moved_to_another_letter_but_not_to_renewal() {
        filer = Filer.ofAgency();
        long first = approvedLetter();
        long second = approvedLetter();
        long qualification = approvedWith(first);
        bound(qualification);
        change("update carrier_filing set letter_id = " + second + " where qualification_id = " + qualification);
        change("update authorization_letter set renewal_of = " + first + " where id = " + second);

        search();
        filings(qualification).body("items", hasSize(3)).body("items.status", everyItem(equalTo("PENDING")));
        change("update authorization_letter set renewal_of = null where id = " + second);
        reject(qualification, "CHINA_MOBILE");
        search();

        filings(qualification)
                .body("items", hasSize(6))
                .body("items.findAll{it.cause=='MOVED'}", hasSize(2))
                .body("items.findAll{it.letterId==" + first + "}", hasSize(3))
                .body("items.findAll{it.letterId==" + first + "}.status", everyItem(equalTo("PENDING")));
    }

    @Test
    void files_with_carrier_whose_refiling_was_cancelled() {
        long qualification = filer.approved().id();
        long signature = bound(qualification);
        reject(qualification, "CHINA_TELECOM");
        reject(qualification, "CHINA_MOBILE");
        long rejected =
                filings(qualification).extract().jsonPath().getLong("items.find{it.carrier=='CHINA_MOBILE'}.id");
        Filer.as("supervisor")
                .post("/v1/qualifications/" + qualification + "/carrier-filings/" + rejected + "/refiling")
                .then()
                .statusCode(201);
        change("update carrier_filing set status = 'CANCELLED', cause = 'EXPIRED', ended_at = clock_timestamp(),"
                + " due_at = null where refiles = " + rejected);
        change("update signature set filings_requested = false where id = " + signature);

        search();

        filings(qualification)
                .body("items", hasSize(5))
                .body(
                        "items.findAll{it.status=='PENDING'}.carrier",
                        containsInAnyOrder("CHINA_MOBILE", "CHINA_UNICOM"));
    }

    private static void reject(long qualification, String carrier) {
        change("update carrier_filing set status = 'REJECTED', reason = 'SYSTEM_ERROR', ended_at = clock_timestamp(),"
                + " due_at = null where qualification_id = " + qualification + " and carrier = '" + carrier + "'");
    }

    private long approvedLetter() {
        Letters letters = new Letters(filer);
        Map<String, Object> form = Letters.good();
        form.put("signatureNames", List.of(name));
        long letter = letters.drafted(form);
        approvedWith(letter);
        await().until(() -> letters.status(letter).equals("APPROVED"));
        return letter;
    }

    private long approvedWith(long letter) {
        long qualification = filer.draft(new Letters(filer).thirdParty(letter));
        long workOrder = filer.submit(qualification)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getLong("workOrder");
        Desk.publish(Desk.approved(workOrder, qualification));
        filer.awaitStatus(qualification, "APPROVED");
        return qualification;
    }

    @Test
    void files_revision_that_old_replica_brought_into_force() {
        long qualification = filer.approved().id();
        bound(qualification);
        change("update carrier_filing set revision_id = revision_id - 1 where qualification_id = " + qualification);

        search();

        filings(qualification)
                .body("items", hasSize(6))
                .body("items.findAll{it.cause=='SUPERSEDED'}", hasSize(3))
                .body("items.findAll{it.status=='PENDING'}", hasSize(3));
    }

    @Test
    void concurrent_replicas_repair_signature_once() {
        long qualification = filer.approved().id();
        long signature = boundByOldReplica(qualification);

        List<CompletableFuture<Boolean>> replicas = Stream.generate(
                        () -> CompletableFuture.supplyAsync(() -> Reactive.run(() -> repair.handle(signature))))
                .limit(3)
                .toList();

        assertThat(replicas.stream().map(CompletableFuture::join)).containsOnlyOnce(true);
        filings(qualification).body("items", hasSize(3));
    }

    /** Examines the remaining carrier filings, in several batches. At the start, repairs what other tests left. */
    private void search() {
        boolean more = true;
        while (more) {
            more = Reactive.run(() -> repairs.round(7));
        }
    }

    private double repaired(String damage) {
        return metrics.counter("zizhi_carrier_filing_repairs", "damage", damage).count();
    }

    private long bound(long qualification) {
        return Filer.asService(IdentityClient.SIGNATURE_SYSTEM)
                .body(Map.of("name", name, "qualificationId", qualification, "accountId", filer.accountId()))
                .post("/internal/v1/signatures")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getLong("id");
    }

    private long boundByOldReplica(long qualification) {
        return number("with bound as (insert into signature(id, account_id, name, name_key, qualification_id, bound_at)"
                + " values (nextval('qualification_id'), '" + filer.accountId() + "', '" + name + "', '" + name + "', "
                + qualification + ", clock_timestamp()) returning id) select id from bound");
    }

    private static void release(long signature) {
        change("update signature set released_at = clock_timestamp() where id = " + signature);
    }

    private ValidatableResponse filings(long qualification) {
        return filer.request()
                .get("/v1/qualifications/" + qualification + "/carrier-filings")
                .then()
                .statusCode(200);
    }

    private static void change(String statement) {
        Reactive.inTransaction(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(statement).executeUpdate()));
    }

    private static long number(String query) {
        return Reactive.inTransaction(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(query, Long.class).getSingleResult()));
    }
}
