package io.zizhi.qualification.bulk.importing;

import static io.zizhi.qualification.bulk.importing.work.ImportWork.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import io.zizhi.contracts.EventType;
import io.zizhi.contracts.QualificationImported;
import io.zizhi.contracts.QualificationSuspended;
import io.zizhi.platform.testkit.EventBus;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.platform.testkit.Reactive;
import io.zizhi.platform.testkit.Tokens;
import io.zizhi.qualification.form.Period;
import io.zizhi.qualification.testing.Filer;
import io.zizhi.qualification.testing.Forms;
import io.zizhi.qualification.testing.PeerDouble;
import io.zizhi.qualification.testing.Peers;
import io.zizhi.qualification.testing.Sheets;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
@WithTestResource(PeerDouble.class)
class ImportComponentTest {

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
    void imports_rows_once_another_operator_confirms() {
        String reference = reference();
        long id = upload(Imports.sheet(Imports.row(
                filer, reference, LocalDate.now(Period.ZONE).plusDays(60).toString())));
        awaitState(id, "CHECKED");
        assertThat(number("select count(*) from revision where provenance ->> 'sourceReference' = '" + reference + "'"))
                .isZero();

        confirm("operator", id).then().statusCode(403).body("code", equalTo("SECOND_PERSON_REQUIRED"));
        confirm("operator-b", id).then().statusCode(200).body("confirmedBy", equalTo("operator-b"));
        awaitState(id, "COMPLETED");
        confirm("operator-b", id).then().statusCode(200).body("counts.imported", equalTo(1));

        long qualification = rows(id).getLong("items[0].qualificationId");
        filer.get(qualification)
                .then()
                .statusCode(200)
                .body("status", equalTo("APPROVED"))
                .body("revision", equalTo(1))
                .body("dueAt", nullValue())
                .body("provenance.sourceSystem", equalTo("legacy-portal"))
                .body("provenance.sourceReference", equalTo(reference))
                .body("provenance.approvedOn", equalTo("2025-06-01"))
                .body("evidenceValidity.evidence.kind", hasItem("IMPORTED_APPROVAL"))
                .body("form.legalRepresentative.name", equalTo("李示例"));
        filer.request()
                .get("/v1/qualifications/" + qualification + "/timeline")
                .then()
                .body("items.act", contains("IMPORTED"))
                .body("items[0].details.sourceReference", equalTo(reference))
                .body("items[0].actor", nullValue())
                .body("items[0].details.requestedBy", nullValue());
        Filer.as("auditor")
                .get("/v1/qualifications/" + qualification + "/timeline")
                .then()
                .body("items[0].details.requestedBy", equalTo("operator"))
                .body("items[0].details.confirmedBy", equalTo("operator-b"));
        QualificationImported event =
                (QualificationImported) EventBus.await(EventType.QUALIFICATION_IMPORTED, Long.toString(qualification));
        assertThat(event.sourceReference()).isEqualTo(reference);
        assertThat(event.documentIds()).hasSize(5);
        assertThat(number("select count(*) from timer where owner_id = " + qualification + " and state = 'ARMED'"))
                .isPositive();
        assertThat(number("select count(*) from audit_entry where action = 'qualification.imported' and object_id = '"
                        + qualification + "'"))
                .isOne();
        assertThat(number("select count(*) from import_row where import_id = " + id
                        + " and (content is not null or personal_data is not null)"))
                .isZero();
    }

    @Test
    void offers_template_to_operators() {
        RestAssured.given()
                .auth()
                .oauth2(Tokens.of("operator"))
                .get("/v1/imports/template")
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .header("Content-Disposition", containsString("import.csv"))
                .body(containsString("账号 ID,来源系统,来源编号,原审批日期,原审批有效期至,资质名称"));
        filer.request().get("/v1/imports/template").then().statusCode(403);
    }

