package io.zizhi.document.scanning;

import static io.zizhi.platform.testkit.Waits.await;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.zizhi.contracts.DocumentQuarantined;
import io.zizhi.contracts.EventType;
import io.zizhi.document.intake.SampleFiles;
import io.zizhi.document.scanning.ScanResult.Clean;
import io.zizhi.document.scanning.ScanResult.Undecided;
import io.zizhi.document.testing.DocumentsClient;
import io.zizhi.document.testing.Rows;
import io.zizhi.document.testing.ScannerDouble;
import io.zizhi.document.testing.StorageCable;
import io.zizhi.document.testing.WithDoubles;
import io.zizhi.platform.testkit.EventBus;
import io.zizhi.platform.testkit.Reactive;
import io.zizhi.platform.testkit.Tokens;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithDoubles
class ScanningComponentTest {

    private static final String STATUS = "select status from document where id = ?";
    private static final String FAILURE = "select scan_failure from document where id = ?";
    private static final String ATTEMPTS = "select scan_attempts from document where id = ?";
    private static final String QUARANTINED =
            "select role || ' ' || reason from audit_entry where action = 'document.quarantined' and object_id = ?";

    @Inject
    Rows rows;

    @Inject
    RecordScanResult record;

    @Inject
    ScanBacklog backlog;

    @Inject
    SwitchedScans scans;

    /** Other test classes leave documents in the same database, some without an object. */
    @BeforeEach
    void postpone_other_scans() {
        rows.execute("update document set scan_due_at = clock_timestamp() + interval '1 day'"
                + " where status = 'PENDING_SCAN'");
        scans.switchOn();
    }

    @AfterEach
    void mend() {
        scans.switchOff();
        ScannerDouble.mend();
        StorageCable.mend();
    }

    @Test
    void makes_a_clean_document_available() {
        String id = stored(SampleFiles.jpeg());
        awaitStatus(id, "AVAILABLE");
        assertThat(usability(id)).isEqualTo("AVAILABLE");
        assertThat(DocumentsClient.get("applicant-a", "/v1/documents/" + id)
                        .json()
                        .getString("status"))
                .isEqualTo("AVAILABLE");
        assertThat(rows.text(QUARANTINED, id)).isEmpty();
    }

    @Test
    void quarantines_an_infected_document_for_good() {
        String id = stored(infected());
        awaitStatus(id, "QUARANTINED");
        DocumentsClient.get("applicant-a", "/v1/documents/" + id + "/content").isProblem(409, "DOCUMENT_QUARANTINED");
        assertThat(usability(id)).isEqualTo("QUARANTINED");
        DocumentQuarantined event = (DocumentQuarantined) EventBus.await(EventType.DOCUMENT_QUARANTINED, id);
        assertThat(event.threat()).isEqualTo("Test.Threat");
        assertThat(event.accountId()).isEqualTo("company-a");
        assertThat(rows.text(QUARANTINED, id)).isEqualTo("service found Test.Threat");
        Reactive.run(() -> record.record(new ScanClaim(id, "", "", 1, 1), new Clean()));
        assertThat(rows.text(STATUS, id)).isEqualTo("QUARANTINED");
    }

    @Test
    void the_owner_can_delete_a_quarantined_document() {
        String id = stored(infected());
        awaitStatus(id, "QUARANTINED");
        assertThat(DocumentsClient.delete("applicant-a", id).status()).isEqualTo(204);
    }

    @Test
    void scans_again_after_an_outage_of_the_scanner() {
        ScannerDouble.breakDown();
        String id = stored(SampleFiles.jpeg());
        await().until(() -> Integer.parseInt(rows.text(ATTEMPTS, id)) > 1);
        assertThat(rows.text(FAILURE, id)).isEqualTo("SCANNER_UNAVAILABLE");
        assertThat(rows.text(STATUS, id)).isEqualTo("PENDING_SCAN");
        ScannerDouble.mend();
        awaitStatus(id, "AVAILABLE");
        assertThat(rows.text(FAILURE, id)).isEqualTo("null");
    }

    @Test
    void never_takes_a_refused_stream_for_clean() {
        ScannerDouble.refuse();
        String id = stored(SampleFiles.jpeg());
        await().until(() -> rows.text(FAILURE, id).equals("SCAN_SIZE_LIMIT"));
        assertThat(rows.text(STATUS, id)).isEqualTo("PENDING_SCAN");
    }

    @Test
    void scans_again_after_an_outage_of_the_store() {
        ScannerDouble.breakDown();
        String id = stored(SampleFiles.jpeg());
        StorageCable.cut();
        await().until(() -> rows.text(FAILURE, id).equals("STORAGE_UNAVAILABLE"));
        StorageCable.mend();
        ScannerDouble.mend();
        awaitStatus(id, "AVAILABLE");
    }

    @Test
    void repeats_the_scan_of_a_replica_that_died() {
        ScannerDouble.breakDown();
        String id = stored(SampleFiles.jpeg());
        rows.execute("update document set scan_attempts = 7, scan_due_at = clock_timestamp() where id = '" + id + "'");
        ScannerDouble.mend();
        awaitStatus(id, "AVAILABLE");
        assertThat(Integer.parseInt(rows.text(ATTEMPTS, id))).isGreaterThan(7);
    }

    @Test
    void ignores_results_of_lost_claims_and_deleted_documents() {
        ScannerDouble.breakDown();
        String id = stored(SampleFiles.jpeg());
        rows.execute("update document set scan_attempts = 3, scan_due_at = clock_timestamp() + interval '1 hour'"
                + " where id = '" + id + "'");
        Reactive.run(() -> record.record(new ScanClaim(id, "", "", 1, 2), new Clean()));
        assertThat(rows.text(STATUS, id)).isEqualTo("PENDING_SCAN");
        Reactive.run(() -> record.record(new ScanClaim(id, "", "", 1, 3), new Clean()));
        assertThat(rows.text(STATUS, id)).isEqualTo("AVAILABLE");
        Reactive.run(() ->
                record.record(new ScanClaim("0".repeat(32), "", "", 1, 1), new Undecided("SCANNER_UNAVAILABLE", true)));
    }

    @Test
    void measures_the_documents_that_wait() {
        ScannerDouble.breakDown();
        String id = stored(SampleFiles.jpeg());
        rows.execute("update document set stored_at = clock_timestamp() - interval '1 hour' where id = '" + id + "'");
        Reactive.run(backlog::measure);
        assertThat(backlog.waiting()).isPositive();
        assertThat(backlog.oldestAge()).isGreaterThanOrEqualTo(3_600);
    }

    private void awaitStatus(String id, String status) {
        await().until(() -> rows.text(STATUS, id).equals(status));
    }

    private static String stored(byte[] bytes) {
        return DocumentsClient.stored("applicant-a", "MORE_MATERIAL", bytes);
    }

    private static byte[] infected() {
        return ("%PDF-1.7\n1 0 obj\n<<>>\nendobj\n% " + ScannerDouble.THREAT + "\n%%EOF\n").getBytes(ISO_8859_1);
    }

    private static String usability(String id) {
        JsonObject wanted = new JsonObject().put("documentId", id).put("kinds", new JsonArray().add("MORE_MATERIAL"));
        return DocumentsClient.postAs(
                        Tokens.service("qualification-service", "document-service"),
                        "/internal/v1/documents/check",
                        new JsonObject().put("accountId", "company-a").put("documents", new JsonArray().add(wanted)))
                .json()
                .getJsonArray("documents")
                .getJsonObject(0)
                .getString("status");
    }
}
