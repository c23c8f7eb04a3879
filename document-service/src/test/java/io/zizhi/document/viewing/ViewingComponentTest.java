package io.zizhi.document.viewing;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.minio.GetObjectArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.RemoveObjectArgs;
import io.quarkus.test.junit.QuarkusTest;
import io.zizhi.document.intake.SampleFiles;
import io.zizhi.document.storage.objects.StorageSettings;
import io.zizhi.document.testing.DocumentsClient;
import io.zizhi.document.testing.DocumentsClient.Answer;
import io.zizhi.document.testing.ReviewServiceDouble;
import io.zizhi.document.testing.Rows;
import io.zizhi.document.testing.StorageCable;
import io.zizhi.document.testing.WithDoubles;
import io.zizhi.document.viewing.pages.SamplePdfs;
import io.zizhi.document.viewing.watermark.MarkReader;
import io.zizhi.platform.testkit.Tokens;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithDoubles
class ViewingComponentTest {

    private static final String REVIEWERS =
            "select count(*) from audit_entry where action = 'document.viewed' and role = 'reviewer' and object_id = ?";

    @Inject
    Rows rows;

    @Inject
    MeterRegistry metrics;

    @Inject
    MinioClient objectStore;

    @Inject
    StorageSettings settings;

    private final byte[] bytes = SampleFiles.asStored(SampleFiles.jpeg());
    private String id = "";

    @BeforeEach
    void store() {
        id = DocumentsClient.stored("applicant-a", "ID_PORTRAIT", SampleFiles.jpeg());
    }

    @AfterEach
    void reset() {
        StorageCable.mend();
        ReviewServiceDouble.reset();
    }

