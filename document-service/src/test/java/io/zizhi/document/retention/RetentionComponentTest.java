package io.zizhi.document.retention;

import static io.zizhi.platform.testkit.Waits.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.zizhi.contracts.AuthorizationLetterRejected;
import io.zizhi.contracts.OwnerType;
import io.zizhi.contracts.Purpose;
import io.zizhi.contracts.QualificationApproved;
import io.zizhi.contracts.QualificationDeleted;
import io.zizhi.contracts.QualificationEvent;
import io.zizhi.contracts.QualificationExpired;
import io.zizhi.contracts.QualificationRejected;
import io.zizhi.contracts.QualificationSubmitted;
import io.zizhi.contracts.QualificationSupplementRequested;
import io.zizhi.contracts.QualificationWithdrawn;
import io.zizhi.contracts.SubmittedLetter;
import io.zizhi.document.intake.SampleFiles;
import io.zizhi.document.testing.DocumentsClient;
import io.zizhi.document.testing.DocumentsClient.Answer;
import io.zizhi.document.testing.Rows;
import io.zizhi.document.testing.WithDoubles;
import io.zizhi.platform.testkit.EventBus;
import io.zizhi.platform.testkit.Reactive;
import io.zizhi.platform.testkit.Tokens;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithDoubles
class RetentionComponentTest {

    /** Distinct from the ids in other tests, which share the topic. */
    private static final AtomicLong IDS = new AtomicLong(7_400_000);

    @Inject
    RemoveUnusedDocuments removeUnused;

    @Inject
    Rows rows;

    private final long qualification = IDS.incrementAndGet();
    private final String document = stored();
    private int version;

    @Test
    void removes_an_upload_that_nothing_has_named_for_a_day() {
        String checked = stored();
        check(checked);
        String fresh = stored();
        String uploaded = rows.text("select uploaded_sha256 from document where id = ?", document);
        unusedFor(document, "25 hours");
        unusedFor(checked, "25 hours");
        unusedFor(fresh, "23 hours");

        sweep();

        assertThat(exists(document)).isFalse();
        assertThat(exists(checked)).isTrue();
        assertThat(exists(fresh)).isTrue();
        JsonObject evidence = evidence(document);
        assertThat(evidence.getString("rule")).isEqualTo("NEVER_NAMED");
        assertThat(evidence.getString("accountId")).isEqualTo("company-a");
        assertThat(evidence.getString("uploadedSha256")).isEqualTo(uploaded);
        assertThat(evidence.getString("objectRemovedAt")).isNotNull();
    }

    @Test
    void a_sheet_that_names_a_file_keeps_it() {
        String named = DocumentsClient.storedAs("applicant-a", "ID_EMBLEM", "kept-" + qualification, SampleFiles.png());
        JsonObject question = new JsonObject()
                .put("accountId", "company-a")
                .put("fileNames", new JsonArray().add("kept-" + qualification));
        assertThat(post("named", question).status()).isEqualTo(200);
        unusedFor(named, "25 hours");
        sweep();
        assertThat(exists(named)).isTrue();
    }

    @Test
    void removes_a_quarantined_document_after_a_week() {
        check(document);
        rows.execute("update document set status = 'QUARANTINED' where id = '" + document + "'");
        unusedFor(document, "6 days");
        check(document);
        sweep();
        assertThat(exists(document)).isTrue();
        unusedFor(document, "8 days");
        sweep();
        assertThat(evidence(document).getString("rule")).isEqualTo("QUARANTINED");
    }

    @Test
    void keeps_documents_of_a_rejected_revision_for_its_retention() {
        submit(1, document);
        publish(new QualificationRejected(
                qualification, order(1), "company-a", "示例资质", "contact-1", List.of(), Instant.now()));
        awaitState(1, "REJECTED");
        inStateFor("REJECTED", "179 days");
        sweep();
        assertThat(used(document)).isTrue();

        inStateFor("REJECTED", "181 days");
        sweep();
        assertThat(used(document)).isFalse();
        assertThat(exists(document)).isTrue();

        unusedFor(document, "31 days");
        sweep();
        assertThat(evidence(document).getString("rule")).isEqualTo("REJECTED");
    }

