package io.zizhi.qualification.companyauth;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.zizhi.local.demo.DemoAccounts;
import io.zizhi.platform.runtime.cleanup.CleanUp;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.platform.testkit.Reactive;
import io.zizhi.qualification.testing.Filer;
import io.zizhi.qualification.testing.Forms;
import io.zizhi.qualification.testing.PeerDouble;
import io.zizhi.qualification.testing.Peers;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Scan authentication with the local page as the identity provider. */
@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
@WithTestResource(PeerDouble.class)
class CompanyScanComponentTest {

    @Inject
    CleanUp cleanUp;

    private Filer filer;

    @BeforeEach
    void start() {
        Peers.reset();
        filer = Filer.ofCompanyA();
        sql("delete from company_authentication");
        sql("delete from account_allowance");
    }

    @Test
    void confirmed_company_needs_no_certificate() {
        Started started = startedBy(filer);
        poll(filer, started).body("status", equalTo("PENDING")).body("qrContent", equalTo(started.qrContent()));

        open(started).body(containsString(DemoAccounts.COMPANY_A.creditCode()));
        poll(filer, started).body("status", equalTo("SCANNED")).body("company", nullValue());

        confirm(started);
        poll(filer, started)
                .body("status", equalTo("CONFIRMED"))
                .body("qrContent", nullValue())
                .body("company.name", equalTo(DemoAccounts.COMPANY_A.companyName()))
                .body("company.creditCode", equalTo(DemoAccounts.COMPANY_A.creditCode()))
                .body("company.legalRepresentativeName", equalTo("李示例"))
                .body("company.validFrom", equalTo("2020-01-01"));
        long id = filer.draft(scanned(filer, started.id()));
        int workOrder = filer.submit(id)
                .then()
                .statusCode(200)
                .body("status", equalTo("IN_REVIEW"))
                .extract()
                .path("workOrder");
        Filer.asService("review-service")
                .get("/internal/v1/submissions/" + workOrder)
                .then()
                .statusCode(200)
                .body("evaluation.scan.provider", equalTo("local"))
                .body("evaluation.scan.creditCode", equalTo(DemoAccounts.COMPANY_A.creditCode()))
                .body("evaluation.scan.legalRepresentativeConfirmed", equalTo(true));
        filer.get(id)
                .then()
                .body("form.company.authentication", equalTo("SCAN"))
                .body("form.company.authenticationId", equalTo(started.id()));
    }

    @Test
    void rejects_form_that_differs_from_confirmed_company() {
        Started started = startedBy(filer);
        confirm(started);
        poll(filer, started).body("status", equalTo("CONFIRMED"));
        Map<String, Object> form = scanned(filer, started.id());
        Forms.part(form, "company").put("name", "另一家示例公司");
        Forms.part(form, "legalRepresentative").put("name", "赵示例");
        Forms.part(Forms.part(form, "company"), "certificate").put("validTo", "2098-12-31");

        evaluate(filer, form)
                .body(
                        "rules.findAll{it.code=='AUTHENTICATION_MISMATCH' && it.status=='FAILED'}.pointer",
                        contains("/company/certificate/validTo", "/company/name", "/legalRepresentative/name"))
                .body(
                        "rules.findAll{it.code=='AUTHENTICATION_MISMATCH' && it.status=='PASSED'}.pointer",
                        hasItems("/company/creditCode"));
    }

    @Test
    void rejects_authentication_of_another_account() {
        Started started = startedBy(filer);
        confirm(started);
        poll(filer, started).body("status", equalTo("CONFIRMED"));
        Filer other = Filer.ofCompanyB();

        other.request()
                .get("/v1/company-authentications/" + started.id())
                .then()
                .statusCode(404)
                .body("code", equalTo("COMPANY_AUTHENTICATION_NOT_FOUND"));
        evaluate(other, scanned(other, started.id()))
                .body("rules.findAll{it.status=='FAILED'}.code", contains("AUTHENTICATION_NOT_FOUND"));
    }

    @Test
    void unconfirmed_scan_proves_nothing_and_denial_is_final() {
        Started started = startedBy(filer);
        evaluate(filer, scanned(filer, started.id()))
                .body("rules.findAll{it.status=='FAILED'}.code", contains("AUTHENTICATION_NOT_CONFIRMED"));

        answer(started, Map.of("act", "deny"));
        poll(filer, started).body("status", equalTo("DENIED"));
        confirm(started);
        poll(filer, started).body("status", equalTo("DENIED"));
        evaluate(filer, scanned(filer, started.id()))
                .body("rules.findAll{it.status=='FAILED'}.code", contains("AUTHENTICATION_NOT_CONFIRMED"));
    }

