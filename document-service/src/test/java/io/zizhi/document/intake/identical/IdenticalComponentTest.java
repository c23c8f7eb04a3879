package io.zizhi.document.intake.identical;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.zizhi.document.intake.SampleFiles;
import io.zizhi.document.testing.DocumentsClient;
import io.zizhi.document.testing.DocumentsClient.Answer;
import io.zizhi.document.testing.Rows;
import io.zizhi.document.testing.WithDoubles;
import io.zizhi.platform.testkit.Tokens;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithDoubles
class IdenticalComponentTest {

    @Inject
    Rows rows;

    @Test
    void finds_other_accounts_once_but_not_own_account() {
        byte[] picture = SampleFiles.image("png", 733, 411);
        String own = DocumentsClient.stored("applicant-a", "BUSINESS_LICENSE", picture);
        DocumentsClient.stored("applicant-a", "BUSINESS_LICENSE", picture);
        DocumentsClient.stored("applicant-b", "OTHER_CERTIFICATE", picture);
        DocumentsClient.stored("applicant-b", "BUSINESS_LICENSE", picture);
        String unlike = DocumentsClient.stored("applicant-a", "BUSINESS_LICENSE", SampleFiles.image("png", 739, 411));

        JsonArray shared = find(own, unlike, own, "no-id").json().getJsonArray("documents");

        assertThat(shared).hasSize(1);
        assertThat(shared.getJsonObject(0).getString("documentId")).isEqualTo(own);
        JsonObject found = shared.getJsonObject(0).getJsonObject("found");
        assertThat(found.getInteger("count")).isEqualTo(1);
        assertThat(found.getBoolean("more")).isFalse();
        JsonObject other = found.getJsonArray("items").getJsonObject(0);
        assertThat(other.getString("accountId")).isEqualTo("company-b");
        assertThat(other.getString("kind")).isEqualTo("OTHER_CERTIFICATE");
        assertThat(other.getString("storedAt")).endsWith("Z");
    }

    @Test
    void shows_the_first_twenty_accounts() {
        byte[] picture = SampleFiles.image("png", 743, 411);
        String own = DocumentsClient.stored("applicant-a", "BUSINESS_LICENSE", picture);
        rows.execute("""
                insert into document(id, account_id, kind, format, size, sha256, uploaded_sha256, object_key,
                    status, stored_by, stored_at)
                select md5(random()::text), 'other-' || i, kind, format, size, sha256, uploaded_sha256, object_key || i,
                    status, stored_by, stored_at
                from document, generate_series(1, 30) i where id = '%s'
                """.formatted(own));

        JsonObject found =
                find(own).json().getJsonArray("documents").getJsonObject(0).getJsonObject("found");

        assertThat(found.getInteger("count")).isEqualTo(20);
        assertThat(found.getBoolean("more")).isTrue();
        assertThat(found.getJsonArray("items")).hasSize(20);
        rows.execute("delete from document where account_id like 'other-%'");
    }

    @Test
    void an_account_with_many_copies_hides_no_other() {
        byte[] picture = SampleFiles.image("png", 751, 411);
        String own = DocumentsClient.stored("applicant-a", "BUSINESS_LICENSE", picture);
        copies(own, "'a-hoarder'", 2_000);
        copies(own, "account_id", 2_000);
        copies(own, "'z-' || i", 2);

        JsonObject found =
                find(own).json().getJsonArray("documents").getJsonObject(0).getJsonObject("found");

        assertThat(found.getJsonArray("items"))
                .extracting(item -> ((JsonObject) item).getString("accountId"))
                .containsExactly("a-hoarder", "z-1", "z-2");
        assertThat(found.getBoolean("more")).isFalse();
        rows.execute("delete from document where object_key like '%-copy-%'");
    }

    @Test
    void finds_an_upload_that_an_older_release_stored_unchanged() {
        byte[] picture = SampleFiles.image("png", 757, 411);
        String own = DocumentsClient.stored("applicant-a", "BUSINESS_LICENSE", picture);
        String older = DocumentsClient.stored("applicant-b", "BUSINESS_LICENSE", picture);
        rows.execute("update document set sha256 = uploaded_sha256, uploaded_sha256 = null where id = '" + older + "'");

        assertThat(find(own).json().getJsonArray("documents")).hasSize(1);
        assertThat(find(older).json().getJsonArray("documents")).hasSize(1);
    }

    /** @param account SQL expression */
    private void copies(String documentId, String account, int count) {
        rows.execute("""
                insert into document(id, account_id, kind, format, size, sha256, uploaded_sha256, object_key,
                    status, stored_by, stored_at)
                select md5(random()::text), %s, kind, format, size, sha256, uploaded_sha256,
                    object_key || '-copy-' || md5(random()::text), status, stored_by, stored_at + i * interval '1 second'
                from document, generate_series(1, %d) i where id = '%s'
                """.formatted(account, count, documentId));
    }

    @Test
    void refuses_foreign_tokens_and_malformed_requests() {
        JsonObject question = new JsonObject().put("documentIds", new JsonArray().add("no-id"));
        DocumentsClient.postAs(Tokens.of("reviewer-a"), "/internal/v1/documents/identical", question)
                .isProblem(403, "FORBIDDEN");
        DocumentsClient.postAs(
                        Tokens.service("review-service", "qualification-service"),
                        "/internal/v1/documents/identical",
                        question)
                .isProblem(401, "UNAUTHENTICATED");
        find().isProblem(400, "VALIDATION_FAILED");
    }

    private static Answer find(String... ids) {
        JsonArray documentIds = new JsonArray();
        for (String id : ids) {
            documentIds.add(id);
        }
        return DocumentsClient.postAs(
                Tokens.service("review-service", "document-service"),
                "/internal/v1/documents/identical",
                new JsonObject().put("documentIds", documentIds));
    }
}
