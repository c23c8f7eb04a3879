package io.zizhi.document.storage.verification;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.minio.GetObjectArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.RemoveObjectArgs;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import io.zizhi.document.intake.SampleFiles;
import io.zizhi.document.storage.objects.StorageSettings;
import io.zizhi.document.testing.DocumentsClient;
import io.zizhi.document.testing.Rows;
import io.zizhi.document.testing.WithDoubles;
import io.zizhi.platform.testkit.Reactive;
import io.zizhi.platform.testkit.Tokens;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithDoubles
class VerifyContentsComponentTest {

    @Inject
    VerifyContents verify;

    @Inject
    MinioClient objectStore;

    @Inject
    StorageSettings settings;

    @Inject
    MeterRegistry metrics;

    @Inject
    Rows rows;

    private final String document = DocumentsClient.stored("applicant-a", "ID_EMBLEM", SampleFiles.png());

    @AfterEach
    void removeDocument() {
        rows.execute("delete from document where id like 'f333%'");
        DocumentsClient.delete("applicant-a", document);
        Reactive.run(verify::verify);
    }

    @Test
    void lists_a_changed_object_until_it_is_restored() throws Exception {
        byte[] stored = bytes();
        byte[] changed = stored.clone();
        changed[changed.length / 2] ^= 1;
        put(changed);
        due();

        Reactive.run(verify::verify);

        JsonObject listed = listed();
        assertThat(listed.getString("finding")).isEqualTo("DAMAGED");
        assertThat(listed.getString("objectKey")).isEqualTo(key());
        assertThat(listed.getBoolean("used")).isFalse();
        assertThat(metrics.get("zizhi.document.unreadable.listed").gauge().value())
                .isPositive();

        put(stored);
        Reactive.run(verify::verify);
        assertThat(countListed()).isZero();
    }

    @Test
    void a_later_round_reads_a_restored_object_after_a_hundred_damaged_ones() {
        listAfterAHundredLostOnes();
        Reactive.run(verify::verify);
        assertThat(countListed()).isOne();
        Reactive.run(verify::verify);
        assertThat(countListed()).isZero();
    }

    @Test
    void an_ordinary_verification_takes_a_restored_object_off_the_list() {
        listAfterAHundredLostOnes();
        due();
        Reactive.run(verify::verify);
        assertThat(countListed()).isZero();
    }

    @Test
    void finds_an_object_that_decrypts_to_other_bytes() {
        rows.execute("update document set sha256 = repeat('0', 64) where id = '" + document + "'");
        due();
        Reactive.run(verify::verify);
        assertThat(listed().getString("finding")).isEqualTo("DAMAGED");
    }

    @Test
    void lists_a_lost_object_until_its_document_is_removed() throws Exception {
        objectStore.removeObject(RemoveObjectArgs.builder()
                .bucket(settings.bucket())
                .object(key())
                .build());
        DocumentsClient.get("applicant-a", "/v1/documents/" + document + "/content")
                .isProblem(410, "DOCUMENT_LOST");
        assertThat(listed().getString("finding")).isEqualTo("LOST");

        assertThat(DocumentsClient.delete("applicant-a", document).status()).isEqualTo(204);
        assertThat(countListed()).isZero();
        Reactive.run(verify::verify);
        assertThat(rows.text("select count(*) from unreadable_object where object_key like ?", "%" + document))
                .isEqualTo("0");
    }

    @Test
    void verifies_the_oldest_first_and_no_more_than_its_bytes() {
        rows.execute("update document set verified_at = clock_timestamp()");
        due();
        // More than a day's bytes were verified today.
        rows.execute("""
                insert into document (id, account_id, kind, format, size, sha256, object_key, status, stored_by, stored_at,
                    verified_at)
                select 'f222' || lpad(to_hex(n), 28, '0'), 'company-b', 'ID_EMBLEM', 'PNG', 5242880, repeat('0', 64),
                    'documents/2020/01/01/f222' || n, 'AVAILABLE', 'test', clock_timestamp() - interval '9 days',
                    clock_timestamp()
                from generate_series(1, 900) n
                """);
        try {
            Reactive.run(verify::verify);
            assertThat(isVerified()).isFalse();
        } finally {
            rows.execute("delete from document where id like 'f222%'");
        }
        Reactive.run(verify::verify);
        assertThat(isVerified()).isTrue();
    }

    /** Lists the document, and before it as many objects that do not exist as one round reads. */
    private void listAfterAHundredLostOnes() {
        rows.execute("""
                insert into document (id, account_id, kind, format, size, sha256, object_key, status, stored_by, stored_at,
                    verified_at)
                select 'f333' || lpad(to_hex(n), 28, '0'), 'company-b', 'ID_EMBLEM', 'PNG', 1, repeat('0', 64),
                    'documents/2020/01/01/f333' || lpad(to_hex(n), 28, '0'), 'AVAILABLE', 'test',
                    clock_timestamp() - interval '9 days', clock_timestamp()
                from generate_series(1, 100) n
                """);
        rows.execute("insert into unreadable_object (object_key, finding)"
                + " select object_key, 'LOST' from document where id like 'f333%' or id = '" + document + "'");
    }

    private boolean isVerified() {
        return rows.text(
                        "select verified_at > clock_timestamp() - interval '1 hour' from document where id = ?",
                        document)
                .equals("t");
    }

    private void due() {
        rows.execute("update document set verified_at = clock_timestamp() - interval '300 days' where id = '" + document
                + "'");
    }

    private JsonObject listed() {
        return DocumentsClient.getAs(
                        Tokens.of("operator"), "/v1/operations/unreadable-documents?accountId=company-a&limit=100")
                .json()
                .getJsonArray("items")
                .stream()
                .map(JsonObject.class::cast)
                .filter(item -> item.getString("documentId").equals(document))
                .findFirst()
                .orElseThrow();
    }

    private long countListed() {
        return DocumentsClient.getAs(
                        Tokens.of("operator"), "/v1/operations/unreadable-documents?accountId=company-a&limit=100")
                .json()
                .getJsonArray("items")
                .stream()
                .map(JsonObject.class::cast)
                .filter(item -> item.getString("documentId").equals(document))
                .count();
    }

    private String key() {
        return rows.text("select object_key from document where id = ?", document);
    }

    private byte[] bytes() throws Exception {
        try (InputStream object = objectStore.getObject(
                GetObjectArgs.builder().bucket(settings.bucket()).object(key()).build())) {
            return object.readAllBytes();
        }
    }

    private void put(byte[] bytes) throws Exception {
        objectStore.putObject(PutObjectArgs.builder().bucket(settings.bucket()).object(key()).stream(
                        new ByteArrayInputStream(bytes), bytes.length, -1)
                .build());
    }
}