    @Test
    void rejects_confirmation_after_expiry() {
        Started started = startedBy(filer);
        sql("update company_authentication set expires_at = now() - interval '1 second' where id = '" + started.id()
                + "'");

        poll(filer, started).body("status", equalTo("EXPIRED"));
        confirm(started);
        poll(filer, started).body("status", equalTo("EXPIRED")).body("company", nullValue());
    }

    @Test
    void deletes_authentications_thirty_days_after_expiry() {
        Started old = startedBy(filer);
        confirm(old);
        poll(filer, old).body("status", equalTo("CONFIRMED"));
        String page = "local_company_scan where reference = '" + referenceOf(old) + "'";
        assertThat(rows(page)).isEqualTo(1);
        Started younger = startedBy(filer);
        ranOut(old, "30 days 1 minute");
        ranOut(younger, "29 days");

        while (Reactive.run(cleanUp::round)) {
            // Like the cleanup loop: repeats until a batch is not full.
        }

        filer.request()
                .get("/v1/company-authentications/" + old.id())
                .then()
                .statusCode(404)
                .body("code", equalTo("COMPANY_AUTHENTICATION_NOT_FOUND"));
        filer.request()
                .get("/v1/company-authentications/" + younger.id())
                .then()
                .statusCode(200);
        evaluate(filer, scanned(filer, old.id()))
                .body("rules.findAll{it.status=='FAILED'}.code", contains("AUTHENTICATION_NOT_FOUND"));
        assertThat(rows(page)).isZero();
    }

    @Test
    void deletes_outdated_authentications_in_batches() {
        sql("insert into company_authentication(id, account_id, provider, reference, qr_content, status, started_at,"
                + " expires_at) select md5(cast(number as text)), 'gone', 'local', 'r' || number, 'q', 'PENDING',"
                + " now() - interval '60 days', now() - interval '60 days' from generate_series(1, 1001) number");

        assertThat(Reactive.run(cleanUp::round)).isTrue();
        assertThat(rows("company_authentication where account_id = 'gone'")).isEqualTo(1);
        Reactive.run(cleanUp::round);
        assertThat(rows("company_authentication where account_id = 'gone'")).isZero();
    }

    private static void ranOut(Started started, String ago) {
        sql("update company_authentication set expires_at = now() - interval '" + ago + "' where id = '" + started.id()
                + "'");
    }

