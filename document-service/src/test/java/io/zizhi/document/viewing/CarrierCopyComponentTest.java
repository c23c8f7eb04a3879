package io.zizhi.document.viewing;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.zizhi.document.intake.SampleFiles;
import io.zizhi.document.testing.DocumentsClient;
import io.zizhi.document.testing.DocumentsClient.Answer;
import io.zizhi.document.testing.QualificationServiceDouble;
import io.zizhi.document.testing.Rows;
import io.zizhi.document.testing.WithDoubles;
import io.zizhi.document.viewing.pages.SamplePdfs;
import io.zizhi.document.viewing.watermark.Copies;
import io.zizhi.document.viewing.watermark.Mark;
import io.zizhi.document.viewing.watermark.MarkReader;
import io.zizhi.platform.testkit.Tokens;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithDoubles
class CarrierCopyComponentTest {

    private static final String SYSTEM = "carrier-filing-system";
    private static final String MOBILE = "CHINA_MOBILE";
    private static final long FILING = 4711;
    private static final long SEED = 5;

    @Inject
    Rows rows;

    @Inject
    CircuitBreakerMaintenance breakers;

    private final String claim = UUID.randomUUID().toString();
    private final String picture =
            DocumentsClient.stored("applicant-a", "ID_PORTRAIT", SampleFiles.image("jpeg", 1600, 1000));
    private final String pdf = DocumentsClient.stored("applicant-a", "MORE_MATERIAL", SamplePdfs.pages(2));

    @AfterEach
    void reset() {
        QualificationServiceDouble.mend();
        breakers.resetAll();
    }

