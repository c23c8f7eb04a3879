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
import io.zizhi.document.testing.StorageCable;
import io.zizhi.platform.testkit.LocalInfrastructure;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
@WithTestResource(StorageCable.class)
@WithTestResource(ReviewServiceDouble.class)
class SweepStorageComponentTest {

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
