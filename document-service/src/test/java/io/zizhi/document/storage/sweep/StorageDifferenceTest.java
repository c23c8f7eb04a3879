package io.zizhi.document.storage.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.zizhi.document.storage.Document;
import io.zizhi.document.storage.DocumentKind;
import io.zizhi.document.storage.FileFacts;
import io.zizhi.document.storage.FileFormat;
import io.zizhi.document.storage.objects.ObjectPage.StoredObject;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class StorageDifferenceTest {

    private static final Instant LIMIT = Instant.parse("2026-11-24T12:00:00Z");
    private static final Instant OLD = LIMIT.minusSeconds(1);

    @Test
    void finds_no_difference_between_matching_objects_and_rows() {
        Document row = row(OLD);
        StorageDifference difference =
                StorageDifference.between(List.of(new StoredObject(row.objectKey(), OLD)), List.of(row), LIMIT);
        assertThat(difference.orphans()).isEmpty();
        assertThat(difference.missing()).isEmpty();
    }

    @Test
    void reports_only_old_objects_without_a_row() {
        StorageDifference difference = StorageDifference.between(
                List.of(new StoredObject("documents/a", OLD), new StoredObject("documents/b", LIMIT)),
                List.of(),
                LIMIT);
        assertThat(difference.orphans()).containsExactly("documents/a");
    }

    @Test
    void reports_only_old_rows_without_an_object() {
        Document lost = row(OLD);
        StorageDifference difference = StorageDifference.between(List.of(), List.of(lost, row(LIMIT)), LIMIT);
        assertThat(difference.missing()).containsExactly(lost.objectKey());
    }

    private static Document row(Instant storedAt) {
        return new Document(
                "company-a",
                "somebody",
                DocumentKind.ID_EMBLEM,
                new FileFacts(FileFormat.PNG, 7, "0".repeat(64), "1".repeat(64), true),
                storedAt);
    }
}
