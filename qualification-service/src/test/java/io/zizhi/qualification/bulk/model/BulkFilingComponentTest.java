package io.zizhi.qualification.bulk.model;

import static io.zizhi.qualification.bulk.work.BulkWork.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import io.zizhi.contracts.EventType;
import io.zizhi.local.demo.DemoAccounts;
import io.zizhi.platform.testkit.EventBus;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.platform.testkit.Reactive;
import io.zizhi.platform.testkit.Tokens;
import io.zizhi.qualification.testing.Filer;
import io.zizhi.qualification.testing.Forms;
import io.zizhi.qualification.testing.PeerDouble;
import io.zizhi.qualification.testing.Peers;
import io.zizhi.qualification.testing.Sheets;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
@WithTestResource(PeerDouble.class)
class BulkFilingComponentTest {

    @Inject
    CircuitBreakerMaintenance breakers;

    @Inject
    BulkRowRepository erasure;

    private Filer filer;

    @BeforeEach
    void start() {
        filer = Filer.ofCompanyA();
        Peers.reset();
        breakers.resetAll();
    }

    @Test
    void submits_valid_rows_and_reports_findings_of_others() {
        String taken = name();
        filer.draft(Forms.map("name", taken, "purpose", "SELF", "ownerType", "COMPANY"));
        String sheet = Sheets.HEADER
                + row(name(), "13900001234", verification())
                + row(taken, "13900001235", verification())
                + row(name(), "1390000", verification())
                + row(name(), "13900001236", verification()).replace("自用", "乱写")
                + row(name(), "13900001237", verification()).replace("2020-01-01", "去年");
        long id = upload(sheet.getBytes(StandardCharsets.UTF_8), "text/csv");

        awaitState(id, "COMPLETED");
        List<Map<String, Object>> rows = rows(id);
        assertThat(rows)
                .extracting(row -> row.get("state"))
                .containsExactly("SUBMITTED", "FAILED", "FAILED", "INVALID", "INVALID");
        assertThat(rows).extracting(row -> row.get("number")).containsExactly(2, 3, 4, 5, 6);
        JsonPath json = filer.request().get("/v1/bulk-filings/" + id + "/rows").jsonPath();
        assertThat(json.getString("items[1].findings[0].code")).isEqualTo("NAME_TAKEN");
        assertThat(json.getList("items[2].findings.code")).contains("PHONE_INVALID");
        assertThat(json.getList("items[2].findings.column")).contains("administratorPhone");
        assertThat(json.getString("items[3].findings[0].column")).isEqualTo("purpose");
        assertThat(json.getString("items[4].findings[0].code")).isEqualTo("DATE_INVALID");
        long qualification = json.getLong("items[0].qualificationId");
        filer.get(qualification)
                .then()
                .body("status", equalTo("IN_REVIEW"))
                .body("workOrder", equalTo(json.getInt("items[0].workOrder")))
                .body("form.company.certificate.validTo", equalTo("2099-12-31"))
                .body("form.legalRepresentative.name", equalTo("李示例"));
        assertThat(EventBus.await(EventType.QUALIFICATION_SUBMITTED, Long.toString(qualification), 1))
                .hasSize(1);
        assertThat(number("select count(*) from bulk_row where filing_id = " + id
                        + " and (content is not null or personal_data is not null)"))
                .isZero();
    }

    @Test
    void submits_row_automatically_once_its_phone_is_verified() {
        String verified = UUID.randomUUID().toString();
        long id = upload(
                (Sheets.HEADER + row(name(), "13900002001", "") + row(name(), "13900002002", ""))
                        .getBytes(StandardCharsets.UTF_8),
                "text/csv");
        await().until(() -> states(id).equals(List.of("AWAITING_PHONE", "AWAITING_PHONE")));
        assertThat(filer.request()
                        .get("/v1/bulk-filings/" + id + "/rows")
                        .jsonPath()
                        .getString("items[0].findings[0].column"))
                .isEqualTo("administratorPhone");

        Peers.set("phone:13900002001", verified);
        dueAgain(id);
        await().until(() -> states(id).equals(List.of("SUBMITTED", "AWAITING_PHONE")));
        name(id, 3, UUID.randomUUID().toString()).then().statusCode(200).body("state", equalTo("READY"));
        awaitState(id, "COMPLETED");
        assertThat(states(id)).containsExactly("SUBMITTED", "SUBMITTED");
        name(id, 3, UUID.randomUUID().toString()).then().statusCode(409).body("code", equalTo("BULK_ROW_NOT_WAITING"));
        name(id, 9, UUID.randomUUID().toString()).then().statusCode(404);
    }

