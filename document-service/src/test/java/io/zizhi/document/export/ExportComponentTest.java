package io.zizhi.document.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import io.zizhi.document.intake.SampleFiles;
import io.zizhi.document.testing.DocumentsClient;
import io.zizhi.document.testing.DocumentsClient.Answer;
import io.zizhi.document.testing.QualificationServiceDouble;
import io.zizhi.document.testing.Rows;
import io.zizhi.document.testing.StorageCable;
import io.zizhi.document.testing.WithDoubles;
import io.zizhi.platform.testkit.AccountErasures;
import io.zizhi.platform.testkit.Tokens;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithDoubles
class ExportComponentTest {

    private static final String OWN = "/v1/documents/export";
    private static final String FOR_ACCOUNT = "/v1/operations/account-exports";

    @Inject
    Rows rows;

    private final String account = AccountErasures.newAccount();

    @AfterEach
    void mend() {
        QualificationServiceDouble.mend();
        StorageCable.mend();
    }

    @Test
    void owner_gets_documents_forms_and_a_manifest_with_digests() throws Exception {
        byte[] photo = SampleFiles.png();
        String named = DocumentsClient.storedAs(account, "ID_EMBLEM", "%E8%AF%81%E4%BB%B6.png", photo);
        String material = DocumentsClient.stored(account, "MORE_MATERIAL", SampleFiles.pdf());
        String foreign = DocumentsClient.stored("applicant-b", "MORE_MATERIAL", SampleFiles.pdf());

        Answer answer = DocumentsClient.get(account, OWN);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/zip");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        Map<String, byte[]> files = unpacked(answer.bytes());
        assertThat(files.keySet())
                .containsExactlyInAnyOrder(
                        "documents/ID_EMBLEM-" + named + ".png",
                        "documents/MORE_MATERIAL-" + material + ".pdf",
                        "documents-0001.jsonl",
                        "forms.jsonl",
                        "manifest.json")
                .last()
                .isEqualTo("manifest.json");
        assertThat(file(files, "documents/ID_EMBLEM-" + named + ".png")).isEqualTo(photo);
        JsonObject manifest = json(file(files, "manifest.json"));
        assertThat(manifest.getString("accountId")).isEqualTo(account);
        assertThat(manifest.getLong("documents")).isEqualTo(2);
        assertThat(manifest.getLong("missing")).isZero();
        for (Object part : manifest.getJsonArray("parts")) {
            JsonObject each = (JsonObject) part;
            assertThat(sha256(file(files, each.getString("path")))).isEqualTo(each.getString("sha256"));
        }
        for (JsonObject line : lines(file(files, "documents-0001.jsonl"))) {
            assertThat(sha256(file(files, line.getString("path")))).isEqualTo(line.getString("sha256"));
            assertThat(line.getString("documentId")).isNotEqualTo(foreign);
            assertThat(line.getString("uploadedSha256")).hasSize(64);
        }
        assertThat(lines(file(files, "documents-0001.jsonl")).stream()
                        .filter(line -> line.getString("documentId").equals(named))
                        .map(line -> line.getString("fileName")))
                .containsExactly("证件.png");
        assertThat(lines(file(files, "forms.jsonl")).stream().map(line -> line.getString("part")))
                .containsExactly("QUALIFICATION", "REVISION");
        assertThat(audited()).isEqualTo("applicant null");
        assertThat(viewed(named)).isEmpty();
    }

    @Test
    void operator_exports_an_account_with_a_reason() throws Exception {
        String document = DocumentsClient.stored(account, "MORE_MATERIAL", SampleFiles.pdf());
        Answer answer = exportFor("operator", new JsonObject().put("reason", "Request 17 of the company"));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(unpacked(answer.bytes())).containsKey("manifest.json").hasSize(4);
        assertThat(audited()).isEqualTo("operator Request 17 of the company");
        assertThat(QualificationServiceDouble.lastRecipient()).isEqualTo(DocumentsClient.subjectOf("operator"));

        assertThat(viewed(document)).isEqualTo("operator EXPORT " + DocumentsClient.subjectOf("operator"));
        JsonObject shown = DocumentsClient.get(account, "/v1/documents/" + document + "/views")
                .json()
                .getJsonArray("items")
                .getJsonObject(0);
        assertThat(shown.getString("role")).isEqualTo("operator");
        assertThat(shown.getString("reason")).isEqualTo("EXPORT");

        exportFor("operator", new JsonObject()).isProblem(400, "VALIDATION_FAILED");
        exportFor("supervisor", new JsonObject().put("reason", "Request 17")).isProblem(403, "FORBIDDEN");
        DocumentsClient.get("operator", OWN).isProblem(403, "FORBIDDEN");
    }