    @Test
    void keeps_documents_of_the_revision_in_force_and_ends_superseded_ones() {
        String shared = stored();
        String newer = stored();
        submit(1, document, shared);
        approve(1);
        awaitState(1, "IN_FORCE");
        submit(2, shared, newer);
        approve(2);
        awaitState(1, "SUPERSEDED");
        awaitState(2, "IN_FORCE");

        inStateFor("SUPERSEDED", "731 days");
        inStateFor("IN_FORCE", "3650 days");
        sweep();

        assertThat(used(document)).isFalse();
        assertThat(used(shared)).isTrue();
        assertThat(used(newer)).isTrue();
    }

    @Test
    void retains_documents_of_a_deleted_qualification_that_was_in_force() {
        String rejected = stored();
        submit(1, document);
        approve(1);
        awaitState(1, "IN_FORCE");
        submit(2, document, rejected);
        publish(new QualificationSupplementRequested(
                qualification, order(2), "company-a", "示例资质", "contact-1", List.of(), Instant.now()));
        awaitState(2, "SUPPLEMENT_REQUIRED");
        publish(new QualificationDeleted(qualification, "company-a", Instant.now()));
        awaitState(1, "ENDED");

        assertThat(used(rejected)).isFalse();
        assertThat(DocumentsClient.delete("applicant-a", rejected).status()).isEqualTo(204);
        DocumentsClient.delete("applicant-a", document).isProblem(409, "DOCUMENT_PINNED");

        inStateFor("ENDED", "731 days");
        sweep();
        assertThat(used(document)).isFalse();
        assertThat(DocumentsClient.delete("applicant-a", document).status()).isEqualTo(204);
        assertThat(evidence(document).getString("rule")).isEqualTo("OWNER");
    }

    @Test
    void keeps_documents_whose_evidence_has_expired() {
        submit(1, document);
        approve(1);
        awaitState(1, "IN_FORCE");
        publish(new QualificationExpired(
                qualification,
                order(1),
                "company-a",
                "示例资质",
                "contact-1",
                List.of(),
                LocalDate.of(2020, 1, 1),
                Instant.now()));
        awaitState(1, "EXPIRED");
        inStateFor("EXPIRED", "9000 days");
        sweep();
        assertThat(used(document)).isTrue();
    }

    @Test
    void withdrawn_revision_keeps_its_documents_for_a_month() {
        submit(1, document);
        publish(new QualificationWithdrawn(qualification, order(1), "company-a", Instant.now()));
        awaitState(1, "WITHDRAWN");
        inStateFor("WITHDRAWN", "31 days");
        sweep();
        assertThat(used(document)).isFalse();
    }

    @Test
    void knows_the_state_of_a_letter_whose_decision_arrives_first() {
        long letter = IDS.incrementAndGet();
        pin(letter, 1, document);
        EventBus.publish(
                new AuthorizationLetterRejected(
                        letter, order(1), "company-a", "示例授权", qualification, null, List.of(), Instant.now()),
                1);
        await().until(() -> state(letter, 1).equals("REJECTED"));
        publish(submission(1, List.of(), new SubmittedLetter(letter, 1, List.of(document))));
        await().until(() -> used(document));
        assertThat(state(letter, 1)).isEqualTo("REJECTED");
    }

    @Test
    void treats_unknown_earlier_revisions_as_superseded() {
        submit(1, document);
        awaitState(1, "IN_REVIEW");
        rows.execute("delete from document_use where subject_id = " + qualification);
        String newer = stored();
        submit(2, newer);
        approve(2);
        awaitState(2, "IN_FORCE");
        awaitState(1, "SUPERSEDED");
    }

