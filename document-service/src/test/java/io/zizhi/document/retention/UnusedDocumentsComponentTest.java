package io.zizhi.document.retention;

import static io.zizhi.platform.testkit.Waits.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.zizhi.contracts.DocumentDeleted;
import io.zizhi.contracts.EventType;
import io.zizhi.contracts.OwnerType;
import io.zizhi.contracts.Purpose;
import io.zizhi.contracts.QualificationDeleted;
import io.zizhi.contracts.QualificationSubmitted;
import io.zizhi.document.intake.SampleFiles;
import io.zizhi.document.testing.DocumentsClient;
import io.zizhi.document.testing.DocumentsClient.Answer;
import io.zizhi.document.testing.Rows;
import io.zizhi.document.testing.StorageCable;
import io.zizhi.document.testing.WithDoubles;
import io.zizhi.platform.testkit.EventBus;
import io.zizhi.platform.testkit.Reactive;
import io.zizhi.platform.testkit.Tokens;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithDoubles
class UnusedDocumentsComponentTest {

    /** Distinct from the ids in other tests, which share the topic. */
    private static final AtomicLong IDS = new AtomicLong(7_000_000);

    private static final String UNUSED_SINCE =
            "select unused_since > clock_timestamp() - interval '1 minute' from document where id = ?";

    @Inject
    RemoveUnusedDocuments removeUnused;

    @Inject
    Rows rows;

    private final long qualification = IDS.incrementAndGet();
    private final String document = DocumentsClient.stored("applicant-a", "ID_EMBLEM", SampleFiles.png());

    @AfterEach
    void removeFillers() {
        rows.execute("delete from document where id like 'f111%'");
        StorageCable.mend();
    }

    @Test
    void removes_a_document_unused_for_thirty_days() {
        String key = rows.text("select object_key from document where id = ?", document);
        unusedFor("30 days 1 minute");
        sweep();
        DocumentsClient.get("applicant-a", "/v1/documents/" + document).isProblem(404, "DOCUMENT_NOT_FOUND");
        assertThat(EventBus.await(EventType.DOCUMENT_DELETED, document)).isInstanceOf(DocumentDeleted.class);
        assertThat(rows.text("select count(*) from object_to_remove where object_key = ?", key))
                .isEqualTo("0");
        assertThat(rows.text(
                        "select role || ' ' || reason from audit_entry where action = 'document.deleted' and object_id"
                                + " = ?",
                        document))
                .isEqualTo("service unused for 30 days");
        assertThat(check("company-a")).isEqualTo("NOT_FOUND");
    }

    @Test
    void records_the_removal_while_the_store_is_unavailable() {
        String key = rows.text("select object_key from document where id = ?", document);
        unusedFor("31 days");
        StorageCable.cut();
        sweep();
        assertThat(rows.text("select count(*) from document where id = ?", document))
                .isEqualTo("0");
        assertThat(rows.text("select count(*) from object_to_remove where object_key = ?", key))
                .isEqualTo("1");
    }

    @Test
    void keeps_a_younger_document() {
        unusedFor("29 days");
        sweep();
        assertThat(exists()).isTrue();
    }

    @Test
    void restarts_the_period_when_a_draft_is_checked() {
        unusedFor("29 days");
        assertThat(check("company-b")).isEqualTo("NOT_FOUND");
        assertThat(rows.text(UNUSED_SINCE, document)).isEqualTo("f");
        assertThat(check("company-a")).isEqualTo("PENDING_SCAN");
        assertThat(rows.text(UNUSED_SINCE, document)).isEqualTo("t");
    }

    @Test
    void keeps_a_document_during_a_submission() {
        pin();
        unusedFor("31 days");
        sweep();
        assertThat(exists()).isTrue();
        rows.execute("update pin set reserved_until = clock_timestamp() where document_id = '" + document + "'");
        sweep();
        assertThat(exists()).isTrue();
        rows.execute("delete from pin where document_id = '" + document + "'");
        sweep();
        assertThat(exists()).isFalse();
    }