    @Test
    void reports_errors_of_cells_and_rules_at_once() {
        String sheet = Sheets.HEADER + row(name(), "1390000", verification()).replace("2020-01-01,长期", "去年,长期");
        long id = upload(sheet.getBytes(StandardCharsets.UTF_8), "text/csv");

        awaitState(id, "COMPLETED");
        JsonPath json = filer.request().get("/v1/bulk-filings/" + id + "/rows").jsonPath();
        assertThat(json.getString("items[0].state")).isEqualTo("INVALID");
        assertThat(json.getList("items[0].findings.code")).contains("DATE_INVALID", "PHONE_INVALID");
        assertThat(json.getList("items[0].findings.cell")).contains("H2", "V2");
        assertThat(json.getList("items[0].findings.header")).contains("certificateValidFrom", "administratorPhone");
        assertThat(json.getList("items[0].findings.adviceZh")).hasSameSizeAs(json.getList("items[0].findings"));
        assertThat(json.getString("items[0].name")).startsWith("批量");
        assertThat(json.getString("items[0].phone")).isEqualTo("*******");
    }

    @Test
    void corrected_sheet_updates_its_drafts() {
        String name = name();
        String wrong = Sheets.HEADER + row(name, "1390000", verification());
        long first = upload(wrong.getBytes(StandardCharsets.UTF_8), "text/csv");
        awaitState(first, "COMPLETED");
        assertThat(states(first)).containsExactly("FAILED");
        String corrected = Sheets.HEADER + row(name, "13900007001", verification()) + row(name, "13900007002", "");

        long second = upload(corrected.getBytes(StandardCharsets.UTF_8), "text/csv");
        awaitState(second, "COMPLETED");

        assertThat(states(second)).containsExactly("SUBMITTED", "INVALID");
        Map<String, Object> updated = rows(second).stream()
                .filter(row -> "SUBMITTED".equals(row.get("state")))
                .findFirst()
                .orElseThrow();
        assertThat(updated).containsEntry("draftUpdated", true);
        assertThat(rows(second).getLast().toString()).contains("NAME_TAKEN", "A3", "与第 2 行");
        assertThat(updated.get("qualificationId"))
                .isEqualTo(rows(first).getFirst().get("qualificationId"));
    }

    /** A replica that still works on the earlier row must not submit the draft under it. */
    @Test
    void unchanged_sheet_raises_the_version_of_its_draft() {
        String wrong = Sheets.HEADER + row(name(), "1390000", verification());
        long first = upload(wrong.getBytes(StandardCharsets.UTF_8), "text/csv");
        awaitState(first, "COMPLETED");
        String draft = String.valueOf(rows(first).getFirst().get("qualificationId"));
        int before = version(draft);

        long again = upload(wrong.getBytes(StandardCharsets.UTF_8), "text/csv");
        awaitState(again, "COMPLETED");

        assertThat(String.valueOf(rows(again).getFirst().get("qualificationId")))
                .isEqualTo(draft);
        assertThat(version(draft)).isGreaterThan(before);
    }

    private int version(String draft) {
        return filer.request().get("/v1/qualifications/" + draft).path("version");
    }

    @Test
    void skips_row_that_earlier_sheet_submitted_meanwhile() {
        String name = name();
        String row = row(name, "13900007101", verification());
        long first = upload((Sheets.HEADER + row).getBytes(StandardCharsets.UTF_8), "text/csv");
        awaitState(first, "COMPLETED");
        Map<String, Object> submitted = rows(first).getFirst();
        String header = Sheets.HEADER.strip() + ",处理结果,修改建议\n";

        long again = upload((header + row.strip() + ",处理中,\n").getBytes(StandardCharsets.UTF_8), "text/csv");
        awaitState(again, "COMPLETED");

        Map<String, Object> skipped = rows(again).getFirst();
        assertThat(skipped)
                .containsEntry("state", "SKIPPED")
                .containsEntry("workOrder", submitted.get("workOrder"))
                .containsEntry("qualificationId", submitted.get("qualificationId"));
        filer.request()
                .get("/v1/bulk-filings/" + again)
                .then()
                .body("rows", equalTo(0))
                .body("skipped", equalTo(1));
        Response result = raw().get("/v1/bulk-filings/" + again + "/sheet");
        send(result.asByteArray(), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "2026-11")
                .then()
                .statusCode(400)
                .body("code", equalTo("SHEET_EMPTY"));
    }

