package io.zizhi.document.storage;

import static io.zizhi.document.storage.DocumentStatus.PENDING_SCAN;
import static io.zizhi.document.storage.DocumentStatus.QUARANTINED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class DocumentTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private final Document document = new Document(
            "company-a",
            "applicant-a",
            DocumentKind.ID_EMBLEM,
            new FileFacts(FileFormat.JPEG, 7, "0".repeat(64), "1".repeat(64), true),
            NOON);

    @Test
    void a_new_document_awaits_its_scan() {
        assertThat(document.status()).isEqualTo(PENDING_SCAN);
    }

    @Test
    void only_the_newest_scan_counts() {
        document.claimScan(NOON);
        assertThat(document.awaitsScan(1)).isTrue();
        document.claimScan(NOON);
        assertThat(document.awaitsScan(1)).isFalse();
        document.postponeScan("SCANNER_UNAVAILABLE", NOON);
        assertThat(document.status()).isEqualTo(PENDING_SCAN);
    }

    @Test
    void a_scan_result_is_final() {
        document.claimScan(NOON);
        document.quarantine();
        assertThat(document.status()).isEqualTo(QUARANTINED);
        assertThat(document.awaitsScan(1)).isFalse();
        assertThatIllegalStateException().isThrownBy(document::passScan);
        assertThatIllegalStateException().isThrownBy(() -> document.claimScan(NOON));
    }

    @Test
    void an_object_key_contains_only_day_and_id() {
        assertThat(document.objectKey()).matches("documents/2026/11/24/[0-9a-f]{32}");
        assertThat(document.objectKey()).endsWith(document.id());
        assertThat(DocumentId.random()).isNotEqualTo(DocumentId.random());
    }

    @Test
    void the_file_name_does_not_come_from_the_uploader() {
        assertThat(document.fileName()).isEqualTo("doc-" + document.id() + ".jpg");
    }

    @Test
    void an_id_is_thirty_two_hexadecimal_digits() {
        assertThat(DocumentId.isWellFormed(DocumentId.random())).isTrue();
        assertThat(DocumentId.isWellFormed("..%2f")).isFalse();
        assertThat(DocumentId.isWellFormed(DocumentId.random() + "0")).isFalse();
    }
}
