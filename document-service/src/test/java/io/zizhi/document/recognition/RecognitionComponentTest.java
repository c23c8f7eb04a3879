package io.zizhi.document.recognition;

import static io.zizhi.platform.testkit.Waits.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.zizhi.contracts.DocumentRecognised;
import io.zizhi.contracts.EventType;
import io.zizhi.document.intake.SampleFiles;
import io.zizhi.document.recognition.queue.SwitchedReadings;
import io.zizhi.document.scanning.SwitchedScans;
import io.zizhi.document.testing.DocumentsClient;
import io.zizhi.document.testing.RecognitionDouble;
import io.zizhi.document.testing.RecognitionDouble.Mood;
import io.zizhi.document.testing.Rows;
import io.zizhi.document.testing.ScannerDouble;
import io.zizhi.document.testing.StorageCable;
import io.zizhi.document.testing.WithDoubles;
import io.zizhi.platform.testkit.EventBus;
import io.zizhi.platform.testkit.Reactive;
import io.zizhi.platform.testkit.Tokens;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithDoubles
class RecognitionComponentTest {

    private static final String STATUS = "select status from recognition where document_id = ?";
    private static final String FAILURE = "select failure from recognition where document_id = ?";
    private static final String CLAIMS = "select claims from recognition where document_id = ?";
    private static final String FAILURES = "select failures from recognition where document_id = ?";
    private static final String SIZE = "select width || ' x ' || height from recognition where document_id = ?";
    private static final String EVENTS =
            "select count(*) from outbox where aggregate_id = ? and type = 'zizhi.document.recognised.v1'";

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Makes the bytes of each picture unique. */
    private static final AtomicInteger WIDTH = new AtomicInteger(600);

    @Inject
    Rows rows;

    @Inject
    AwaitRecognition waiting;

    @Inject
    SwitchedScans scans;

    @Inject
    SwitchedReadings readings;

    /** Other test classes leave documents in the same database, some without an object. */
    @BeforeEach
    void postpone_other_work() {
        RecognitionDouble.mend();
        rows.execute("update document set scan_due_at = clock_timestamp() + interval '1 day'"
                + " where status = 'PENDING_SCAN'");
        // Also the pictures that wait for a scan: the loop makes them due when their document is available.
        rows.execute("update recognition set due_at = clock_timestamp() + interval '1 day'"
                + " where status in ('WAITING', 'RUNNING')");
        scans.switchOn();
        readings.switchOn();
    }

    @AfterEach
    void mend() {
        scans.switchOff();
        readings.switchOff();
        RecognitionDouble.mend();
        ScannerDouble.mend();
        StorageCable.mend();
    }

    @Test
    void shows_the_fields_of_a_scanned_picture_to_its_owner() {
        String id = stored("ID_PORTRAIT", picture());
        JsonObject shown = awaited(id);
        assertThat(shown.getString("status")).isEqualTo("DONE");
        assertThat(shown.getString("form")).isEqualTo("ID_PORTRAIT");
        JsonArray fields = shown.getJsonArray("fields");
        assertThat(fields.getJsonObject(0).getString("value")).isEqualTo(RecognitionDouble.NAME);
        assertThat(fields.getJsonObject(1).getBoolean("confirmed")).isTrue();
        assertThat(fields.getJsonObject(1).getJsonObject("box").getInteger("y")).isEqualTo(300);
        assertThat(shown.getJsonArray("hints")).containsExactly("GLARE");
        assertThat(shown.getBoolean("colour")).isTrue();
        assertThat(shown.getInteger("width")).isEqualTo(640);
        assertThat(shown.getInteger("height")).isEqualTo(400);
        assertThat(shown.getInstant("recognisedAt")).isNotNull();
        assertThat(RecognitionDouble.lastRequest()).isEqualTo("form=ID_PORTRAIT Bearer key-of-the-test image/jpeg");

        DocumentRecognised event = (DocumentRecognised) EventBus.await(EventType.DOCUMENT_RECOGNISED, id);
        assertThat(event.accountId()).isEqualTo("company-a");
        assertThat(event.kind()).isEqualTo("ID_PORTRAIT");
        assertThat(event.status()).isEqualTo("DONE");
        assertThat(event.hints()).containsExactly("GLARE");
        assertThat(rows.text("select encode(result, 'escape') from recognition where document_id = ?", id))
                .isNotEmpty()
                .doesNotContain("110105");
    }