    @Test
    void leaked_copy_leads_to_carrier_and_filing() throws IOException {
        Random random = new Random(SEED);
        for (String document : List.of(picture, pdf)) {
            QualificationServiceDouble.file(FILING, claim, document, MOBILE);
            Answer answer = copy(document, 1);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("Content-Type")).isEqualTo("image/png");
            assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
            assertThat(answer.header("Page-Count")).isEqualTo(document.equals(pdf) ? "2" : "1");
            BufferedImage page = ImageIO.read(new ByteArrayInputStream(answer.bytes()));
            assertThat(page.getWidth()).isGreaterThanOrEqualTo(1600);
            Mark mark = MarkReader.read(Copies.jpeg(Copies.quarter(page, random), 0.4f))
                    .orElseThrow(() -> new AssertionError("no mark in the part that seed " + SEED + " cuts out"));

            JsonObject view = DocumentsClient.get("auditor", "/v1/document-views/" + mark)
                    .json()
                    .getJsonArray("items")
                    .getJsonObject(0);

            assertThat(view.getString("viewer")).isEqualTo(SYSTEM);
            assertThat(view.getString("role")).isEqualTo(SYSTEM);
            assertThat(view.getString("reason")).isEqualTo("CARRIER_FILING");
            assertThat(view.getLong("carrierFiling")).isEqualTo(FILING);
            assertThat(view.getString("carrier")).isEqualTo(MOBILE);
            assertThat(view.getLong("workOrder")).isEqualTo(43);
            assertThat(view.getInteger("page")).isEqualTo(1);
        }
    }

    @Test
    void owner_sees_copies_without_the_caller() {
        QualificationServiceDouble.file(FILING, claim, picture, MOBILE);
        assertThat(copy(picture, 1).status()).isEqualTo(200);

        JsonArray views = DocumentsClient.get("applicant-a", "/v1/documents/" + picture + "/views")
                .json()
                .getJsonArray("items");

        assertThat(views).hasSize(1);
        assertThat(views.getJsonObject(0).fieldNames())
                .containsExactlyInAnyOrder("id", "mark", "viewedAt", "role", "reason", "workOrder");
        assertThat(views.getJsonObject(0).getString("role")).isEqualTo(SYSTEM);
        assertThat(views.getJsonObject(0).getString("reason")).isEqualTo("CARRIER_FILING");
    }

    @Test
    void audits_each_copy_before_it_is_sent() {
        QualificationServiceDouble.file(FILING, claim, pdf, MOBILE);
        assertThat(copy(pdf, 2).status()).isEqualTo(200);
        assertThat(rows.text(
                        "select actor || ' ' || role || ' ' || reason || ' ' || account_id || ' '"
                                + " || array_to_string(fields, ', ') from audit_entry"
                                + " where action = 'document.viewed' and object_id = ?",
                        pdf))
                .isEqualTo(
                        SYSTEM + " " + SYSTEM + " CARRIER_FILING company-a page 2, carrier filing 4711, CHINA_MOBILE");
        rows.execute(
                "alter table audit_entry add constraint test_refuses check (action <> 'document.viewed') not valid");
        try {
            assertThat(copy(pdf, 2).status()).isEqualTo(500);
        } finally {
            rows.execute("alter table audit_entry drop constraint test_refuses");
        }
        assertThat(views(pdf)).isEqualTo("1");
    }

    @Test
    void gives_originals_to_carriers_of_the_setting_after_scan() {
        QualificationServiceDouble.file(FILING, claim, picture, MOBILE);
        scanned(picture);
        copy(picture, null).isProblem(409, "PAGES_ONLY");
        QualificationServiceDouble.file(FILING, claim, picture, QualificationServiceDouble.TAKES_ORIGINALS);
        rows.execute("update document set status = 'PENDING_SCAN' where id = '" + picture + "'");
        copy(picture, null).isProblem(409, "DOCUMENT_PENDING_SCAN");
        assertThat(views(picture)).isEqualTo("0");
        scanned(picture);

        Answer answer = copy(picture, null);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("image/jpeg");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(rows.text(
                        "select carrier || carrier_filing || coalesce(page::text, ' whole') from document_view"
                                + " where document_id = ?",
                        picture))
                .isEqualTo("CHINA_TELECOM4711 whole");
        assertThat(answer.bytes())
                .isEqualTo(DocumentsClient.get("applicant-a", "/v1/documents/" + picture + "/content")
                        .bytes());
    }

    @Test
    void refuses_copies_without_claim_of_filing_that_names_the_document() {
        QualificationServiceDouble.file(FILING, UUID.randomUUID().toString(), picture, MOBILE);
        copy(picture, 1).isProblem(409, "CARRIER_FILING_NOT_CLAIMED");
        QualificationServiceDouble.file(FILING, claim, pdf, MOBILE);
        copy(picture, 1).isProblem(404, "DOCUMENT_NOT_FOUND");
        QualificationServiceDouble.file(FILING + 1, claim, picture, MOBILE);
        copy(picture, 1).isProblem(404, "DOCUMENT_NOT_FOUND");
        copy("0123456789abcdef0123456789abcdef", 1).isProblem(404, "DOCUMENT_NOT_FOUND");
        copy("x", 1).isProblem(404, "DOCUMENT_NOT_FOUND");
        assertThat(views(picture)).isEqualTo("0");
    }

    @Test
    void refuses_other_callers_and_incomplete_requests() {
        QualificationServiceDouble.file(FILING, claim, picture, MOBILE);
        String path = path(picture);
        JsonObject request = request(1);
        for (String user : List.of("applicant-a", "reviewer-a", "supervisor", "auditor", "operator")) {
            DocumentsClient.postAs(Tokens.of(user), path, request).isProblem(403, "FORBIDDEN");
        }
        for (String service : List.of("qualification-service", "signature-system")) {
            DocumentsClient.postAs(Tokens.service(service, "document-service"), path, request)
                    .isProblem(403, "FORBIDDEN");
        }
        DocumentsClient.postAs(Tokens.service(SYSTEM, "qualification-service"), path, request)
                .isProblem(401, "UNAUTHENTICATED");
        postAsSystem(picture, new JsonObject().put("claimId", claim)).isProblem(400, "VALIDATION_FAILED");
        postAsSystem(picture, request(1).put("claimId", "x")).isProblem(400, "VALIDATION_FAILED");
        postAsSystem(picture, request(0)).isProblem(400, "VALIDATION_FAILED");
        postAsSystem(picture, request(1).put("filingId", 10_000_000_000_000_000L))
                .isProblem(400, "VALIDATION_FAILED");
        assertThat(views(picture)).isEqualTo("0");
    }

    @Test
    void refuses_what_cannot_be_shown() {
        QualificationServiceDouble.file(FILING, claim, pdf, MOBILE);
        copy(pdf, 3).isProblem(404, "PAGE_NOT_FOUND");
        String word = DocumentsClient.stored("applicant-a", "MORE_MATERIAL", SampleFiles.docx());
        QualificationServiceDouble.file(FILING, claim, word, MOBILE);
        copy(word, 1).isProblem(409, "DOWNLOAD_ONLY");
        QualificationServiceDouble.file(FILING, claim, picture, MOBILE);
        rows.execute("update document set size = size + 1 where id = '" + picture + "'");
        copy(picture, 1).isProblem(502, "DOCUMENT_DAMAGED");
        rows.execute("update document set status = 'QUARANTINED' where id = '" + picture + "'");
        copy(picture, 1).isProblem(409, "DOCUMENT_QUARANTINED");
    }

    @Test
    void gives_nothing_while_claim_cannot_be_checked() {
        QualificationServiceDouble.file(FILING, claim, picture, MOBILE);
        QualificationServiceDouble.breakDown();
        copy(picture, 1).isProblem(503, "QUALIFICATION_SERVICE_UNAVAILABLE");
        assertThat(views(picture)).isEqualTo("0");
    }

    @Test
    void release_without_the_check_is_an_outage_and_no_missing_document() {
        QualificationServiceDouble.file(FILING, claim, picture, MOBILE);
        QualificationServiceDouble.beOlder();
        copy(picture, 1).isProblem(503, "QUALIFICATION_SERVICE_UNAVAILABLE");
    }

    private void scanned(String document) {
        rows.execute("update document set status = 'AVAILABLE' where id = '" + document + "'");
    }

    private String views(String document) {
        return rows.text("select count(*) from document_view where document_id = ?", document);
    }

    private JsonObject request(int page) {
        return new JsonObject().put("filingId", FILING).put("claimId", claim).put("page", page);
    }

    /** @param page null for the original */
    private Answer copy(String document, @Nullable Integer page) {
        return postAsSystem(
                document,
                new JsonObject().put("filingId", FILING).put("claimId", claim).put("page", page));
    }

    private static Answer postAsSystem(String document, JsonObject request) {
        return DocumentsClient.postAs(Tokens.service(SYSTEM, "document-service"), path(document), request);
    }

    private static String path(String document) {
        return "/internal/v1/documents/" + document + "/carrier-copies";
    }
}