    @Test
    void row_of_withdrawn_qualification_names_that_qualification() {
        String row = row(name(), "13900007301", verification());
        long first = upload((Sheets.HEADER + row).getBytes(StandardCharsets.UTF_8), "text/csv");
        awaitState(first, "COMPLETED");
        long qualification =
                Long.parseLong(String.valueOf(rows(first).getFirst().get("qualificationId")));
        filer.withdraw(qualification).then().statusCode(200);

        long again = upload((Sheets.HEADER + row).getBytes(StandardCharsets.UTF_8), "text/csv");
        awaitState(again, "COMPLETED");

        assertThat(states(again)).containsExactly("FAILED");
        assertThat(rows(again).toString()).contains("SUBMITTED_BEFORE", Long.toString(qualification));
    }

    @Test
    void skips_no_row_with_another_purpose() {
        String name = name();
        long first = upload(
                (Sheets.HEADER + row(name, "13900007201", verification())).getBytes(StandardCharsets.UTF_8),
                "text/csv");
        awaitState(first, "COMPLETED");
        String other = row(name, "13900007202", verification()).replace("自用", "他用");

        long second = upload((Sheets.HEADER + other).getBytes(StandardCharsets.UTF_8), "text/csv");
        awaitState(second, "COMPLETED");

        assertThat(states(first)).containsExactly("SUBMITTED");
        assertThat(states(second)).containsExactly("FAILED");
        assertThat(filer.request()
                        .get("/v1/bulk-filings/" + second + "/rows")
                        .jsonPath()
                        .getList("items[0].findings.code"))
                .contains("NAME_TAKEN");
    }

    @Test
    void erased_account_leaves_no_cells() {
        String sheet = Sheets.HEADER + row(name(), "1390000", verification()) + row(name(), "13900009900", "");
        long id = upload(sheet.getBytes(StandardCharsets.UTF_8), "text/csv");
        await().until(() -> states(id).equals(List.of("FAILED", "AWAITING_PHONE")));

        Reactive.inTransaction(() -> erasure.erase(DemoAccounts.COMPANY_A.id(), 1_000));

        assertThat(states(id)).containsExactly("FAILED", "CANCELLED");
        assertThat(number("select count(*) from bulk_row where filing_id = " + id
                        + " and (content is not null or personal_data is not null or name is not null"
                        + " or company_name is not null or phone is not null or cells is not null)"))
                .isZero();
    }

    @Test
    void finds_documents_by_file_name() {
        Peers.set("name:执照 1.jpg", "0123456789abcdef0123456789abcdef BUSINESS_LICENSE");
        String named = row(name(), "13900008001", verification()).replaceFirst("企业营业执照,[0-9a-f]{32}", "营业执照,执照 1.jpg");
        String unknown = row(name(), "13900008002", verification()).replaceFirst("企业营业执照,[0-9a-f]{32}", "营业执照,缺失.jpg");
        long id = upload((Sheets.HEADER + named + unknown).getBytes(StandardCharsets.UTF_8), "text/csv");

        awaitState(id, "COMPLETED");
        assertThat(states(id)).containsExactly("SUBMITTED", "INVALID");
        assertThat(filer.request()
                        .get("/v1/bulk-filings/" + id + "/rows")
                        .jsonPath()
                        .getList("items[1].findings.code"))
                .contains("DOCUMENT_NAME_UNKNOWN");
    }

    @Test
    void lists_filings_and_offers_result_to_hand_in_again() {
        String sheet = Sheets.HEADER
                + row(name(), "13900009001", verification())
                + row(name(), "13900009002", verification()).replace("自用", "乱写");
        long id = upload(sheet.getBytes(StandardCharsets.UTF_8), "text/csv");
        awaitState(id, "COMPLETED");

        filer.request()
                .get("/v1/bulk-filings?limit=1")
                .then()
                .statusCode(200)
                .body("items[0].id", equalTo((int) id))
                .body("items[0].counts.submitted", equalTo(1))
                .body("items.size()", equalTo(1));
        Response result = raw().get("/v1/bulk-filings/" + id + "/sheet");
        result.then().statusCode(200).header("Content-Disposition", containsString(".xlsx"));
        send(result.asByteArray(), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "2026-11")
                .then()
                .statusCode(201)
                .body("rows", equalTo(1))
                .body("skipped", equalTo(1));
        assertThat(number("select count(*) from bulk_row where filing_id = " + id + " and cells is not null"))
                .isEqualTo(1);
    }