    @Test
    void shows_results_of_older_versions_without_a_size() {
        String id = stored("ID_PORTRAIT", picture());
        awaited(id);
        assertThat(rows.text(SIZE, id)).isEqualTo("640 x 400");
        rows.execute("update recognition set width = null, height = null where document_id = '" + id + "'");
        JsonObject shown = awaited(id);
        assertThat(shown.getJsonArray("fields")).hasSize(2);
        assertThat(shown.fieldNames()).doesNotContain("width", "height");
    }

    @Test
    void shows_hash_and_digest_to_services_that_need_them() {
        String id = stored("ID_PORTRAIT", picture());
        awaited(id);
        JsonObject shown = asService("qualification-service", id, "company-a").json();
        assertThat(shown.getString("perceptualHash")).isEqualTo("00f0a1b2c3d4e5f6");
        assertThat(shown.getString("sha256")).hasSize(64);
        assertThat(shown.getJsonObject("recognition").getJsonArray("fields")).hasSize(2);
        assertThat(asService("review-service", id, "company-a").status()).isEqualTo(200);
        asService("notification-service", id, "company-a").isProblem(403, "CALLER_NOT_ALLOWED");
        asService("review-service", id, "company-b").isProblem(404, "DOCUMENT_NOT_FOUND");
        DocumentsClient.getAs(
                        Tokens.service("review-service", "document-service"),
                        "/internal/v1/documents/" + id + "/recognition")
                .isProblem(400, "FIELD_REQUIRED");
    }

    @Test
    void a_check_returns_the_recognition_only_on_demand() {
        String id = stored("ID_PORTRAIT", picture());
        awaited(id);
        assertThat(checked(id, "").containsKey("recognition")).isFalse();
        JsonObject facts = checked(id, "?recognition=true").getJsonObject("recognition");
        assertThat(facts.getString("status")).isEqualTo("DONE");
        assertThat(facts.getJsonArray("fields"))
                .containsExactly(
                        new JsonObject()
                                .put("name", "name")
                                .put("value", RecognitionDouble.NAME)
                                .put("confidence", 0.98),
                        new JsonObject()
                                .put("name", "idNumber")
                                .put("value", "110105198001011019")
                                .put("confidence", 0.99));
        assertThat(facts.getJsonArray("hints")).containsExactly("GLARE");
        assertThat(facts.getBoolean("redSeal")).isFalse();
        assertThat(facts.getString("perceptualHash")).isEqualTo("00f0a1b2c3d4e5f6");
        check(id, "?recognition=1").isProblem(400, "PARAMETER_INVALID");
    }

    @Test
    void a_check_never_waits_for_a_recognition() {
        RecognitionDouble.behave(Mood.HANGING);
        String id = stored("ID_PORTRAIT", picture());
        await().until(() -> rows.text(STATUS, id).equals("RUNNING"));
        JsonObject facts = checked(id, "?recognition=true").getJsonObject("recognition");
        assertThat(facts.getString("status")).isEqualTo("RUNNING");
        assertThat(facts.getJsonArray("fields")).isEmpty();
        // Otherwise its requests would be counted in another test.
        RecognitionDouble.mend();
        awaitEnd(id);
    }

    @Test
    void a_damaged_result_does_not_fail_a_check() {
        String id = stored("ID_PORTRAIT", picture());
        awaited(id);
        rows.execute("update recognition set result = 'damaged' where document_id = '" + id + "'");
        JsonObject document = checked(id, "?recognition=true");
        assertThat(document.getString("status")).isIn("AVAILABLE", "PENDING_SCAN");
        assertThat(document.getJsonObject("recognition").getString("status")).isEqualTo("NOT_APPLICABLE");
    }