    @Test
    void two_supervisors_suspend_imported_qualification() {
        long id = upload(Imports.sheet(Imports.row(filer, reference(), "")));
        awaitState(id, "CHECKED");
        confirm("operator-b", id).then().statusCode(200);
        awaitState(id, "COMPLETED");
        long qualification = rows(id).getLong("items[0].qualificationId");
        long request = Filer.as("supervisor")
                .header("If-Match", filer.version(qualification))
                .body(Forms.map("act", "SUSPEND", "reason", "COMPLAINTS"))
                .post("/v1/qualifications/" + qualification + "/restriction-requests")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");

        Filer.as("supervisor-b")
                .post("/v1/restriction-requests/" + request + "/confirmation")
                .then()
                .statusCode(200);
        QualificationSuspended event = (QualificationSuspended)
                EventBus.await(EventType.QUALIFICATION_SUSPENDED, Long.toString(qualification));
        assertThat(event.contactId()).isNull();
    }

    @Test
    void reports_errors_and_warnings_of_each_row() {
        String reference = reference();
        String row = Imports.row(filer, reference, "");
        String taken = Sheets.name();
        filer.draft(Forms.map("name", taken, "purpose", "SELF", "ownerType", "COMPANY"));
        long id = upload(Imports.sheet(
                row,
                row,
                Imports.row(filer, reference(), "").replace("company-a,", "nobody-knows-me,"),
                Imports.row(filer, reference(), "").replaceFirst(Imports.NAME, taken),
                Imports.row(filer, reference(), "").replace("2040-01-01", "2021-01-01")));
        awaitState(id, "CHECKED");

        JsonPath rows = rows(id);
        assertThat(rows.getList("items.state")).containsExactly("CHECKED", "INVALID", "INVALID", "INVALID", "CHECKED");
        assertThat(rows.getString("items[1].findings[0].code")).isEqualTo("ROW_REPEATED");
        assertThat(rows.getString("items[1].findings[0].column")).isEqualTo("sourceReference");
        assertThat(rows.getString("items[2].findings[0].code")).isEqualTo("ACCOUNT_UNKNOWN");
        assertThat(rows.getString("items[2].findings[0].cell")).isEqualTo("A4");
        assertThat(rows.getList("items[4].findings.cell")).doesNotContainNull();
        assertThat(rows.getList("items[3].findings.code")).contains("NAME_TAKEN");
        assertThat(rows.getList("items[3].findings.header")).contains("name");
        assertThat(rows.getList("items[4].findings.level")).containsOnly("WARNING");
        assertThat(rows.getList("items[4].findings.code")).contains("ID_EXPIRED");
        assertThat(get("/v1/imports/" + id).jsonPath().getInt("counts.invalid")).isEqualTo(3);
        JsonPath page = get("/v1/imports/" + id + "/rows?state=INVALID&limit=2").jsonPath();
        assertThat(page.getList("items.number")).isEqualTo(List.of(3, 4));
        assertThat(page.getString("nextCursor")).isEqualTo("4");
    }

    @Test
    void imports_same_source_once_from_two_sheets() {
        String reference = reference();
        String row = Imports.row(filer, reference, "");
        long first = upload(Imports.sheet(row));
        long second = upload(Imports.sheet(row, Imports.row(filer, reference(), "")));
        awaitState(first, "CHECKED");
        awaitState(second, "CHECKED");
        confirm("operator-b", first).then().statusCode(200);
        confirm("operator-b", second).then().statusCode(200);
        awaitState(first, "COMPLETED");
        awaitState(second, "COMPLETED");

        assertThat(number("select count(*) from revision where provenance ->> 'sourceReference' = '" + reference + "'"))
                .isOne();
        long again = upload(Imports.sheet(row));
        await().until(() -> rows(again).getList("items.state").equals(List.of("INVALID")));
        assertThat(rows(again).getString("items[0].findings[0].code")).isEqualTo("IMPORTED_BEFORE");
        confirm("operator-b", again).then().statusCode(409).body("code", equalTo("IMPORT_EMPTY"));
        awaitState(again, "NOTHING_IMPORTED");
    }