    @Test
    void keeps_document_until_month_after_deletion_of_its_qualification() {
        pin();
        EventBus.publish(submitted(), 1);
        await().until(() -> rows.text("select unused_since is null from document where id = ?", document)
                .equals("t"));
        sweep();
        assertThat(exists()).isTrue();
        EventBus.publish(new QualificationDeleted(qualification, "company-a", Instant.now()), 2);
        await().until(() -> rows.text(UNUSED_SINCE, document).equals("t"));
        sweep();
        assertThat(exists()).isTrue();
    }

    @Test
    void refuses_uploads_of_an_account_with_too_many_unused_documents() {
        fill("company-b", 2_000, 1_000, "2 days");
        Answer refused = upload("applicant-b").isProblem(409, "DOCUMENT_QUOTA_EXCEEDED");
        assertThat(refused.json().getString("detail")).contains("2000 documents", "delete some", "30 days", "24 hours");
        assertThat(upload("applicant-a").status()).isEqualTo(201);
        rows.execute("update document set unused_since = null where id like 'f111%'");
        assertThat(upload("applicant-b").status()).isEqualTo(201);
    }

    @Test
    void refuses_uploads_of_an_account_with_too_many_unused_bytes() {
        fill("company-b", 205, 5_242_880, "2 days");
        upload("applicant-b").isProblem(409, "DOCUMENT_QUOTA_EXCEEDED");
    }

    @Test
    void refuses_too_frequent_uploads_of_an_account() {
        fill("company-b", 300, 1_000, "1 second");
        Answer refused = upload("applicant-b").isProblem(429, "UPLOADS_TOO_FREQUENT");
        assertThat(refused.header("Retry-After")).isEqualTo("60");
    }

    private void sweep() {
        Reactive.run(removeUnused::removeAll);
    }

    private boolean exists() {
        return rows.text("select count(*) from document where id = ?", document).equals("1");
    }

    private void unusedFor(String interval) {
        rows.execute("update document set named = true, unused_since = clock_timestamp() - interval '" + interval
                + "' where id = '" + document + "'");
    }

    private void fill(String account, int count, int size, String age) {
        rows.execute("""
            insert into document
                (id, account_id, kind, format, size, sha256, object_key, status, stored_by, stored_at)
            select 'f111' || lpad(to_hex(n), 28, '0'), '%s', 'ID_EMBLEM', 'PNG', %d, repeat('0', 64),
                'documents/2020/01/01/f111' || n, 'PENDING_SCAN', 'test', clock_timestamp() - interval '%s'
            from generate_series(1, %d) n
            """.formatted(account, size, age, count));
    }

    private static Answer upload(String user) {
        return DocumentsClient.upload(user, "ID_EMBLEM", "image/png", SampleFiles.png());
    }

    private String check(String account) {
        JsonObject request = new JsonObject().put("accountId", account).put("documents", new JsonArray().add(wanted()));
        Answer answer = post("check", request);
        assertThat(answer.status()).isEqualTo(200);
        return answer.json().getJsonArray("documents").getJsonObject(0).getString("status");
    }

    private void pin() {
        JsonObject request = new JsonObject()
                .put("accountId", "company-a")
                .put("qualificationId", qualification)
                .put("revision", 1)
                .put("documents", new JsonArray().add(wanted()));
        assertThat(post("pins", request).status()).isEqualTo(200);
    }

    private JsonObject wanted() {
        return new JsonObject().put("documentId", document).put("kinds", new JsonArray().add("ID_EMBLEM"));
    }

    private static Answer post(String path, JsonObject request) {
        return DocumentsClient.postAs(
                Tokens.service("qualification-service", "document-service"), "/internal/v1/documents/" + path, request);
    }

    private QualificationSubmitted submitted() {
        return new QualificationSubmitted(
                qualification,
                qualification * 10 + 1,
                "company-a",
                1,
                "示例资质",
                "星河示例科技有限公司",
                "91330106673959654P",
                OwnerType.COMPANY,
                Purpose.SELF,
                List.of(document),
                "contact-1",
                Instant.now());
    }
}