    @Test
    void hides_recognitions_from_others() {
        String id = stored("ID_PORTRAIT", picture());
        get("applicant-b", id, "").isProblem(404, "DOCUMENT_NOT_FOUND");
        get("applicant-a", "0".repeat(32), "").isProblem(404, "DOCUMENT_NOT_FOUND");
        get("applicant-a", "x", "").isProblem(404, "DOCUMENT_NOT_FOUND");
        assertThat(get("reviewer-a", id, "").status()).isEqualTo(403);
        // While it runs, the double would treat it as another test demands.
        awaitEnd(id);
    }

    @ParameterizedTest
    @CsvSource({"4", "-1", "0.5", "x"})
    void refuses_other_waits(String wait) {
        get("applicant-a", "0".repeat(32), "?wait=" + wait).isProblem(400, "PARAMETER_INVALID");
    }

    @Test
    void recognises_only_kinds_with_known_fields() {
        String id = stored("OTHER_CERTIFICATE", picture());
        assertThat(awaited(id).getString("status")).isEqualTo("NOT_APPLICABLE");
        assertThat(rows.text(STATUS, id)).isEmpty();
    }

    @Test
    void waits_for_the_malware_scan() {
        ScannerDouble.breakDown();
        String id = stored("ID_PORTRAIT", picture());
        assertThat(get("applicant-a", id, "?wait=1").json().getString("status")).isEqualTo("WAITING");
        ScannerDouble.mend();
        assertThat(awaitEnd(id)).isEqualTo("DONE");
    }

    @Test
    void never_shows_the_recognition_of_a_quarantined_document() {
        String id = stored("ID_PORTRAIT", picture());
        awaitEnd(id);
        rows.execute("update document set status = 'QUARANTINED' where id = '" + id + "'");
        JsonObject shown = get("applicant-a", id, "?wait=3").json();
        assertThat(shown.getString("status")).isEqualTo("NOT_APPLICABLE");
        assertThat(shown.getJsonArray("fields")).isEmpty();
    }

    @Test
    void records_no_result_of_a_document_that_was_quarantined_meanwhile() {
        RecognitionDouble.behave(Mood.HANGING);
        String id = stored("ID_PORTRAIT", picture());
        await().until(() -> rows.text(STATUS, id).equals("RUNNING"));
        rows.execute("update document set status = 'QUARANTINED' where id = '" + id + "'");
        RecognitionDouble.mend();
        await().until(() -> rows.text(STATUS, id).isEmpty());
        assertThat(rows.text(EVENTS, id)).isEqualTo("0");
    }

    @Test
    void answers_without_a_result_after_the_wait() {
        RecognitionDouble.behave(Mood.HANGING);
        String id = stored("ID_PORTRAIT", picture());
        await().until(() -> rows.text(STATUS, id).equals("RUNNING"));
        long start = System.nanoTime();
        assertThat(get("applicant-a", id, "?wait=1").json().getString("status")).isEqualTo("RUNNING");
        assertThat(System.nanoTime() - start).isGreaterThan(900_000_000);
        RecognitionDouble.mend();
        assertThat(awaited(id).getString("status")).isEqualTo("DONE");
    }

    @Test
    void answers_at_once_when_too_many_requests_wait() {
        RecognitionDouble.behave(Mood.HANGING);
        String id = stored("ID_PORTRAIT", picture());
        // A request over HTTP waits for three seconds at most; this test may stall for longer.
        CompletableFuture<RecognitionView> first = CompletableFuture.supplyAsync(
                () -> Reactive.run(() -> waiting.show("company-a", id, Duration.ofSeconds(30))));
        await().until(() -> waiting.waiting() == 1);
        RecognitionView second = Reactive.run(() -> waiting.show("company-a", id, Duration.ofSeconds(30)));
        assertThat(second.status()).isIn(RecognitionStatus.WAITING, RecognitionStatus.RUNNING);
        assertThat(waiting.waiting()).isOne();
        assertThat(first).isNotDone();
        RecognitionDouble.mend();
        assertThat(first.join().status()).isEqualTo(RecognitionStatus.DONE);
        await().until(() -> waiting.waiting() == 0);
    }

