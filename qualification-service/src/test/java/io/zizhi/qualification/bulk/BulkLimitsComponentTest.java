package io.zizhi.qualification.bulk;

import static io.zizhi.platform.testkit.Waits.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.zizhi.local.demo.DemoAccounts;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.platform.testkit.Reactive;
import io.zizhi.platform.testkit.Tokens;
import io.zizhi.qualification.testing.Filer;
import io.zizhi.qualification.testing.Forms;
import io.zizhi.qualification.testing.PeerDouble;
import io.zizhi.qualification.testing.Peers;
import io.zizhi.qualification.testing.Sheets;
import io.zizhi.qualification.testing.UnfinishedUpload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Limits per account. Other accounts are not affected when one account exceeds them. */
@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
@WithTestResource(PeerDouble.class)
class BulkLimitsComponentTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Filer filer;

    @BeforeEach
    void start() {
        filer = Filer.ofCompanyB();
        Peers.reset();
    }

    @Test
    void unfinished_uploads_do_not_delay_other_accounts() throws IOException {
        List<UnfinishedUpload> uploads = new ArrayList<>();
        try {
            for (int count = 0; count < 10; count++) {
                uploads.add(new UnfinishedUpload("applicant-a"));
            }
            awaitAnswer(uploads, " 429 ", "SHEETS_BUSY", "Retry-After: 5");

            long id = send(sheet()).then().statusCode(201).extract().jsonPath().getLong("id");
            raw("applicant-b")
                    .get("/v1/bulk-filings/template?format=xlsx")
                    .then()
                    .statusCode(200);

            cancel(id);
            assertThat(uploads).anyMatch(upload -> upload.answer().isEmpty());
        } finally {
            for (UnfinishedUpload upload : uploads) {
                upload.close();
            }
        }
    }

    @Test
    void disconnected_upload_frees_its_slot() throws IOException {
        for (int count = 0; count < 10; count++) {
            new UnfinishedUpload("applicant-b").close();
        }

        await().atMost(PATIENCE).until(() -> isAccepted(send(sheet())));
    }

    @Test
    void keeps_connection_open_after_rejected_sheet() {
        byte[] commas = ",".repeat(2_000_000).getBytes(StandardCharsets.UTF_8);

        send(commas).then().statusCode(413).body("code", equalTo("SHEET_TOO_MANY_COLUMNS"));
        send(new byte[3 * 1024 * 1024]).then().statusCode(413).body("code", equalTo("SHEET_TOO_LARGE"));
        cancel(send(sheet()).then().statusCode(201).extract().jsonPath().getLong("id"));
    }

    @Test
    void limits_unfinished_bulk_filings_per_account() {
        List<Response> answers =
                IntStream.range(0, 11).mapToObj(each -> send(sheet())).toList();

        answers.getLast().then().statusCode(409).body("code", equalTo("TOO_MANY_BULK_FILINGS"));
        List<Long> accepted = answers.stream()
                .filter(answer -> answer.statusCode() == 201)
                .map(answer -> answer.jsonPath().getLong("id"))
                .toList();
        assertThat(accepted).hasSize(10);
        cancel(accepted.getFirst());
        cancel(send(sheet()).then().statusCode(201).extract().jsonPath().getLong("id"));
        accepted.forEach(this::cancel);
    }

    @Test
    void limits_drafts_per_account() {
        String account = DemoAccounts.COMPANY_B.id();
        tally(account, 5000);
        try {
            filer.request()
                    .body(Forms.bare())
                    .post("/v1/qualifications")
                    .then()
                    .statusCode(409)
                    .body("code", equalTo("TOO_MANY_DRAFTS"));
        } finally {
            tally(account, -5000);
        }
        filer.draft(Forms.bare());
    }

    @Test
    void limits_drafts_per_account_and_hour() {
        filer.draft(Forms.bare());
        String ofAccount = " where purpose = 'draft' and account_id = '" + DemoAccounts.COMPANY_B.id() + "'";
        sql("update account_allowance set used = 1000000" + ofAccount);
        try {
            filer.request()
                    .body(Forms.bare())
                    .post("/v1/qualifications")
                    .then()
                    .statusCode(429)
                    .body("code", equalTo("DRAFTS_LIMITED"));
        } finally {
            sql("delete from account_allowance" + ofAccount);
        }
        filer.draft(Forms.bare());
    }

    @Test
    void limits_letters_per_account() {
        sql("insert into authorization_letter (id, account_id, name, name_key, status, version, submissions, content,"
                + " created_at, updated_at) select nextval('qualification_id'), '" + DemoAccounts.COMPANY_B.id()
                + "', 'letter limit ' || n, 'letter limit ' || n, 'DRAFT', 1, 0, '{}', now(), now()"
                + " from generate_series(1, 5000) n");
        try {
            filer.request()
                    .body(Forms.map("name", "委托书" + UUID.randomUUID().toString().substring(0, 8)))
                    .post("/v1/authorization-letters")
                    .then()
                    .statusCode(409)
                    .body("code", equalTo("TOO_MANY_LETTERS"));
        } finally {
            sql("delete from authorization_letter where name like 'letter limit %'");
        }
    }

    private boolean isAccepted(Response answer) {
        if (answer.statusCode() == 201) {
            cancel(answer.jsonPath().getLong("id"));
        }
        return answer.statusCode() == 201;
    }

    /** The order of the uploads is not known. */
    private static void awaitAnswer(List<UnfinishedUpload> uploads, String... parts) {
        await().atMost(PATIENCE)
                .until(() -> uploads.stream()
                        .map(UnfinishedUpload::answer)
                        .anyMatch(answer -> Stream.of(parts).allMatch(answer::contains)));
    }

    private byte[] sheet() {
        String row = Sheets.row(filer, Sheets.name(), "13900007001", "");
        return (Sheets.HEADER + row).getBytes(StandardCharsets.UTF_8);
    }

    private static Response send(byte[] sheet) {
        return raw("applicant-b")
                .config(RestAssured.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .encodeContentTypeAs("text/csv", ContentType.BINARY)
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
                .contentType("text/csv")
                .queryParam("noticeVersion", "2026-11")
                .body(sheet)
                .post("/v1/bulk-filings");
    }

    private void cancel(long id) {
        filer.request().post("/v1/bulk-filings/" + id + "/cancellation").then().statusCode(200);
    }

    private static RequestSpecification raw(String user) {
        return RestAssured.given().auth().oauth2(Tokens.of(user));
    }

    private static void tally(String account, int drafts) {
        sql("insert into qualification_tally (account_id, status, amount) values ('" + account + "', 'DRAFT', " + drafts
                + ")");
    }

    private static void sql(String statement) {
        Reactive.inTransaction(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(statement).executeUpdate()));
    }
}
