package io.zizhi.document.retention.hold;

import static io.zizhi.platform.testkit.Waits.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import io.zizhi.document.intake.SampleFiles;
import io.zizhi.document.retention.RemoveUnusedDocuments;
import io.zizhi.document.testing.DocumentsClient;
import io.zizhi.document.testing.DocumentsClient.Answer;
import io.zizhi.document.testing.Rows;
import io.zizhi.document.testing.WithDoubles;
import io.zizhi.platform.testkit.AccountErasures;
import io.zizhi.platform.testkit.Reactive;
import io.zizhi.platform.testkit.Tokens;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithDoubles
class LegalHoldComponentTest {

    private static final String HOLDS = "/v1/operations/legal-holds";
    private static final String EXISTS = "select count(*) from document where id = ?";

    @Inject
    RemoveUnusedDocuments removeUnused;

    @Inject
    Rows rows;

    private final String account = AccountErasures.newAccount();
    private final String document = DocumentsClient.stored(account, "ID_EMBLEM", SampleFiles.png());

    @Test
    void nobody_removes_a_held_document() {
        String other = DocumentsClient.stored(account, "ID_EMBLEM", SampleFiles.png());
        JsonObject hold = set(document);
        assertThat(hold.getString("state")).isEqualTo("ACTIVE");
        rows.execute("update document set unused_since = clock_timestamp() - interval '40 days' where account_id = '"
                + account + "'");

        DocumentsClient.delete(account, document).isProblem(409, "DOCUMENT_HELD");
        Reactive.run(removeUnused::removeAll);
        assertThat(rows.text(EXISTS, document)).isEqualTo("1");
        assertThat(rows.text(EXISTS, other)).isEqualTo("0");

        lift(hold);
        Reactive.run(removeUnused::removeAll);
        assertThat(rows.text(EXISTS, document)).isEqualTo("0");
    }

    @Test
    void erasure_waits_for_the_end_of_the_last_hold() {
        JsonObject whole = set(null);
        JsonObject one = set(document);
        AccountErasures.request(account);

        await().until(() -> listed().getBoolean("erasureWithheld"));
        lift(whole);
        assertThat(rows.text("select count(*) from account_erasure where account_id = ?", account))
                .isEqualTo("0");
        assertThat(DocumentsClient.get(account, "/v1/documents/" + document + "/content")
                        .status())
                .isEqualTo(200);

        lift(one);
        await().atMost(Duration.ofSeconds(40))
                .until(() -> rows.text(EXISTS, document).equals("0"));
        assertThat(rows.text("select rule from removed_document where document_id = ?", document))
                .isEqualTo("ACCOUNT_ERASED");
    }

    @Test
    void concurrent_hold_and_deletion_have_one_winner() {
        for (int round = 0; round < 10; round++) {
            String contested = DocumentsClient.stored(account, "ID_EMBLEM", SampleFiles.png());
            CompletableFuture<Integer> held = CompletableFuture.supplyAsync(
                    () -> post(HOLDS, request(contested)).status());
            int deleted = DocumentsClient.delete(account, contested).status();
            assertThat(List.of(held.join(), deleted)).isIn(List.of(201, 409), List.of(404, 204));
            assertThat(rows.text(EXISTS, contested)).isEqualTo(deleted == 204 ? "0" : "1");
        }
    }

    @Test
    void records_who_set_and_lifted_a_hold() {
        JsonObject hold = set(null);
        post(HOLDS, request(null)).isProblem(409, "HOLD_EXISTS");
        JsonObject lifted = lift(hold);
        assertThat(lifted.getString("state")).isEqualTo("LIFTED");
        assertThat(lifted.getString("liftReason")).isEqualTo("Case closed.");
        assertThat(rows.text(
                        "select string_agg(action || ' ' || reason, ', ' order by sequence) from audit_entry"
                                + " where object_type = 'legal-hold' and account_id = ?",
                        account))
                .isEqualTo("legal-hold.set Request 2026-17 of the authority, legal-hold.lifted Case closed.");
        post(HOLDS + "/" + hold.getLong("id") + "/lift", reason()).isProblem(404, "HOLD_NOT_FOUND");
    }

    @Test
    void refuses_holds_on_what_does_not_exist() {
        String foreign = DocumentsClient.stored("applicant-b", "ID_EMBLEM", SampleFiles.png());
        post(HOLDS, request(foreign)).isProblem(404, "DOCUMENT_NOT_FOUND");
        post(HOLDS, request(null).put("accountId", "no account")).isProblem(400, "VALIDATION_FAILED");
        post(HOLDS, request(null).put("reason", "")).isProblem(400, "VALIDATION_FAILED");
        AccountErasures.erase(account);
        post(HOLDS, request(null)).isProblem(409, "ACCOUNT_ERASED");
        assertThat(rows.text("select count(*) from legal_hold where account_id = ?", account))
                .isEqualTo("0");
    }

    private JsonObject set(@Nullable String documentId) {
        Answer answer = post(HOLDS, request(documentId));
        assertThat(answer.status()).isEqualTo(201);
        return answer.json();
    }

    private static JsonObject lift(JsonObject hold) {
        Answer answer = post(HOLDS + "/" + hold.getLong("id") + "/lift", reason());
        assertThat(answer.status()).isEqualTo(200);
        return answer.json();
    }

    private JsonObject listed() {
        return DocumentsClient.getAs(Tokens.of("auditor"), HOLDS + "?state=ACTIVE&accountId=" + account)
                .json()
                .getJsonArray("items")
                .getJsonObject(0);
    }

    private JsonObject request(@Nullable String documentId) {
        JsonObject request =
                new JsonObject().put("accountId", account).put("reason", "Request 2026-17 of the authority");
        return documentId == null ? request : request.put("documentId", documentId);
    }

    private static JsonObject reason() {
        return new JsonObject().put("reason", "Case closed.");
    }

    private static Answer post(String path, JsonObject body) {
        return DocumentsClient.postAs(Tokens.of("operator"), path, body);
    }
}
