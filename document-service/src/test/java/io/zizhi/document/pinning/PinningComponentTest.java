package io.zizhi.document.pinning;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.zizhi.contracts.DocumentDeleted;
import io.zizhi.contracts.EventType;
import io.zizhi.document.intake.SampleFiles;
import io.zizhi.document.testing.DocumentsClient;
import io.zizhi.document.testing.DocumentsClient.Answer;
import io.zizhi.document.testing.Rows;
import io.zizhi.document.testing.WithDoubles;
import io.zizhi.platform.testkit.EventBus;
import io.zizhi.platform.testkit.Tokens;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithDoubles
class PinningComponentTest {

    private static final String PINS = "select count(*) from pin where document_id = ?";

    @Inject
    Rows rows;

    private final String own = DocumentsClient.stored("applicant-a", "ID_EMBLEM", SampleFiles.png());

    @Test
    void a_check_returns_the_usability_of_each_document() {
        String foreign = DocumentsClient.stored("applicant-b", "ID_EMBLEM", SampleFiles.png());
        Answer answer = post(
                "/check",
                new JsonObject()
                        .put("accountId", "company-a")
                        .put(
                                "documents",
                                wanted("ID_EMBLEM", own, foreign, "no-id").add(want(own, "ID_PORTRAIT"))));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().getJsonArray("documents"))
                .isEqualTo(new JsonArray()
                        .add(stored(own, "PENDING_SCAN"))
                        .add(checked(foreign, "NOT_FOUND"))
                        .add(checked("no-id", "NOT_FOUND"))
                        .add(stored(own, "WRONG_KIND")));
        assertThat(rows.text(PINS, own)).isEqualTo("0");
    }

    @Test
    void pins_all_documents_or_none() {
        String foreign = DocumentsClient.stored("applicant-b", "ID_EMBLEM", SampleFiles.png());
        Answer refused =
                post("/pins", pins(7, wanted("ID_EMBLEM", own, foreign))).isProblem(409, "DOCUMENT_NOT_USABLE");
        JsonObject violation = refused.json().getJsonArray("errors").getJsonObject(0);
        assertThat(violation.getString("pointer")).isEqualTo("/documents/1/documentId");
        assertThat(violation.getString("code")).isEqualTo("DOCUMENT_NOT_FOUND");
        assertThat(rows.text(PINS, own)).isEqualTo("0");
    }

    @Test
    void pinning_again_changes_nothing() {
        JsonObject request = pins(7, wanted("ID_EMBLEM", own));
        assertThat(post("/pins", request).status()).isEqualTo(200);
        assertThat(post("/pins", request).json().getJsonArray("documents"))
                .isEqualTo(new JsonArray().add(stored(own, "PENDING_SCAN")));
        assertThat(rows.text(PINS, own)).isEqualTo("1");
        assertThat(post("/pins", pins(8, wanted("ID_EMBLEM", own))).status()).isEqualTo(200);
        assertThat(rows.text(PINS, own)).isEqualTo("2");
    }

    @Test
    void a_pinned_document_cannot_be_deleted() {
        assertThat(post("/pins", pins(7, wanted("ID_EMBLEM", own))).status()).isEqualTo(200);
        DocumentsClient.delete("applicant-a", own).isProblem(409, "DOCUMENT_PINNED");
        assertThat(DocumentsClient.get("applicant-a", "/v1/documents/" + own + "/content")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void concurrent_pin_and_deletion_have_one_winner() {
        for (int round = 0; round < 20; round++) {
            String contested = DocumentsClient.stored("applicant-a", "ID_EMBLEM", SampleFiles.png());
            CompletableFuture<Integer> pinned = CompletableFuture.supplyAsync(() ->
                    post("/pins", pins(7, wanted("ID_EMBLEM", contested))).status());
            int deleted = DocumentsClient.delete("applicant-a", contested).status();
            assertThat(List.of(pinned.join(), deleted)).isIn(List.of(200, 409), List.of(409, 204));
            assertThat(rows.text(PINS, contested)).isEqualTo(deleted == 204 ? "0" : "1");
        }
    }

    @Test
    void only_the_owner_deletes_an_unpinned_document() {
        DocumentsClient.delete("applicant-b", own).isProblem(404, "DOCUMENT_NOT_FOUND");
        DocumentsClient.delete("reviewer-a", own).isProblem(403, "FORBIDDEN");
        assertThat(DocumentsClient.delete("applicant-a", own).status()).isEqualTo(204);
        DocumentsClient.delete("applicant-a", own).isProblem(404, "DOCUMENT_NOT_FOUND");
        DocumentsClient.get("applicant-a", "/v1/documents/" + own).isProblem(404, "DOCUMENT_NOT_FOUND");
        assertThat(rows.text(
                        "select count(*) from audit_entry where action = 'document.deleted' and object_id = ?", own))
                .isEqualTo("1");
        assertThat(EventBus.await(EventType.DOCUMENT_DELETED, own)).isInstanceOf(DocumentDeleted.class);
        post("/pins", pins(7, wanted("ID_EMBLEM", own))).isProblem(409, "DOCUMENT_NOT_USABLE");
    }

    @Test
    void a_quarantined_document_is_not_pinned() {
        rows.execute("update document set status = 'QUARANTINED' where id = '" + own + "'");
        post("/pins", pins(7, wanted("ID_EMBLEM", own))).isProblem(409, "DOCUMENT_NOT_USABLE");
        assertThat(rows.text(PINS, own)).isEqualTo("0");
    }

    @Test
    void accepts_only_service_tokens_for_this_service() {
        JsonObject request = pins(7, wanted("ID_EMBLEM", own));
        DocumentsClient.postAs(Tokens.of("applicant-a"), "/internal/v1/documents/pins", request)
                .isProblem(403, "FORBIDDEN");
        DocumentsClient.postAs(
                        Tokens.service("qualification-service", "review-service"),
                        "/internal/v1/documents/pins",
                        request)
                .isProblem(401, "UNAUTHENTICATED");
    }

    @Test
    void refuses_malformed_requests_with_a_pointer() {
        post("/check", new JsonObject()).isProblem(400, "VALIDATION_FAILED");
        post("/check", new JsonObject().put("accountId", "company-a").put("documents", new JsonArray()))
                .isProblem(400, "VALIDATION_FAILED");
        post("/pins", pins(-1, wanted("ID_EMBLEM", own))).isProblem(400, "VALIDATION_FAILED");
        Answer unknown = post("/pins", pins(7, wanted("SELFIE", own))).isProblem(400, "VALIDATION_FAILED");
        assertThat(unknown.json().getJsonArray("errors").getJsonObject(0).getString("pointer"))
                .isEqualTo("/documents/0/kinds/0");
        post("/pins", pins(7, wanted("ID_EMBLEM", own)).put("extra", 1)).isProblem(400, "VALIDATION_FAILED");
    }

    private static Answer post(String path, JsonObject body) {
        return DocumentsClient.postAs(
                Tokens.service("qualification-service", "document-service"), "/internal/v1/documents" + path, body);
    }

    private static JsonObject pins(int revision, JsonArray documents) {
        return new JsonObject()
                .put("accountId", "company-a")
                .put("qualificationId", 4_711)
                .put("revision", revision)
                .put("documents", documents);
    }

    private static JsonArray wanted(String kind, String... ids) {
        JsonArray wanted = new JsonArray();
        for (String id : ids) {
            wanted.add(want(id, kind));
        }
        return wanted;
    }

    private static JsonObject want(String id, String kind) {
        return new JsonObject().put("documentId", id).put("kinds", new JsonArray().add(kind));
    }

    private JsonObject stored(String id, String status) {
        return checked(id, status)
                .put("kind", "ID_EMBLEM")
                .put("sha256", rows.text("select uploaded_sha256 from document where id = ?", id))
                .put("colour", true);
    }

    private static JsonObject checked(String id, String status) {
        return new JsonObject().put("documentId", id).put("status", status);
    }
}