    /** Simulates a process that died between submitting a row and recording the submission. */
    @Test
    void drafts_and_submits_each_row_once_despite_crashes() {
        int count = 12;
        StringBuilder sheet = new StringBuilder(Sheets.HEADER);
        for (int row = 0; row < count; row++) {
            sheet.append(row(name(), "1390000%04d".formatted(3000 + row), verification()));
        }
        Peers.set("notification-service", "down");
        long id = upload(sheet.toString().getBytes(StandardCharsets.UTF_8), "text/csv");
        await().until(() -> new HashSet<>(states(id)).equals(java.util.Set.of("READY")));
        String before = "rows_before_" + id;
        sql("create table " + before + " as select id, content, personal_data from bulk_row where filing_id = " + id);
        Peers.set("notification-service", "up");
        breakers.resetAll();
        sql("update bulk_row set next_at = clock_timestamp() where filing_id = " + id);
        awaitState(id, "COMPLETED");
        List<Map<String, Object>> first = rows(id);
        assertThat(first).extracting(row -> row.get("state")).containsOnly("SUBMITTED");

        sql("update bulk_row r set state = 'READY', work_order = null, next_at = clock_timestamp(),"
                + " content = b.content, personal_data = b.personal_data from " + before
                + " b where b.id = r.id and number % 2 = 0");
        sql("drop table " + before);
        awaitState(id, "COMPLETED");

        assertThat(rows(id)).isEqualTo(first);
        assertThat(first).extracting(row -> row.get("qualificationId")).doesNotHaveDuplicates();
        for (Map<String, Object> row : first) {
            assertThat(EventBus.all(EventType.QUALIFICATION_SUBMITTED, String.valueOf(row.get("qualificationId"))))
                    .hasSize(1);
        }
        assertThat(number("select count(*) from qualification where id in (select qualification_id from bulk_row where"
                        + " filing_id = " + id + ")"))
                .isEqualTo(count);
    }

    @Test
    void cancelled_filing_submits_nothing_more_and_keeps_drafts() {
        long id = upload((Sheets.HEADER + row(name(), "13900004001", "")).getBytes(StandardCharsets.UTF_8), "text/csv");
        await().until(() -> states(id).equals(List.of("AWAITING_PHONE")));

        filer.request()
                .post("/v1/bulk-filings/" + id + "/cancellation")
                .then()
                .statusCode(200)
                .body("state", equalTo("CANCELLED"))
                .body("counts.cancelled", equalTo(1));
        Peers.set("phone:13900004001", UUID.randomUUID().toString());
        dueAgain(id);
        Map<String, Object> row = rows(id).getFirst();
        assertThat(row).containsEntry("state", "CANCELLED");
        assertThat(filer.status(Long.parseLong(String.valueOf(row.get("qualificationId")))))
                .isEqualTo("DRAFT");
    }

    @Test
    void leaves_manually_edited_drafts_alone() {
        long id = upload((Sheets.HEADER + row(name(), "13900005001", "")).getBytes(StandardCharsets.UTF_8), "text/csv");
        await().until(() -> states(id).equals(List.of("AWAITING_PHONE")));
        long qualification = Long.parseLong(String.valueOf(rows(id).getFirst().get("qualificationId")));
        Map<String, Object> form = filer.get(qualification).jsonPath().getMap("form");
        form.put("remark", "改过了");
        filer.edit(qualification, form).then().statusCode(200);

        Peers.set("phone:13900005001", UUID.randomUUID().toString());
        dueAgain(id);
        await().until(() -> states(id).equals(List.of("FAILED")));
        assertThat(filer.request()
                        .get("/v1/bulk-filings/" + id + "/rows")
                        .jsonPath()
                        .getString("items[0].findings[0].code"))
                .isEqualTo("STALE_VERSION");
        assertThat(filer.status(qualification)).isEqualTo("DRAFT");
    }

    @Test
    void hides_bulk_filing_from_other_accounts() {
        long id = upload((Sheets.HEADER + row(name(), "13900006001", "")).getBytes(StandardCharsets.UTF_8), "text/csv");
        Filer other = Filer.ofCompanyB();

        for (String path : List.of("", "/rows", "/sheet")) {
            other.request()
                    .get("/v1/bulk-filings/" + id + path)
                    .then()
                    .statusCode(404)
                    .body("code", equalTo("BULK_FILING_NOT_FOUND"));
        }
        other.request().post("/v1/bulk-filings/" + id + "/cancellation").then().statusCode(404);
    }

