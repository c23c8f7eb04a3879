package io.zizhi.document.storage.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.MeterRegistry;
import io.minio.ListObjectsArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.RemoveObjectArgs;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import io.zizhi.document.intake.SampleFiles;
import io.zizhi.document.storage.Document;
import io.zizhi.document.storage.DocumentId;
import io.zizhi.document.storage.objects.ObjectPage;
import io.zizhi.document.storage.objects.S3ObjectStore;
import io.zizhi.document.storage.objects.StorageSettings;
import io.zizhi.document.storage.objects.UnreadableObjects;
import io.zizhi.document.testing.DocumentsClient;
import io.zizhi.document.testing.Rows;
import io.zizhi.document.testing.StorageCable;
import io.zizhi.document.testing.WithDoubles;
import io.zizhi.platform.privacy.encryption.AccountCiphers;
import io.zizhi.platform.runtime.blocking.Blocking;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithDoubles
class SweepStorageComponentTest {

    private static final String TO_REMOVE = "select count(*) from object_to_remove where object_key = ?";

    @Inject
    SweepStorage sweep;

    @Inject
    MinioClient objectStore;

    @Inject
    StorageSettings settings;

    @Inject
    AccountCiphers ciphers;

    @Inject
    Blocking blocking;

    @Inject
    UnreadableObjects unreadable;

    @Inject
    MeterRegistry metrics;

    @Inject
    Rows rows;

    @AfterEach
    void mend() {
        StorageCable.mend();
    }

    @Test
    void removes_only_objects_without_a_row() throws Throwable {
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
    void keeps_a_new_object_without_a_row() throws Throwable {
        String young = Document.keyPrefixOf(Instant.now()) + DocumentId.random();
        objectStore.putObject(PutObjectArgs.builder().bucket(settings.bucket()).object(young).stream(
                        new ByteArrayInputStream(new byte[5]), 5, -1)
                .build());
        VertxContextSupport.subscribeAndAwait(() -> sweep.sweep());
        assertThat(exists(young)).isTrue();
    }

    @Test
    void computes_ages_by_database_time() throws Throwable {
        QuarkusMock.installMockForType(Clock.offset(Clock.systemUTC(), Duration.ofDays(1)), Clock.class);
        String id = DocumentsClient.stored("applicant-a", "ID_EMBLEM", SampleFiles.png());
        assertThat(rows.text("select stored_at <= clock_timestamp() from document where id = ?", id))
                .isEqualTo("t");
        String young = Document.keyPrefixOf(Instant.now()) + DocumentId.random();
        objectStore.putObject(PutObjectArgs.builder().bucket(settings.bucket()).object(young).stream(
                        new ByteArrayInputStream(new byte[5]), 5, -1)
                .build());
        VertxContextSupport.subscribeAndAwait(() -> sweep.sweep());
        assertThat(exists(young)).isTrue();
    }

    @Test
    void counts_rows_without_an_object() throws Throwable {
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
    void retries_the_removal_of_a_recorded_object() throws Throwable {
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
    void clears_the_record_of_a_removed_object() throws Throwable {
        String id = DocumentsClient.stored("applicant-a", "ID_EMBLEM", SampleFiles.png());
        String key = keyOf(id);
        assertThat(DocumentsClient.delete("applicant-a", id).status()).isEqualTo(204);
        assertThat(exists(key)).isFalse();
        assertThat(rows.text(TO_REMOVE, key)).isEqualTo("0");
    }

    @Test
    void does_not_report_objects_omitted_by_a_listing() throws Throwable {
        String id = DocumentsClient.stored("applicant-a", "ID_EMBLEM", SampleFiles.png());
        sweepWhatIsThereNow();
        double before = missing();
        ForgetfulStore store = new ForgetfulStore(keyOf(id), 0);
        QuarkusMock.installMockForType(store, S3ObjectStore.class);
        sweepWhatIsThereNow();
        assertThat(store.asked.get()).isEqualTo(1);
        assertThat(missing()).isEqualTo(before);
    }

    @Test
    void checks_twice_before_it_reports_an_object() throws Throwable {
        String id = DocumentsClient.stored("applicant-a", "ID_EMBLEM", SampleFiles.png());
        sweepWhatIsThereNow();
        double before = missing();
        ForgetfulStore store = new ForgetfulStore(keyOf(id), 1);
        QuarkusMock.installMockForType(store, S3ObjectStore.class);
        sweepWhatIsThereNow();
        assertThat(store.asked.get()).isEqualTo(2);
        assertThat(missing()).isEqualTo(before);
    }

    @Test
    void skips_an_unreadable_object() throws Throwable {
        String day = Document.keyPrefixOf(Instant.now());
        DocumentsClient.stored("applicant-a", "ID_EMBLEM", SampleFiles.png());
        String orphan = day + "00" + DocumentId.random().substring(2);
        objectStore.putObject(PutObjectArgs.builder().bucket(settings.bucket()).object(orphan).stream(
                        new ByteArrayInputStream(new byte[5]), 5, -1)
                .build());
        double sweeps = sweeps("done");
        // Lacks the attributes that the local S3 server needs, as after disk damage.
        Path damaged = Path.of(System.getProperty("zizhi.local.test-folder"))
                .resolve("data/object-store")
                .resolve(settings.bucket())
                .resolve(day + "ff" + DocumentId.random().substring(2));
        Files.write(damaged, new byte[5]);
        try {
            sweepWhatIsThereNow();
            assertThat(exists(orphan)).isFalse();
            assertThat(skipped()).isEqualTo(1);
            assertThat(sweeps("done")).isEqualTo(sweeps + 1);
        } finally {
            Files.delete(damaged);
        }
        sweepWhatIsThereNow();
        assertThat(skipped()).isZero();
    }

    @Test
    void counts_a_sweep_ended_by_an_outage() {
        double before = sweeps("failed");
        StorageCable.cut();
        assertThatThrownBy(this::sweepWhatIsThereNow).hasMessageContaining("document store");
        assertThat(sweeps("failed")).isEqualTo(before + 1);
    }

    /** A store that omits one object from listings, and reports it as missing a number of times. */
    private final class ForgetfulStore extends S3ObjectStore {

        private final String forgotten;
        private final int denials;
        private final AtomicInteger asked = new AtomicInteger();

        ForgetfulStore(String forgotten, int denials) {
            super(objectStore, ciphers, blocking, unreadable, settings);
            this.forgotten = forgotten;
            this.denials = denials;
        }

        @Override
        public Uni<ObjectPage> list(String prefix, String afterKey) {
            return super.list(prefix, afterKey)
                    .map(page -> new ObjectPage(
                            page.objects().stream()
                                    .filter(object -> !object.key().equals(forgotten))
                                    .toList(),
                            page.last()));
        }

        @Override
        public Uni<Boolean> exists(String key) {
            return key.equals(forgotten) && asked.incrementAndGet() <= denials
                    ? Uni.createFrom().item(false)
                    : super.exists(key);
        }
    }

    private double skipped() {
        return metrics.get("zizhi.document.sweep.skipped").gauge().value();
    }

    private double sweeps(String outcome) {
        return metrics.get("zizhi.document.sweeps")
                .tag("outcome", outcome)
                .counter()
                .count();
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
