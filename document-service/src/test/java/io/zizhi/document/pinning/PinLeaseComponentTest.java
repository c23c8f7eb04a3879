package io.zizhi.document.pinning;

import static io.zizhi.platform.testkit.Waits.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.zizhi.contracts.AuthorizationLetterDeleted;
import io.zizhi.contracts.AuthorizationLetterSubmitted;
import io.zizhi.contracts.OwnerType;
import io.zizhi.contracts.Purpose;
import io.zizhi.contracts.QualificationDeleted;
import io.zizhi.contracts.QualificationImported;
import io.zizhi.contracts.QualificationSubmitted;
import io.zizhi.contracts.SubmittedLetter;
import io.zizhi.document.intake.SampleFiles;
import io.zizhi.document.testing.DocumentsClient;
import io.zizhi.document.testing.QualificationServiceDouble;
import io.zizhi.document.testing.Rows;
import io.zizhi.document.testing.WithDoubles;
import io.zizhi.platform.operations.reservation.AttemptOutcome;
import io.zizhi.platform.operations.reservation.LapsedReservations;
import io.zizhi.platform.operations.reservation.ReservedRows;
import io.zizhi.platform.operations.reservation.SubmissionAttempt;
import io.zizhi.platform.testkit.EventBus;
import io.zizhi.platform.testkit.Reactive;
import io.zizhi.platform.testkit.Tokens;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithDoubles
class PinLeaseComponentTest {

    private static final AtomicLong IDS = new AtomicLong(System.currentTimeMillis());
    private static final int REVISION = 1;

    @Inject
    Rows rows;

    @Inject
    LapsedReservations lapsed;

    @Inject
    ReservedRows reserved;

    private final long qualification = IDS.incrementAndGet();
    private final String document = DocumentsClient.stored("applicant-a", "ID_EMBLEM", SampleFiles.png());

    @Test
    void a_pin_lasts_ten_minutes_of_database_time() {
        pin(document);
        assertThat(rows.text(
                        "select reserved_until - clock_timestamp() between interval '9 minutes' and interval '10 minutes'"
                                + " from pin where document_id = ?",
                        document))
                .isEqualTo("t");
    }

    /** The events of qualification-service arrive an hour late. */
    @Test
    void keeps_documents_of_a_submission_whose_event_is_late() {
        pin(document);
        QualificationServiceDouble.settle(qualification, "SUBMITTED");
        hourPasses(document);
        DocumentsClient.delete("applicant-a", document).isProblem(409, "DOCUMENT_PINNED");
        ask();
        await().until(() -> rows.text(
                        "select asked_at is not null and not outcome_unknown from pin where document_id = ?", document)
                .equals("t"));
        DocumentsClient.delete("applicant-a", document).isProblem(409, "DOCUMENT_PINNED");

        EventBus.publish(submitted(document), 1);
        awaitConfirmed(document);
        DocumentsClient.delete("applicant-a", document).isProblem(409, "DOCUMENT_PINNED");
    }

    @Test
    void releases_pins_of_a_failed_submission() {
        pin(document);
        DocumentsClient.delete("applicant-a", document).isProblem(409, "DOCUMENT_PINNED");
        QualificationServiceDouble.settle(qualification, "NOT_SUBMITTED");
        tenMinutesPass(document);
        ask();
        await().until(() -> pins(document).equals("0"));
        assertThat(DocumentsClient.delete("applicant-a", document).status()).isEqualTo(204);
    }

    @Test
    void asks_again_after_growing_pauses_while_the_outcome_is_unknown() {
        pin(document);
        tenMinutesPass(document);
        ask();
        await().until(() -> unknown(document).equals("t"));
        assertThat(Reactive.run(lapsed::measure)).isPositive();
        DocumentsClient.delete("applicant-a", document).isProblem(409, "DOCUMENT_PINNED");

        assertThat(isAskedAfter(document, "20 minutes", "19 minutes")).isFalse();
        assertThat(isAskedAfter(document, "20 minutes", "21 minutes")).isTrue();
        assertThat(isAskedAfter(document, "0 minutes", "50 seconds")).isFalse();
        assertThat(isAskedAfter(document, "0 minutes", "70 seconds")).isTrue();
        assertThat(isAskedAfter(document, "30 hours", "59 minutes")).isFalse();
        assertThat(isAskedAfter(document, "30 hours", "61 minutes")).isTrue();
    }