    @Test
    void an_operator_begins_no_chain_of_audit_rows_for_any_text() {
        for (String text : List.of("330106197812206220", "nobody-knows-it")) {
            assertThat(exportFor("operator", text).status()).isEqualTo(200);

            assertThat(rows.text("select count(*) from audit_head where chain = ?", text))
                    .isEqualTo("0");
            assertThat(rows.text(
                            "select object_id from audit_entry where action = 'account.exported'"
                                    + " and role || ? = 'operator' order by sequence desc limit 1",
                            ""))
                    .isEqualTo("unknown");
        }
    }

    @Test
    void lists_documents_that_are_not_in_the_file() throws Exception {
        String infected = DocumentsClient.stored(account, "MORE_MATERIAL", SampleFiles.pdf());
        String lost = DocumentsClient.stored(account, "MORE_MATERIAL", SampleFiles.pdf());
        rows.execute("update document set status = 'QUARANTINED' where id = '" + infected + "'");
        rows.execute("update document set object_key = 'documents/2020/01/01/' || id where id = '" + lost + "'");

        Map<String, byte[]> files = unpacked(DocumentsClient.get(account, OWN).bytes());

        assertThat(json(file(files, "manifest.json")).getLong("missing")).isEqualTo(2);
        Map<String, String> missing = new LinkedHashMap<>();
        lines(file(files, "documents-0001.jsonl"))
                .forEach(line -> missing.put(line.getString("documentId"), line.getString("missing")));
        assertThat(missing).containsEntry(infected, "DOCUMENT_QUARANTINED").containsEntry(lost, "DOCUMENT_LOST");
    }

    @Test
    void an_account_has_one_export_at_a_time() {
        rows.execute("insert into account_export values ('" + account
                + "', 'other', clock_timestamp() + interval '1 minute')");
        DocumentsClient.get(account, OWN).isProblem(409, "EXPORT_RUNNING");
        assertThat(audited()).isEmpty();

        rows.execute("update account_export set leased_until = clock_timestamp() where account_id = '" + account + "'");
        assertThat(DocumentsClient.get(account, OWN).status()).isEqualTo(200);
        assertThat(DocumentsClient.get(account, OWN).status()).isEqualTo(200);
    }

    @Test
    void an_outage_leaves_no_complete_file_and_no_lease() {
        DocumentsClient.stored(account, "MORE_MATERIAL", SampleFiles.pdf());
        QualificationServiceDouble.breakDown();
        assertThatThrownBy(() -> unpacked(DocumentsClient.get(account, OWN).bytes()))
                .isInstanceOf(UncheckedIOException.class);
        QualificationServiceDouble.mend();
        assertThat(DocumentsClient.get(account, OWN).status()).isEqualTo(200);
    }

    @Test
    void an_erased_account_has_no_export() {
        AccountErasures.erase(account);
        DocumentsClient.get(account, OWN).isProblem(409, "ACCOUNT_ERASED");
    }

    private Answer exportFor(String user, JsonObject request) {
        return DocumentsClient.postAs(Tokens.of(user), FOR_ACCOUNT, request.put("accountId", account));
    }

    private static Answer exportFor(String user, String account) {
        return DocumentsClient.postAs(
                Tokens.of(user),
                FOR_ACCOUNT,
                new JsonObject().put("reason", "Request 17").put("accountId", account));
    }

    private String audited() {
        return rows.text(
                "select role || ' ' || coalesce(reason, 'null') from audit_entry"
                        + " where action = 'account.exported' and object_id = ?",
                account);
    }

    private String viewed(String document) {
        return rows.text(
                "select role || ' ' || reason || ' ' || viewer from document_view where document_id = ?", document);
    }

    private static Map<String, byte[]> unpacked(byte[] file) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return files;
    }

    private static byte[] file(Map<String, byte[]> files, String name) {
        return Objects.requireNonNull(files.get(name), name);
    }

    private static List<JsonObject> lines(byte[] file) {
        List<JsonObject> lines = new ArrayList<>();
        new String(file, UTF_8).lines().map(JsonObject::new).forEach(lines::add);
        return lines;
    }

    private static JsonObject json(byte[] file) {
        return new JsonObject(new String(file, UTF_8));
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