    @Test
    void offers_template_in_both_formats_and_languages() throws IOException {
        Response csv = raw().get("/v1/bulk-filings/template");
        csv.then().statusCode(200).contentType("text/csv").header("Content-Disposition", containsString(".csv"));
        assertThat(csv.asByteArray()).startsWith(0xEF, 0xBB, 0xBF);
        assertThat(csv.body().asString()).contains("资质名称", "管理员手机号");
        Response xlsx = raw().get("/v1/bulk-filings/template?format=xlsx&language=en");
        xlsx.then().statusCode(200);
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(xlsx.asByteArray()))) {
            assertThat(workbook.getFirstSheet().read().getFirst().getCellText(0))
                    .isEqualTo("name");
        }
        raw().get("/v1/bulk-filings/template?format=ods").then().statusCode(400);
        raw().get("/v1/bulk-filings/template?language=fr").then().statusCode(400);
    }

    @Test
    void rejects_invalid_sheets() {
        send("name\n".getBytes(StandardCharsets.UTF_8), "text/csv", "2026-11")
                .then()
                .statusCode(400)
                .body("code", equalTo("SHEET_EMPTY"));
        send("name\na\n".getBytes(StandardCharsets.UTF_8), "text/csv", "")
                .then()
                .statusCode(400)
                .body("code", equalTo("FIELD_REQUIRED"));
        send("name\na\n".getBytes(StandardCharsets.UTF_8), "text/csv", "2026-10")
                .then()
                .statusCode(400)
                .body("code", equalTo("NOTICE_VERSION_NOT_CURRENT"))
                .body("detail", containsString("2026-11"));
        send(new byte[2 * 1024 * 1024 + 1], "text/csv", "2026-11")
                .then()
                .statusCode(413)
                .body("code", equalTo("SHEET_TOO_LARGE"));
        send("{}".getBytes(StandardCharsets.UTF_8), "application/json", "2026-11")
                .then()
                .statusCode(415)
                .body("detail", containsString("text/csv"));
    }

    private String row(String name, String phone, String verification) {
        return Sheets.row(filer, name, phone, verification);
    }

    private static String name() {
        return Sheets.name();
    }

    private static String verification() {
        return UUID.randomUUID().toString();
    }

    private long upload(byte[] sheet, String contentType) {
        return send(sheet, contentType, "2026-11")
                .then()
                .statusCode(201)
                .body("state", equalTo("RUNNING"))
                .extract()
                .jsonPath()
                .getLong("id");
    }

    private static Response send(byte[] sheet, String contentType, String noticeVersion) {
        return io.restassured.RestAssured.given()
                .auth()
                .oauth2(Tokens.of("applicant-a"))
                .config(io.restassured.RestAssured.config()
                        .encoderConfig(io.restassured.config.EncoderConfig.encoderConfig()
                                .encodeContentTypeAs("text/csv", io.restassured.http.ContentType.BINARY)
                                .encodeContentTypeAs(
                                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                                        io.restassured.http.ContentType.BINARY)
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
                .contentType(contentType)
                .queryParam("noticeVersion", noticeVersion)
                .body(sheet)
                .post("/v1/bulk-filings");
    }

    private static io.restassured.specification.RequestSpecification raw() {
        return io.restassured.RestAssured.given().auth().oauth2(Tokens.of("applicant-a"));
    }

    private Response name(long id, int row, String verificationId) {
        return filer.request()
                .body(Map.of("phoneVerificationId", verificationId))
                .put("/v1/bulk-filings/" + id + "/rows/" + row + "/phone-verification");
    }

    private void awaitState(long id, String state) {
        await().until(() -> filer.request()
                .get("/v1/bulk-filings/" + id)
                .jsonPath()
                .getString("state")
                .equals(state));
    }

    private List<Map<String, Object>> rows(long id) {
        return filer.request()
                .get("/v1/bulk-filings/" + id + "/rows?limit=100")
                .jsonPath()
                .getList("items");
    }

    private List<String> states(long id) {
        return rows(id).stream().map(row -> String.valueOf(row.get("state"))).toList();
    }

    /** Makes rows that wait for a phone due now. */
    private static void dueAgain(long id) {
        sql("update bulk_row set next_at = clock_timestamp() where filing_id = " + id);
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