    @Test
    void pins_stay_while_qualification_service_is_down() {
        pin(document);
        QualificationServiceDouble.settle(qualification, "NOT_SUBMITTED");
        QualificationServiceDouble.breakDown();
        try {
            tenMinutesPass(document);
            try {
                ask();
            } catch (IllegalStateException failure) {
                assertThat(failure).hasMessageContaining("500");
            }
        } finally {
            QualificationServiceDouble.mend();
        }
        assertThat(unknown(document)).isEqualTo("t");
        DocumentsClient.delete("applicant-a", document).isProblem(409, "DOCUMENT_PINNED");
    }

    @Test
    void an_answer_does_not_release_pins_that_were_renewed_meanwhile() {
        SubmissionAttempt attempt = new SubmissionAttempt(qualification, REVISION);
        ReservedRows.Lapsed asked = new ReservedRows.Lapsed(attempt, Instant.now());
        pin(document);
        Reactive.inTransaction(() -> reserved.apply(asked, AttemptOutcome.NOT_SUBMITTED));
        assertThat(pins(document)).isEqualTo("1");
    }

    @Test
    void pinning_again_renews_a_lapsed_pin() {
        pin(document);
        tenMinutesPass(document);
        pin(document);
        DocumentsClient.delete("applicant-a", document).isProblem(409, "DOCUMENT_PINNED");
    }

    @Test
    void a_submission_makes_its_pins_permanent() {
        pin(document);
        EventBus.publish(submitted(document), 1);
        awaitConfirmed(document);
        pin(document);
        tenMinutesPass(document);
        DocumentsClient.delete("applicant-a", document).isProblem(409, "DOCUMENT_PINNED");
        assertThat(DocumentsClient.get("applicant-a", "/v1/documents?used=true&limit=100")
                        .json()
                        .encode())
                .contains("\"usedIn\":[{\"id\":" + qualification + ",\"revision\":" + REVISION + "}]");
    }

    @Test
    void an_import_makes_its_pins_permanent() {
        pin(document);
        EventBus.publish(imported(document), 1);
        awaitConfirmed(document);
        tenMinutesPass(document);
        DocumentsClient.delete("applicant-a", document).isProblem(409, "DOCUMENT_PINNED");
    }

    @Test
    void a_late_submission_event_confirms_lapsed_pins() {
        pin(document);
        tenMinutesPass(document);
        EventBus.publish(submitted(document), 1);
        awaitConfirmed(document);
        DocumentsClient.delete("applicant-a", document).isProblem(409, "DOCUMENT_PINNED");
    }

    @Test
    void releases_pins_of_documents_outside_the_submitted_revision() {
        String replaced = DocumentsClient.stored("applicant-a", "ID_EMBLEM", SampleFiles.png());
        pin(replaced);
        pin(document);
        EventBus.publish(submitted(document), 1);
        awaitConfirmed(document);
        QualificationServiceDouble.settle(qualification, "SUBMITTED");
        tenMinutesPass(replaced);
        ask();
        await().until(() -> pins(replaced).equals("0"));
        assertThat(DocumentsClient.delete("applicant-a", replaced).status()).isEqualTo(204);
        DocumentsClient.delete("applicant-a", document).isProblem(409, "DOCUMENT_PINNED");
    }

    @Test
    void a_submission_with_a_missing_document_is_still_applied() {
        pin(document);
        EventBus.publish(submitted(document, "0".repeat(32)), 1);
        awaitConfirmed(document);
    }

    @Test
    void deletion_of_a_qualification_releases_its_pins() {
        pin(document);
        EventBus.publish(submitted(document), 1);
        awaitConfirmed(document);
        EventBus.publish(new QualificationDeleted(qualification, "company-a", Instant.now()), 2);
        await().until(() -> rows.text("select count(*) from pin where document_id = ?", document)
                .equals("0"));
        assertThat(DocumentsClient.delete("applicant-a", document).status()).isEqualTo(204);
    }

