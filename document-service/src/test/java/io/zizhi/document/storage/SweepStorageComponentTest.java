package io.zizhi.document.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.minio.ListObjectsArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.RemoveObjectArgs;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.zizhi.document.intake.SampleFiles;
import io.zizhi.document.testing.DocumentsClient;
import io.zizhi.document.testing.ReviewServiceDouble;
import io.zizhi.document.testing.Rows;
import io.zizhi.document.testing.ShortDeadlines;
import io.zizhi.document.testing.StorageCable;
import io.zizhi.platform.testkit.LocalInfrastructure;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
@WithTestResource(StorageCable.class)
@WithTestResource(ReviewServiceDouble.class)
@WithTestResource(ShortDeadlines.class)
class SweepStorageComponentTest {

    private static final String TO_REMOVE = "select count(*) from object_to_remove where object_key = ?";

    @Inject
    SweepStorage sweep;

    @Inject
    MinioClient objectStore;

    @Inject
    StorageSettings settings;

    @Inject
    MeterRegistry metrics;

    @Inject
    Rows rows;

    @AfterEach
    void mend() {
        StorageCable.mend();
    }

    @Test
    void an_object_that_never_got_its_row_is_removed_and_the_others_stay() throws Throwable {
        String id = DocumentsClient.stored("applicant-a", "ID_EMBLEM", SampleFiles.png());
        String orphan = Document.keyPrefixOf(Instant.now()) + DocumentId.random();
        objectStore.putObject(PutObjectArgs.builder().bucket(settings.bucket()).object(orphan).stream(
                        new ByteArrayInputStream(new byte[5]), 5, -1)
                .build());
        sweepWhatIsThereNow();
        assertThat(exists(orphan)).isFalse();
        assertThat(exists(keyOf(id))).isTrue();
    }

    @Test
    void a_young_object_is_left_alone() throws Throwable {
        String young = Document.keyPrefixOf(Instant.now()) + DocumentId.random();
        objectStore.putObject(PutObjectArgs.builder().bucket(settings.bucket()).object(young).stream(
                        new ByteArrayInputStream(new byte[5]), 5, -1)
                .build());
        VertxContextSupport.subscribeAndAwait(() -> sweep.sweep());
        assertThat(exists(young)).isTrue();
    }

    @Test
    void a_row_whose_object_is_gone_is_counted() throws Throwable {
        String id = DocumentsClient.stored("applicant-a", "ID_EMBLEM", SampleFiles.png());
        sweepWhatIsThereNow();
        double before = missing();
        objectStore.removeObject(RemoveObjectArgs.builder()
                .bucket(settings.bucket())
                .object(keyOf(id))
                .build());
        sweepWhatIsThereNow();
        assertThat(missing()).isEqualTo(before + 1);
    }

    @Test
    void an_object_that_could_not_be_removed_with_its_row_is_removed_later_however_old_it_is() throws Throwable {
        String id = DocumentsClient.stored("applicant-a", "ID_EMBLEM", SampleFiles.png());
        String old = "documents/2020/01/01/" + id;
        objectStore.putObject(PutObjectArgs.builder().bucket(settings.bucket()).object(old).stream(
                        new ByteArrayInputStream(new byte[5]), 5, -1)
                .build());
        rows.execute("update document set object_key = '" + old + "' where id = '" + id + "'");
        StorageCable.cut();
        assertThat(DocumentsClient.delete("applicant-a", id).status()).isEqualTo(204);
        StorageCable.mend();
        assertThat(exists(old)).isTrue();
        VertxContextSupport.subscribeAndAwait(() -> sweep.sweep());
        assertThat(exists(old)).isFalse();
        assertThat(rows.text(TO_REMOVE, old)).isEqualTo("0");
    }

    @Test
    void an_object_that_is_removed_with_its_row_is_not_noted_any_more() throws Throwable {
        String id = DocumentsClient.stored("applicant-a", "ID_EMBLEM", SampleFiles.png());
        String key = keyOf(id);
        assertThat(DocumentsClient.delete("applicant-a", id).status()).isEqualTo(204);
        assertThat(exists(key)).isFalse();
        assertThat(rows.text(TO_REMOVE, key)).isEqualTo("0");
    }

    private void sweepWhatIsThereNow() throws Throwable {
        VertxContextSupport.subscribeAndAwait(
                () -> sweep.sweepOlderThan(Instant.now().plusSeconds(60)));
    }

    private double missing() {
        return metrics.get("zizhi.document.objects.missing").gauge().value();
    }

    private String keyOf(String id) {
        return rows.text("select object_key from document where id = ?", id);
    }

    private boolean exists(String key) throws Exception {
        for (var item : objectStore.listObjects(ListObjectsArgs.builder()
                .bucket(settings.bucket())
                .prefix(key)
                .recursive(true)
                .build())) {
            if (item.get().objectName().equals(key)) {
                return true;
            }
        }
        return false;
    }
}
