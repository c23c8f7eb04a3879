package io.zizhi.document.pinning.naming;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.zizhi.document.intake.SampleFiles;
import io.zizhi.document.testing.DocumentsClient;
import io.zizhi.document.testing.DocumentsClient.Answer;
import io.zizhi.document.testing.Rows;
import io.zizhi.document.testing.WithDoubles;
import io.zizhi.platform.privacy.encryption.IndexKeys;
import io.zizhi.platform.testkit.IndexKeyReplacement;
import io.zizhi.platform.testkit.Tokens;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithDoubles
class NamedDocumentsComponentTest {

    @Inject
    Rows rows;

    @Inject
    IndexKeys indexKeys;

    private final String name = "licence-" + UUID.randomUUID() + ".png";

    @Test
    void shows_file_name_to_owner_and_stores_it_encrypted() {
        String id = DocumentsClient.storedAs("applicant-a", "BUSINESS_LICENSE", name, SampleFiles.png());

        assertThat(DocumentsClient.get("applicant-a", "/v1/documents/" + id)
                        .json()
                        .getString("fileName"))
                .isEqualTo(name);
        assertThat(rows.text("select encode(file_name, 'escape') from document where id = ?", id))
                .doesNotContain(name);
    }

    @Test
    void finds_documents_of_one_account_by_name_in_any_case() {
        String id = DocumentsClient.storedAs("applicant-a", "BUSINESS_LICENSE", name, SampleFiles.png());
        DocumentsClient.storedAs("applicant-b", "BUSINESS_LICENSE", name, SampleFiles.png());
        String account = rows.text("select account_id from document where id = ?", id);

        assertThat(ids(find(account, name.toUpperCase(java.util.Locale.ROOT), "missing.png")))
                .containsExactly(id);
    }

    @Test
    void repeated_upload_of_a_file_is_not_ambiguous() {
        byte[] file = SampleFiles.png();
        String first = DocumentsClient.storedAs("applicant-a", "BUSINESS_LICENSE", name, file);
        String second = DocumentsClient.storedAs("applicant-a", "BUSINESS_LICENSE", name, file);
        String other = DocumentsClient.storedAs("applicant-a", "MORE_MATERIAL", name, file);
        String account = rows.text("select account_id from document where id = ?", first);

        assertThat(ids(find(account, name))).containsExactlyInAnyOrder(second, other);
    }

    @Test
    void finds_documents_while_the_key_of_hashes_is_replaced() {
        byte[] file = SampleFiles.png();
        String same = DocumentsClient.storedAs("applicant-a", "BUSINESS_LICENSE", name, file);
        String before = DocumentsClient.storedAs("applicant-a", "MORE_MATERIAL", name, SampleFiles.png());
        IndexKeyReplacement.begin(indexKeys);
        String after = DocumentsClient.storedAs("applicant-a", "BUSINESS_LICENSE", name, file);
        String account = rows.text("select account_id from document where id = ?", same);

        assertThat(ids(find(account, name)))
                .as("the newest of identical files, whichever hash their names have")
                .containsExactlyInAnyOrder(before, after);
    }

    @Test
    void refuses_malformed_requests() {
        find("company-a").isProblem(400, "VALIDATION_FAILED");
        find("company-a", " ").isProblem(400, "VALIDATION_FAILED");
        find(new JsonObject().put("accountId", "company-a")).isProblem(400, "VALIDATION_FAILED");
    }

    private static Answer find(String account, String... names) {
        return find(new JsonObject().put("accountId", account).put("fileNames", new JsonArray(List.of(names))));
    }

    private static Answer find(JsonObject request) {
        return DocumentsClient.postAs(
                Tokens.service("qualification-service", "document-service"), "/internal/v1/documents/named", request);
    }

    private static List<String> ids(Answer answer) {
        return answer.json().getJsonArray("documents").stream()
                .map(document -> ((JsonObject) document).getString("documentId"))
                .toList();
    }
}