    @Test
    void pins_a_letters_picture_until_the_letter_is_deleted() {
        pin(document);
        EventBus.publish(
                new AuthorizationLetterSubmitted(
                        qualification,
                        qualification * 10,
                        "company-a",
                        REVISION,
                        "示例授权",
                        "星河示例科技有限公司",
                        "91330106673959654P",
                        OwnerType.COMPANY,
                        List.of(document),
                        null,
                        Instant.now()),
                1);
        awaitConfirmed(document);
        tenMinutesPass(document);
        DocumentsClient.delete("applicant-a", document).isProblem(409, "DOCUMENT_PINNED");

        EventBus.publish(new AuthorizationLetterDeleted(qualification, "company-a", Instant.now()), 2);
        await().until(() -> rows.text("select count(*) from pin where document_id = ?", document)
                .equals("0"));
    }

    @Test
    void a_qualifications_submission_pins_the_picture_of_its_letter() {
        pin(document);
        QualificationSubmitted plain = submitted();
        EventBus.publish(
                new QualificationSubmitted(
                        IDS.incrementAndGet(),
                        plain.workOrder(),
                        plain.accountId(),
                        1,
                        plain.name(),
                        plain.companyName(),
                        plain.creditCode(),
                        plain.ownerType(),
                        Purpose.THIRD_PARTY,
                        List.of(),
                        plain.contactId(),
                        plain.submittedAt(),
                        new SubmittedLetter(qualification, REVISION, List.of(document)),
                        List.of()),
                1);
        awaitConfirmed(document);
    }

    private void pin(String documentId) {
        JsonObject request = new JsonObject()
                .put("accountId", "company-a")
                .put("qualificationId", qualification)
                .put("revision", REVISION)
                .put(
                        "documents",
                        new JsonArray()
                                .add(new JsonObject()
                                        .put("documentId", documentId)
                                        .put("kinds", new JsonArray().add("ID_EMBLEM"))));
        assertThat(DocumentsClient.postAs(
                                Tokens.service("qualification-service", "document-service"),
                                "/internal/v1/documents/pins",
                                request)
                        .status())
                .isEqualTo(200);
    }

    private void tenMinutesPass(String documentId) {
        rows.execute("update pin set reserved_until = reserved_until - interval '10 minutes' where document_id = '"
                + documentId + "'");
    }

    private void hourPasses(String documentId) {
        rows.execute("update pin set reserved_until = reserved_until - interval '70 minutes' where document_id = '"
                + documentId + "'");
    }

    /** The loop asks too: it may have claimed the pins before. */
    private void ask() {
        Reactive.run(lapsed::round);
    }

    /** Returns whether a pin is asked about again, this long after a question that came this long after its term. */
    private boolean isAskedAfter(String documentId, String lapsedBefore, String asked) {
        rows.execute("update pin set asked_at = clock_timestamp() - interval '" + asked
                + "', reserved_until = clock_timestamp() - interval '" + asked + "' - interval '" + lapsedBefore
                + "' where document_id = '" + documentId + "'");
        ask();
        return rows.text(
                        "select asked_at > clock_timestamp() - interval '40 seconds' from pin where document_id = ?",
                        documentId)
                .equals("t");
    }

    private String pins(String documentId) {
        return rows.text("select count(*) from pin where document_id = ?", documentId);
    }

    private String unknown(String documentId) {
        return rows.text("select outcome_unknown from pin where document_id = ?", documentId);
    }

    private void awaitConfirmed(String documentId) {
        await().until(() -> rows.text("select reserved_until is null from pin where document_id = ?", documentId)
                .equals("t"));
    }

    private QualificationImported imported(String documentId) {
        return new QualificationImported(
                qualification,
                qualification * 10 + REVISION,
                "company-a",
                REVISION,
                "示例资质",
                "星河示例科技有限公司",
                "91330106673959654P",
                OwnerType.COMPANY,
                Purpose.SELF,
                List.of(documentId),
                "legacy-portal",
                "ZZ-1",
                LocalDate.of(2025, 6, 1),
                null,
                Instant.now());
    }

    private QualificationSubmitted submitted(String... documentIds) {
        return new QualificationSubmitted(
                qualification,
                qualification * 10 + REVISION,
                "company-a",
                REVISION,
                "示例资质",
                "星河示例科技有限公司",
                "91330106673959654P",
                OwnerType.COMPANY,
                Purpose.SELF,
                List.of(documentIds),
                "contact-1",
                Instant.now());
    }
}