    @Test
    void the_owner_views_the_bytes_with_protective_headers() {
        Answer answer = content("applicant-a", "");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.bytes()).isEqualTo(bytes);
        assertThat(answer.header("Content-Length")).isEqualTo("" + bytes.length);
        assertThat(answer.header("Content-Type")).isEqualTo("image/jpeg");
        assertThat(answer.header("Content-Disposition")).isEqualTo("inline; filename=\"doc-" + id + ".jpg\"");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Content-Security-Policy")).isEqualTo("sandbox; default-src 'none'");
        assertThat(rows.text("select role from audit_entry where action = 'document.viewed' and object_id = ?", id))
                .isEqualTo("applicant");
    }

    @Test
    void returns_every_format_with_its_media_type() {
        for (byte[] file : List.of(
                SampleFiles.png(), SampleFiles.jpeg(), SampleFiles.pdf(), SampleFiles.doc(), SampleFiles.docx())) {
            String document = DocumentsClient.stored("applicant-a", "MORE_MATERIAL", file);
            Answer answer = DocumentsClient.get("applicant-a", "/v1/documents/" + document + "/content");
            assertThat(answer.bytes()).isEqualTo(SampleFiles.asStored(file));
            assertThat(answer.header("Content-Type"))
                    .isEqualTo(DocumentsClient.get("applicant-a", "/v1/documents/" + document)
                            .json()
                            .getString("contentType"));
        }
    }

    @Test
    void hides_documents_of_other_accounts() {
        content("applicant-b", "").isProblem(404, "DOCUMENT_NOT_FOUND");
        DocumentsClient.get("applicant-b", "/v1/documents/" + id).isProblem(404, "DOCUMENT_NOT_FOUND");
        DocumentsClient.get("applicant-a", "/v1/documents/" + "0".repeat(32)).isProblem(404, "DOCUMENT_NOT_FOUND");
        DocumentsClient.get("applicant-a", "/v1/documents/..%2f").isProblem(404, "DOCUMENT_NOT_FOUND");
    }

    @Test
    void refuses_other_roles() {
        content("auditor", "?reason=REVIEW").isProblem(403, "FORBIDDEN");
        content("operator", "?reason=REVIEW").isProblem(403, "FORBIDDEN");
        DocumentsClient.get("reviewer-a", "/v1/documents/" + id).isProblem(403, "FORBIDDEN");
    }

    @Test
    void a_reviewer_must_give_a_reason() {
        ReviewServiceDouble.claim(DocumentsClient.subjectOf("reviewer-a"), id);
        content("reviewer-a", "").isProblem(400, "REASON_REQUIRED");
        content("reviewer-a", "?reason=%20").isProblem(400, "REASON_REQUIRED");
        content("reviewer-a", "?reason=curious").isProblem(400, "REASON_UNKNOWN");
        assertThat(rows.text(REVIEWERS, id)).isEqualTo("0");
    }

    @Test
    void refuses_a_reviewer_without_a_claim() {
        content("reviewer-a", "?reason=REVIEW").isProblem(403, "CLAIM_REQUIRED");
        ReviewServiceDouble.claim(DocumentsClient.subjectOf("reviewer-b"), id);
        content("reviewer-a", "?reason=REVIEW").isProblem(403, "CLAIM_REQUIRED");
        assertThat(rows.text(REVIEWERS, id)).isEqualTo("0");
    }

    @Test
    void records_view_and_reason_of_a_reviewer_with_a_claim() {
        ReviewServiceDouble.claim(DocumentsClient.subjectOf("reviewer-a"), id);
        Answer answer = content("reviewer-a", "?reason=COMPARISON");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(rows.text(
                        "select actor || '|' || account_id || '|' || reason from audit_entry where role = 'reviewer' and object_id = ?",
                        id))
                .isEqualTo(DocumentsClient.subjectOf("reviewer-a") + "|company-a|COMPARISON");
        assertThat(ReviewServiceDouble.lastCredentials()).startsWith("Bearer ");
    }

    @Test
    void staff_get_no_original_that_can_be_shown_as_pages() throws Exception {
        ReviewServiceDouble.claim(DocumentsClient.subjectOf("reviewer-a"), id);
        Answer picture = content("reviewer-a", "?reason=REVIEW");
        assertThat(picture.header("Content-Type")).isEqualTo("image/png");
        assertThat(MarkReader.read(ImageIO.read(new ByteArrayInputStream(picture.bytes()))))
                .isPresent();

        String pdf = DocumentsClient.stored("applicant-a", "MORE_MATERIAL", SamplePdfs.pages(1));
        ReviewServiceDouble.claim(DocumentsClient.subjectOf("reviewer-a"), pdf);
        staff(pdf).isProblem(409, "PAGES_ONLY");
    }

    @Test
    void staff_download_a_word_document_after_a_clean_scan() {
        String word = DocumentsClient.stored("applicant-a", "MORE_MATERIAL", SampleFiles.docx());
        ReviewServiceDouble.claim(DocumentsClient.subjectOf("reviewer-a"), word);
        rows.execute("update document set status = 'PENDING_SCAN', scan_due_at = now() + interval '1 day' where id = '"
                + word + "'");
        staff(word).isProblem(409, "DOCUMENT_PENDING_SCAN");
        assertThat(rows.text(REVIEWERS, word)).isEqualTo("0");
        rows.execute("update document set status = 'AVAILABLE' where id = '" + word + "'");
        assertThat(staff(word).bytes()).isEqualTo(SampleFiles.docx());
        assertThat(rows.text(REVIEWERS, word)).isEqualTo("1");
    }

    private static Answer staff(String document) {
        return DocumentsClient.get("reviewer-a", "/v1/documents/" + document + "/content?reason=REVIEW");
    }

    @Test
    void passes_on_that_a_reviewer_has_viewed_too_much() {
        ReviewServiceDouble.limitViews("1234");
        Answer answer = content("reviewer-a", "?reason=REVIEW");
        answer.isProblem(429, "VIEWING_LIMITED");
        assertThat(answer.header("Retry-After")).isEqualTo("1234");
        assertThat(rows.text(REVIEWERS, id)).isEqualTo("0");
        // not an outage: the circuit breaker stays closed
        for (int again = 0; again < 12; again++) {
            content("reviewer-a", "?reason=REVIEW").isProblem(429, "VIEWING_LIMITED");
        }
        assertThat(content("applicant-a", "").status()).isEqualTo(200);
    }

    @Test
    void asks_staff_but_not_owners_for_a_recent_sign_in() {
        ReviewServiceDouble.claim(DocumentsClient.subjectOf("reviewer-a"), id);
        String path = "/v1/documents/" + id + "/content?reason=REVIEW";
        Answer answer = DocumentsClient.getAs(signed("reviewer-a", "reviewer"), path);
        answer.isProblem(401, "INSUFFICIENT_USER_AUTHENTICATION");
        assertThat(answer.header("WWW-Authenticate"))
                .startsWith("Bearer error=\"insufficient_user_authentication\"")
                .endsWith("max_age=\"3600\"");
        assertThat(rows.text(REVIEWERS, id)).isEqualTo("0");
        assertThat(DocumentsClient.getAs(signed("applicant-a", "applicant"), path)
                        .status())
                .isEqualTo(200);
    }

    /** Returns a token that does not state when the person signed in. */
    private static String signed(String subject, String role) {
        return Tokens.signed(claims -> {
            claims.setSubject(subject);
            claims.setStringListClaim("roles", role);
            claims.setClaim("account", "company-a");
        });
    }

    @Test
    void refuses_staff_views_while_review_service_is_down() {
        ReviewServiceDouble.claim(DocumentsClient.subjectOf("reviewer-a"), id);
        ReviewServiceDouble.breakDown();
        Answer answer = content("reviewer-a", "?reason=REVIEW").isProblem(503, "REVIEW_SERVICE_UNAVAILABLE");
        assertThat(answer.header("Retry-After")).isEqualTo("5");
        assertThat(rows.text(REVIEWERS, id)).isEqualTo("0");
        assertThat(content("applicant-a", "").status()).isEqualTo(200);
    }

    @Test
    void asks_review_service_three_times() {
        ReviewServiceDouble.claim(DocumentsClient.subjectOf("reviewer-a"), id);
        ReviewServiceDouble.breakDown(2);
        assertThat(content("reviewer-a", "?reason=REVIEW").status()).isEqualTo(200);
    }

    @Test
    void sends_no_bytes_without_an_audit_row() {
        rows.execute(
                "alter table audit_entry add constraint test_refuses check (action <> 'document.viewed') not valid");
        try {
            Answer answer = content("applicant-a", "");
            assertThat(answer.status()).isEqualTo(500);
            assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        } finally {
            rows.execute("alter table audit_entry drop constraint test_refuses");
        }
        assertThat(content("applicant-a", "").status()).isEqualTo(200);
    }

    @Test
    void answers_503_without_the_object_store() {
        StorageCable.cut();
        content("applicant-a", "").isProblem(503, "STORAGE_UNAVAILABLE");
    }

    @Test
    void refuses_a_view_of_a_quarantined_document() {
        rows.execute("update document set status = 'QUARANTINED' where id = '" + id + "'");
        content("applicant-a", "").isProblem(409, "DOCUMENT_QUARANTINED");
    }

    @Test
    void answers_410_for_a_lost_object_and_counts_it() throws Exception {
        double before = unreadable("lost");
        objectStore.removeObject(RemoveObjectArgs.builder()
                .bucket(settings.bucket())
                .object(rows.text("select object_key from document where id = ?", id))
                .build());
        content("applicant-a", "").isProblem(410, "DOCUMENT_LOST");
        assertThat(unreadable("lost")).isEqualTo(before + 1);
    }

    @Test
    void refuses_a_swapped_or_truncated_object() throws Exception {
        double before = unreadable("damaged");
        String key = rows.text("select object_key from document where id = ?", id);
        byte[] stored = object(key);
        byte[] other = object(rows.text(
                "select object_key from document where id = ?",
                DocumentsClient.stored("applicant-a", "ID_PORTRAIT", bytes)));
        for (byte[] wrong : List.of(other, Arrays.copyOf(stored, stored.length - 1), new byte[0])) {
            replace(key, wrong);
            content("applicant-a", "").isProblem(502, "DOCUMENT_DAMAGED");
        }
        assertThat(unreadable("damaged")).isEqualTo(before + 3);
        replace(key, stored);
        assertThat(content("applicant-a", "").bytes()).isEqualTo(bytes);
    }

    private double unreadable(String cause) {
        return metrics.get("zizhi.document.unreadable")
                .tag("cause", cause)
                .counter()
                .count();
    }

    private byte[] object(String key) throws Exception {
        try (InputStream in = objectStore.getObject(
                GetObjectArgs.builder().bucket(settings.bucket()).object(key).build())) {
            return in.readAllBytes();
        }
    }

    private void replace(String key, byte[] bytes) throws Exception {
        objectStore.putObject(PutObjectArgs.builder().bucket(settings.bucket()).object(key).stream(
                        new ByteArrayInputStream(bytes), bytes.length, -1)
                .build());
    }

    private Answer content(String user, String query) {
        return DocumentsClient.get(user, "/v1/documents/" + id + "/content" + query);
    }
}
