package io.zizhi.document.pinning.removal;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.minio.ListObjectsArgs;
import io.minio.MinioClient;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.zizhi.contracts.EventType;
import io.zizhi.document.intake.SampleFiles;
import io.zizhi.document.storage.objects.RefusingStore;
import io.zizhi.document.storage.objects.S3ObjectStore;
import io.zizhi.document.storage.objects.StorageSettings;
import io.zizhi.document.storage.objects.UnreadableObjects;
import io.zizhi.document.testing.DocumentsClient;
import io.zizhi.document.testing.Rows;
import io.zizhi.document.testing.StorageCable;
import io.zizhi.document.testing.WithDoubles;
import io.zizhi.platform.privacy.encryption.AccountCiphers;
import io.zizhi.platform.runtime.blocking.Blocking;
import io.zizhi.platform.testkit.AccountErasures;
import io.zizhi.platform.testkit.EventBus;
import io.zizhi.platform.testkit.Tokens;
import io.zizhi.platform.testkit.Waits;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithDoubles
class ErasureComponentTest {

    private static final String DOCUMENTS = "select count(*) from document where account_id = ?";
    private static final String KEY = "select object_key from document where id = ?";

    @Inject
    Rows rows;

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

    private final String account = AccountErasures.newAccount();

    @AfterEach
    void mend() {
        StorageCable.mend();
    }

    @Test
    void removes_documents_and_objects_even_if_pinned() {
        String free = DocumentsClient.stored(account, "ID_EMBLEM", SampleFiles.png());
        String pinned = DocumentsClient.stored(account, "ID_PORTRAIT", SampleFiles.png());
        pin(pinned);
        String freeKey = rows.text(KEY, free);
        String pinnedKey = rows.text(KEY, pinned);
        assertThat(exists(freeKey)).isTrue();

        Map<String, Integer> erased = AccountErasures.erase(account);

        assertThat(erased).containsEntry("documents", 2).containsEntry("objects", 2);
        assertThat(rows.text(DOCUMENTS, account)).isEqualTo("0");
        assertThat(exists(freeKey)).isFalse();
        assertThat(exists(pinnedKey)).isFalse();
        assertThat(EventBus.await(EventType.DOCUMENT_DELETED, pinned, 1)).hasSize(1);
        assertThat(DocumentsClient.get(account, "/v1/documents").json().getJsonArray("items"))
                .isEmpty();
        DocumentsClient.get(account, "/v1/documents/" + pinned + "/content").isProblem(404, "DOCUMENT_NOT_FOUND");
        DocumentsClient.upload(account, "ID_EMBLEM", null, SampleFiles.png()).isProblem(409, "ACCOUNT_ERASED");
    }

    @Test
    void continues_after_an_outage_of_the_object_store() {
        rows.execute("""
                insert into document (id, account_id, kind, format, size, sha256, object_key, status, stored_by, stored_at)
                select md5('%1$s' || n), '%1$s', 'ID_EMBLEM', 'PNG', 1, repeat('a', 64), '2026/11/24/' || md5('%1$s' || n),
                    'AVAILABLE', 'test', clock_timestamp()
                from generate_series(1, 250) n
                """.formatted(account));
        StorageCable.cut();
        AccountErasures.request(account);

        Waits.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> rows.text(DOCUMENTS, account).equals("0"));
        assertThat(AccountErasures.proof(account).getString("finishedAt")).isNull();
        Waits.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> AccountErasures.proof(account).getString("failure") != null && oldestAge() > 0);

        StorageCable.mend();

        assertThat(AccountErasures.awaitFinished(account))
                .containsEntry("documents", 250)
                .containsEntry("objects", 250);
    }

    @Test
    void refused_object_does_not_keep_the_others() {
        RefusingStore store = new RefusingStore(objectStore, ciphers, blocking, unreadable, settings);
        QuarkusMock.installMockForType(store, S3ObjectStore.class);
        List<String> keys = Stream.of("ID_EMBLEM", "ID_PORTRAIT")
                .map(kind -> rows.text(KEY, DocumentsClient.stored(account, kind, SampleFiles.png())))
                .sorted()
                .toList();
        store.hold(keys.getFirst());
        AccountErasures.request(account);

        Waits.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> rows.text(DOCUMENTS, account).equals("0") && !exists(keys.getLast()));
        assertThat(exists(keys.getFirst())).isTrue();
        assertThat(AccountErasures.proof(account).getString("finishedAt")).isNull();

        store.endHolds();

        assertThat(AccountErasures.awaitFinished(account)).containsEntry("objects", 2);
        assertThat(exists(keys.getFirst())).isFalse();
    }

    @Test
    void proof_says_whether_shared_keysets_were_in_use() {
        AccountErasures.erase(account);
        assertThat(AccountErasures.proof(account).getBoolean("sharedKeysetsInUse"))
                .isFalse();

        rows.execute("update shared_keysets set in_use = true");
        try {
            AccountErasures.erase(account);
        } finally {
            rows.execute("update shared_keysets set in_use = false");
        }
        assertThat(AccountErasures.proof(account).getBoolean("sharedKeysetsInUse"))
                .isTrue();
        assertThat(AccountErasures.proof(account).getString("failure")).isNull();
    }

    private double oldestAge() {
        return metrics.get("zizhi.account.erasure.oldest.age").gauge().value();
    }

    private void pin(String documentId) {
        JsonObject request = new JsonObject()
                .put("accountId", account)
                .put("qualificationId", 4_712)
                .put("revision", 1)
                .put(
                        "documents",
                        new JsonArray()
                                .add(new JsonObject()
                                        .put("documentId", documentId)
                                        .put("kinds", new JsonArray().add("ID_PORTRAIT"))));
        assertThat(DocumentsClient.postAs(
                                Tokens.service("qualification-service", "document-service"),
                                "/internal/v1/documents/pins",
                                request)
                        .status())
                .isEqualTo(200);
        assertThat(rows.text("select count(*) from pin where document_id = ?", documentId))
                .isEqualTo("1");
    }

    private boolean exists(String key) {
        return objectStore
                .listObjects(ListObjectsArgs.builder()
                        .bucket(settings.bucket())
                        .prefix(key)
                        .recursive(true)
                        .build())
                .iterator()
                .hasNext();
    }
}