    @Test
    void identical_pictures_of_an_account_share_a_result() {
        byte[] bytes = picture();
        awaitEnd(stored("ID_PORTRAIT", bytes));
        int before = RecognitionDouble.requests();
        JsonObject second = awaited(stored("ID_PORTRAIT", bytes));
        assertThat(second.getString("status")).isEqualTo("DONE");
        assertThat(second.getJsonArray("fields")).hasSize(2);
        assertThat(second.getInteger("width")).isEqualTo(640);
        assertThat(second.getInteger("height")).isEqualTo(400);
        assertThat(RecognitionDouble.requests()).isEqualTo(before);

        String other = DocumentsClient.stored("applicant-b", "ID_PORTRAIT", bytes);
        assertThat(awaitEnd(other)).isEqualTo("DONE");
        assertThat(RecognitionDouble.requests()).isEqualTo(before + 1);
        assertThat(awaitEnd(stored("ID_EMBLEM", bytes))).isEqualTo("DONE");
        assertThat(RecognitionDouble.requests()).isEqualTo(before + 2);
    }

    @Test
    void records_one_result_when_the_worker_is_killed_in_the_middle() {
        RecognitionDouble.behave(Mood.CRASHING_ONCE);
        String id = stored("ID_PORTRAIT", picture());
        assertThat(awaitEnd(id)).isEqualTo("DONE");
        assertThat(rows.text(FAILURES, id)).isEqualTo("1");
        EventBus.await(EventType.DOCUMENT_RECOGNISED, id);
        assertThat(rows.text(EVENTS, id)).isEqualTo("1");
    }

    @ParameterizedTest
    @CsvSource({"CRASHING, CRASHED, 2", "UNREADABLE, ANSWER_UNREADABLE, 2", "TOO_LARGE, ANSWER_TOO_LARGE, 2"})
    void gives_a_picture_up_after_failed_attempts(Mood mood, String code, int attempts) {
        // Otherwise the failures of all tests together would open the breaker.
        awaitEnd(stored("ID_PORTRAIT", picture()));
        RecognitionDouble.behave(mood);
        String id = stored("ID_PORTRAIT", picture());
        assertThat(awaitEnd(id)).isEqualTo("FAILED");
        assertThat(rows.text(CLAIMS, id)).isEqualTo(Integer.toString(attempts));
        JsonObject shown = get("applicant-a", id, "").json();
        assertThat(shown.getString("failure")).isEqualTo(code);
        assertThat(shown.getJsonArray("fields")).isEmpty();
        DocumentRecognised event = (DocumentRecognised) EventBus.await(EventType.DOCUMENT_RECOGNISED, id);
        assertThat(event.status()).isEqualTo("FAILED");
    }

    @Test
    void gives_an_undecodable_picture_up_at_once() {
        RecognitionDouble.behave(Mood.UNDECODABLE);
        String id = stored("ID_PORTRAIT", picture());
        assertThat(awaitEnd(id)).isEqualTo("FAILED");
        assertThat(rows.text(FAILURE, id)).isEqualTo("UNDECODABLE");
        assertThat(rows.text(CLAIMS, id)).isEqualTo("1");
    }

    @ParameterizedTest
    @CsvSource({"BUSY, BUSY", "FORBIDDEN, HTTP_403"})
    void an_outage_is_no_attempt(Mood mood, String code) {
        RecognitionDouble.behave(mood);
        String id = stored("ID_PORTRAIT", picture());
        await().until(() -> rows.text(FAILURE, id).equals(code));
        assertThat(rows.text(FAILURES, id)).isEqualTo("0");
        RecognitionDouble.mend();
        assertThat(awaitEnd(id)).isEqualTo("DONE");
    }

