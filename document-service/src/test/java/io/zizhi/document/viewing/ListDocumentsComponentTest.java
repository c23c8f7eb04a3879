package io.zizhi.document.viewing;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import io.zizhi.document.intake.SampleFiles;
import io.zizhi.document.testing.DocumentsClient;
import io.zizhi.document.testing.WithDoubles;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithDoubles
class ListDocumentsComponentTest {

    @Test
    void pages_through_own_documents_newest_first() {
        String first = DocumentsClient.stored("institution", "ID_EMBLEM", SampleFiles.png());
        String foreign = DocumentsClient.stored("applicant-b", "ID_EMBLEM", SampleFiles.png());
        String second = DocumentsClient.stored("institution", "ID_EMBLEM", SampleFiles.png());

        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            JsonObject page = list("institution", "limit=1&kind=ID_EMBLEM&used=false" + cursor);
            page.getJsonArray("items").forEach(item -> seen.add(((JsonObject) item).getString("documentId")));
            cursor = page.getString("nextCursor") == null ? "" : "&cursor=" + page.getString("nextCursor");
        } while (!cursor.isEmpty());

        assertThat(seen).startsWith(second, first).doesNotContain(foreign).doesNotHaveDuplicates();
    }

    @Test
    void unused_document_has_no_uses() {
        String id = DocumentsClient.stored("institution", "ID_PORTRAIT", SampleFiles.png());

        JsonObject newest = list("institution", "limit=1&kind=ID_PORTRAIT")
                .getJsonArray("items")
                .getJsonObject(0);

        assertThat(newest.getString("documentId")).isEqualTo(id);
        assertThat(newest.getBoolean("used")).isFalse();
        assertThat(newest.getJsonArray("usedIn")).isEmpty();
        assertThat(list("institution", "used=true&kind=ID_PORTRAIT").toString()).doesNotContain(id);
    }

    @Test
    void refuses_invalid_filter_and_cursor() {
        DocumentsClient.get("institution", "/v1/documents?kind=PASSPORT").isProblem(400, "KIND_UNKNOWN");
        DocumentsClient.get("institution", "/v1/documents?cursor=x").isProblem(400, "CURSOR_INVALID");
        DocumentsClient.get("reviewer-a", "/v1/documents").isProblem(403, "FORBIDDEN");
    }

    private static JsonObject list(String user, String query) {
        DocumentsClient.Answer answer = DocumentsClient.get(user, "/v1/documents?" + query);
        assertThat(answer.status()).isEqualTo(200);
        return answer.json();
    }
}