    @Test
    void retains_documents_of_a_deleted_qualification_whose_states_are_unknown() {
        submit(1, document);
        rows.execute("delete from document_use where subject_id = " + qualification);
        publish(new QualificationDeleted(qualification, "company-a", Instant.now()));
        awaitState(1, "ENDED");
        sweep();
        assertThat(used(document)).isTrue();
        DocumentsClient.delete("applicant-a", document).isProblem(409, "DOCUMENT_PINNED");
    }

    @Test
    void supersedes_a_revision_whose_approval_a_replica_of_the_release_before_consumed() {
        String newer = stored();
        submit(1, document);
        submit(2, newer);
        approve(2);
        awaitState(2, "IN_FORCE");
        awaitState(1, "SUPERSEDED");
    }

    private void submit(int revision, String... documents) {
        pin(qualification, revision, documents);
        publish(submission(revision, List.of(documents), null));
        awaitState(revision, "IN_REVIEW");
    }

    private void approve(int revision) {
        publish(new QualificationApproved(
                qualification, order(revision), "company-a", "示例资质", "contact-1", Instant.now()));
    }

    private void publish(QualificationEvent event) {
        EventBus.publish(event, ++version);
    }

    private QualificationSubmitted submission(int revision, List<String> documents, @Nullable SubmittedLetter letter) {
        return new QualificationSubmitted(
                qualification,
                order(revision),
                "company-a",
                revision,
                "示例资质",
                "星河示例科技有限公司",
                "91330106673959654P",
                OwnerType.COMPANY,
                Purpose.SELF,
                documents,
                "contact-1",
                Instant.now(),
                letter,
                List.of());
    }

    private long order(int revision) {
        return qualification * 10 + revision;
    }

    private void awaitState(int revision, String expected) {
        await().until(() -> state(qualification, revision).equals(expected));
    }

    private String state(long subject, int revision) {
        return rows.text(
                "select state from document_use where revision = " + revision + " and subject_id = cast(? as bigint)",
                Long.toString(subject));
    }

    private void inStateFor(String state, String interval) {
        rows.execute("update document_use set since = clock_timestamp() - interval '" + interval + "' where state = '"
                + state + "' and subject_id = " + qualification);
    }

    private void sweep() {
        Reactive.run(removeUnused::removeAll);
    }

    private boolean exists(String id) {
        return rows.text("select count(*) from document where id = ?", id).equals("1");
    }

    private boolean used(String id) {
        return rows.text("select unused_since is null from document where id = ?", id)
                .equals("t");
    }

    private void unusedFor(String id, String interval) {
        rows.execute("update document set unused_since = clock_timestamp() - interval '" + interval + "' where id = '"
                + id + "'");
    }

    private static JsonObject evidence(String id) {
        Answer answer = DocumentsClient.getAs(
                Tokens.of("operator"), "/v1/operations/removed-documents?accountId=company-a&documentId=" + id);
        assertThat(answer.status()).isEqualTo(200);
        return answer.json().getJsonArray("items").getJsonObject(0);
    }

    private static String stored() {
        return DocumentsClient.stored("applicant-a", "ID_EMBLEM", SampleFiles.png());
    }

    private static void check(String id) {
        JsonObject request =
                new JsonObject().put("accountId", "company-a").put("documents", new JsonArray().add(wanted(id)));
        assertThat(post("check", request).status()).isEqualTo(200);
    }

    private static void pin(long subject, int revision, String... documents) {
        JsonArray wanted = new JsonArray();
        List.of(documents).forEach(id -> wanted.add(wanted(id)));
        JsonObject request = new JsonObject()
                .put("accountId", "company-a")
                .put("qualificationId", subject)
                .put("revision", revision)
                .put("documents", wanted);
        assertThat(post("pins", request).status()).isEqualTo(200);
    }

    private static JsonObject wanted(String id) {
        return new JsonObject().put("documentId", id).put("kinds", new JsonArray().add("ID_EMBLEM"));
    }

    private static Answer post(String path, JsonObject request) {
        return DocumentsClient.postAs(
                Tokens.service("qualification-service", "document-service"), "/internal/v1/documents/" + path, request);
    }
}