    @Test
    void repeats_the_picture_of_a_replica_that_died() {
        RecognitionDouble.behave(Mood.BUSY);
        String id = stored("ID_PORTRAIT", picture());
        await().until(() -> rows.text(FAILURE, id).equals("BUSY"));
        // Before the update: a claim between the two would be refused, and be followed by another one.
        RecognitionDouble.mend();
        rows.execute("update recognition set status = 'RUNNING', claims = 7, due_at = clock_timestamp()"
                + " where document_id = '" + id + "'");
        assertThat(awaitEnd(id)).isEqualTo("DONE");
        assertThat(rows.text("select claims from recognition where document_id = ?", id))
                .isEqualTo("8");
    }

    @Test
    void gives_a_picture_up_whose_replica_died_each_time() {
        RecognitionDouble.behave(Mood.BUSY);
        String id = stored("ID_PORTRAIT", picture());
        await().until(() -> rows.text(FAILURE, id).equals("BUSY"));
        // Another claim, so that an attempt in progress is not recorded.
        rows.execute("update recognition set status = 'RUNNING', failures = 1, claims = 7, due_at = clock_timestamp()"
                + " where document_id = '" + id + "'");
        assertThat(awaitEnd(id)).isEqualTo("FAILED");
        assertThat(rows.text(FAILURE, id)).isEqualTo("LOST");
    }

    @Test
    void a_lost_object_concerns_one_document() {
        ScannerDouble.breakDown();
        String id = stored("ID_PORTRAIT", picture());
        rows.execute(
                "update document set object_key = object_key || '-lost', status = 'AVAILABLE' where id = '" + id + "'");
        rows.execute("update recognition set due_at = clock_timestamp() where document_id = '" + id + "'");
        assertThat(awaitEnd(id)).isEqualTo("FAILED");
        assertThat(rows.text(FAILURE, id)).isEqualTo("DOCUMENT_LOST");
    }

    @Test
    void the_result_goes_with_its_document() {
        String id = stored("ID_PORTRAIT", picture());
        awaitEnd(id);
        assertThat(DocumentsClient.delete("applicant-a", id).status()).isEqualTo(204);
        assertThat(rows.text(STATUS, id)).isEmpty();
    }

    private String awaitEnd(String id) {
        // The breaker may have opened, which takes ten seconds.
        await().atMost(PATIENCE).until(() -> rows.text(STATUS, id).matches("DONE|FAILED"));
        return rows.text(STATUS, id);
    }

    /** Waits through several requests if need be: each waits for three seconds at most. */
    private static JsonObject awaited(String id) {
        return await().atMost(PATIENCE)
                .until(
                        () -> get("applicant-a", id, "?wait=3").json(),
                        shown -> !shown.getString("status").matches("WAITING|RUNNING"));
    }

    private static DocumentsClient.Answer get(String user, String id, String query) {
        return DocumentsClient.get(user, "/v1/documents/" + id + "/recognition" + query);
    }

    private static DocumentsClient.Answer asService(String service, String id, String account) {
        return DocumentsClient.getAs(
                Tokens.service(service, "document-service"),
                "/internal/v1/documents/" + id + "/recognition?accountId=" + account);
    }

    private static JsonObject checked(String id, String query) {
        return check(id, query).json().getJsonArray("documents").getJsonObject(0);
    }

    private static DocumentsClient.Answer check(String id, String query) {
        JsonObject wanted = new JsonObject().put("documentId", id).put("kinds", new JsonArray().add("ID_PORTRAIT"));
        return DocumentsClient.postAs(
                Tokens.service("qualification-service", "document-service"),
                "/internal/v1/documents/check" + query,
                new JsonObject().put("accountId", "company-a").put("documents", new JsonArray().add(wanted)));
    }

    private static String stored(String kind, byte[] bytes) {
        return DocumentsClient.stored("applicant-a", kind, bytes);
    }

    private static byte[] picture() {
        return SampleFiles.image("jpeg", WIDTH.incrementAndGet(), 420);
    }
}