    @Test
    void repeated_upload_returns_same_import() {
        String key = UUID.randomUUID().toString();
        byte[] sheet = Imports.sheet(Imports.row(filer, reference(), ""));
        long id = send(sheet, key).then().statusCode(201).extract().jsonPath().getLong("id");

        assertThat(send(sheet, key).then().statusCode(201).extract().jsonPath().getLong("id"))
                .isEqualTo(id);
        send(Imports.sheet(Imports.row(filer, reference(), "")), key)
                .then()
                .statusCode(422)
                .body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));
    }

    @Test
    void cancelled_import_imports_nothing_and_erases_forms() {
        long id = upload(Imports.sheet(Imports.row(filer, reference(), "")));
        awaitState(id, "CHECKED");

        cancel(id).then().statusCode(200).body("state", equalTo("CANCELLED")).body("counts.cancelled", equalTo(1));
        cancel(id).then().statusCode(200);
        confirm("operator-b", id).then().statusCode(409).body("code", equalTo("IMPORT_CLOSED"));
        assertThat(number("select count(*) from import_row where import_id = " + id + " and content is not null"))
                .isZero();
    }

    @Test
    void dry_run_waits_for_document_service() {
        Peers.set("document-service", "down");
        long id = upload(Imports.sheet(Imports.row(filer, reference(), "")));
        await().until(() -> number("select cast(max(attempts) as bigint) from import_row where import_id = " + id) > 0);
        confirm("operator-b", id).then().statusCode(409).body("code", equalTo("IMPORT_NOT_CHECKED"));

        Peers.set("document-service", "up");
        breakers.resetAll();
        sql("update import_row set next_at = clock_timestamp() where import_id = " + id);
        awaitState(id, "CHECKED");
    }

    @Test
    void accepts_sheets_up_to_promised_size() throws Exception {
        byte[] row = Imports.sheet(Imports.row(filer, reference(), ""));
        byte[] largest = Arrays.copyOf(row, 10_485_760);
        Arrays.fill(largest, row.length, largest.length, (byte) ' ');
        for (int end = row.length; end < largest.length; end += 2_000) {
            largest[end] = '\n';
        }

        HttpResponse<String> accepted = sendFast(largest);
        HttpResponse<String> refused = sendFast(new byte[10_485_761]);

        assertThat(accepted.statusCode()).isEqualTo(201);
        cancel(JsonPath.from(accepted.body()).getLong("id")).then().body("counts.cancelled", equalTo(1));
        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(refused.body()).contains("\"SHEET_TOO_LARGE\"");
    }

    @Test
    void rejects_unknown_imports() {
        get("/v1/imports/999999999").then().statusCode(404).body("code", equalTo("IMPORT_NOT_FOUND"));
        get("/v1/imports/999999999/rows?state=OPEN").then().statusCode(400);
    }

    private static String reference() {
        return "ZZ-" + UUID.randomUUID();
    }

    private static long upload(byte[] sheet) {
        return send(sheet, UUID.randomUUID().toString())
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
    }

    private static Response send(byte[] sheet, String key) {
        return RestAssured.given()
                .auth()
                .oauth2(Tokens.of("operator"))
                .config(io.restassured.RestAssured.config()
                        .encoderConfig(
                                EncoderConfig.encoderConfig().encodeContentTypeAs("text/csv", ContentType.BINARY)))
                .contentType("text/csv")
                .header("Idempotency-Key", key)
                .body(sheet)
                .post("/v1/imports");
    }

    /** REST Assured takes seconds to send ten megabytes. */
    private static HttpResponse<String> sendFast(byte[] sheet) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + RestAssured.port + "/v1/imports"))
                .header("Authorization", "Bearer " + Tokens.of("operator"))
                .header("Content-Type", "text/csv")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofByteArray(sheet))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    private static Response confirm(String operator, long id) {
        return Filer.as(operator).post("/v1/imports/" + id + "/confirmation");
    }

    private static Response cancel(long id) {
        return Filer.as("operator").post("/v1/imports/" + id + "/cancellation");
    }

    private static Response get(String path) {
        return Filer.as("operator").get(path);
    }

    private static JsonPath rows(long id) {
        return get("/v1/imports/" + id + "/rows?limit=100").jsonPath();
    }

    private static void awaitState(long id, String state) {
        await().until(() ->
                get("/v1/imports/" + id).jsonPath().getString("state").equals(state));
    }

    private static void sql(String statement) {
        Reactive.inTransaction(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(statement).executeUpdate()));
    }

    private static long number(String query) {
        return Reactive.inTransaction(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(query, Long.class).getSingleResult()));
    }
}