    private static String referenceOf(Started started) {
        return Reactive.inTransaction(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select reference from company_authentication where id = '" + started.id() + "'",
                                String.class)
                        .getSingleResult()));
    }

    private static long rows(String where) {
        return Reactive.inTransaction(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery("select count(*) from " + where, Long.class)
                        .getSingleResult()));
    }

    @Test
    void confirmation_is_stale_after_a_week() {
        Started started = startedBy(filer);
        confirm(started);
        poll(filer, started).body("status", equalTo("CONFIRMED"));
        sql("update company_authentication set ended_at = now() - interval '7 days 1 minute' where id = '"
                + started.id() + "'");

        evaluate(filer, scanned(filer, started.id()))
                .body("rules.findAll{it.status=='FAILED'}.code", contains("AUTHENTICATION_STALE"));
    }

    @Test
    void dates_late_fetched_confirmation_at_its_expiry() {
        Started started = startedBy(filer);
        confirm(started);
        sql("update company_authentication set expires_at = now() - interval '8 days' where id = '" + started.id()
                + "'");

        poll(filer, started).body("status", equalTo("CONFIRMED"));
        evaluate(filer, scanned(filer, started.id()))
                .body("rules.findAll{it.status=='FAILED'}.code", contains("AUTHENTICATION_STALE"));
    }

    @Test
    void expiry_and_freshness_ignore_pod_clock() {
        podClock(Duration.ofHours(1));
        Started started = startedBy(filer);
        poll(filer, started).body("status", equalTo("PENDING"));
        assertThat(rows("company_authentication where id = '" + started.id()
                        + "' and expires_at between clock_timestamp() and clock_timestamp() + interval '15 minutes'"))
                .isEqualTo(1);

        confirm(started);
        poll(filer, started).body("status", equalTo("CONFIRMED"));
        podClock(Duration.ofDays(8));
        evaluate(filer, scanned(filer, started.id()))
                .body("rules.findAll{it.code=='AUTHENTICATION_STALE' && it.status=='FAILED'}", hasSize(0));
    }

    @Test
    void authentication_of_former_provider_expires() {
        Started started = startedBy(filer);
        sql("update company_authentication set provider = 'former' where id = '" + started.id() + "'");
        poll(filer, started).body("status", equalTo("PENDING"));

        sql("update company_authentication set expires_at = now() - interval '1 second' where id = '" + started.id()
                + "'");
        poll(filer, started).body("status", equalTo("EXPIRED"));
    }

    @Test
    void optional_certificate_image_still_needs_its_kind() {
        Started started = startedBy(filer);
        confirm(started);
        poll(filer, started).body("status", equalTo("CONFIRMED"));
        Map<String, Object> form = scanned(filer, started.id());
        Forms.part(Forms.part(form, "company"), "certificate").put("documentId", Forms.documentId());

        evaluate(filer, form).body("rules.findAll{it.status=='FAILED'}.pointer", contains("/company/certificate/kind"));
    }

    @Test
    void rejects_scan_of_public_institution() {
        Filer institution = Filer.ofInstitution();
        Started started = startedBy(institution);

        evaluate(institution, scanned(institution, started.id()))
                .body("rules.findAll{it.status=='FAILED'}.code", contains("SCAN_NOT_OFFERED"))
                .body("rules.findAll{it.status=='FAILED'}.pointer", contains("/company/authentication"));
    }

    @Test
    void limits_started_authentications_per_account() {
        for (int start = 0; start < 20; start++) {
            startedBy(filer);
        }

        filer.request()
                .post("/v1/company-authentications")
                .then()
                .statusCode(429)
                .body("code", equalTo("COMPANY_AUTHENTICATION_LIMITED"));
        startedBy(Filer.ofCompanyB());
    }

    @Test
    void page_returns_404_for_unknown_reference() {
        given().get("/local/company-authentications/" + "A".repeat(43)).then().statusCode(404);
        given().get("/local/company-authentications/short").then().statusCode(404);
    }

    private static Started startedBy(Filer filer) {
        Response started = filer.request().post("/v1/company-authentications");
        started.then()
                .statusCode(201)
                .body("id", matchesPattern("[0-9a-f]{32}"))
                .body("status", equalTo("PENDING"));
        return new Started(
                started.jsonPath().getString("id"), started.jsonPath().getString("qrContent"));
    }

    private static ValidatableResponse poll(Filer filer, Started started) {
        return filer.request()
                .get("/v1/company-authentications/" + started.id())
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse open(Started started) {
        return given().get(pathOf(started))
                .then()
                .statusCode(200)
                .contentType("text/html")
                .header("Content-Security-Policy", containsString("default-src 'none'"));
    }

    private static void confirm(Started started) {
        answer(
                started,
                Map.of(
                        "act", "confirm",
                        "companyName", Objects.requireNonNull(DemoAccounts.COMPANY_A.companyName()),
                        "creditCode", Objects.requireNonNull(DemoAccounts.COMPANY_A.creditCode()),
                        "legalRepresentativeName", "李示例",
                        "validFrom", "2020-01-01",
                        "validTo", "2099-12-31"));
    }

    private static void answer(Started started, Map<String, String> fields) {
        given().contentType("application/x-www-form-urlencoded; charset=utf-8")
                .formParams(fields)
                .post(pathOf(started))
                .then()
                .statusCode(200);
    }

    private static String pathOf(Started started) {
        return URI.create(started.qrContent()).getPath();
    }

    /** A valid form without the certificate image. */
    private static Map<String, Object> scanned(Filer filer, String authenticationId) {
        Map<String, Object> form = filer.goodForm();
        Map<String, Object> company = Forms.part(form, "company");
        Forms.part(company, "certificate").remove("kind");
        Forms.part(company, "certificate").remove("documentId");
        company.put("authentication", "SCAN");
        company.put("authenticationId", authenticationId);
        return form;
    }

    private static ValidatableResponse evaluate(Filer filer, Map<String, Object> form) {
        return filer.request()
                .body(form)
                .post("/v1/qualifications/evaluation")
                .then()
                .statusCode(200);
    }

    /** Moves the pod's clock ahead until the test ends. */
    private static void podClock(Duration ahead) {
        QuarkusMock.installMockForType(Clock.offset(Clock.systemUTC(), ahead), Clock.class);
    }

    private static void sql(String statement) {
        Reactive.inTransaction(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(statement).executeUpdate()));
    }

    private record Started(String id, String qrContent) {}
}
