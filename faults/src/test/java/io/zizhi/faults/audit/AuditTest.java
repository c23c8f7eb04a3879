package io.zizhi.faults.audit;

import static io.zizhi.faults.evidence.Evidence.DOCUMENT;
import static io.zizhi.faults.evidence.Evidence.NOTIFICATION;
import static io.zizhi.faults.evidence.Evidence.QUALIFICATION;
import static io.zizhi.faults.evidence.Evidence.REVIEW;
import static org.assertj.core.api.Assertions.assertThat;

import io.zizhi.contracts.Topics;
import io.zizhi.faults.audit.answers.AnswersAreTrue;
import io.zizhi.faults.audit.notices.OneMessagePerResult;
import io.zizhi.faults.audit.notices.OneNoticePerDecision;
import io.zizhi.faults.audit.notices.TimersFireOnce;
import io.zizhi.faults.driver.history.Moment;
import io.zizhi.faults.driver.history.Operation;
import io.zizhi.faults.evidence.Evidence;
import io.zizhi.faults.evidence.Invariant;
import io.zizhi.faults.evidence.Page;
import io.zizhi.faults.evidence.Personal;
import io.zizhi.faults.evidence.PolicyTable;
import io.zizhi.faults.evidence.Row;
import io.zizhi.faults.evidence.StoredObject;
import io.zizhi.faults.evidence.TopicRecord;
import io.zizhi.faults.evidence.Violation;
import io.zizhi.faults.suite.Poison;
import io.zizhi.faults.suite.Strike;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Checks that every invariant accepts a valid world and rejects a corrupted one. */
class AuditTest {

    private static final String REMINDER = "1/101/QUALIFICATION_EXPIRING/7/2026-12-02";

    private final World world = new World();

    @Test
    void valid_world_has_no_violations() {
        assertThat(Audit.of(world.evidence())).isEmpty();
    }

    @Test
    void empty_evidence_proves_nothing() {
        Evidence nothing = new Evidence(
                World.START,
                List.of(),
                Map.of(),
                List.of(),
                List.of(),
                Duration.ZERO,
                List.of(),
                List.of(),
                new PolicyTable(Map.of()),
                World.REMIND_AT,
                List.of(),
                new Personal(Set.of(), Set.of(), Set.of()),
                List.of(),
                List.of());

        assertThat(Audit.of(nothing))
                .extracting(Violation::invariant)
                .containsOnlyOnceElementsOf(
                        Audit.invariants().stream().map(Invariant::id).toList());
    }

    @Test
    void empty_tables_prove_nothing() {
        world.tables.values().forEach(tables -> tables.values().forEach(List::clear));
        world.records.clear();
        world.operations.clear();
        world.objects.clear();
        world.pages.clear();
        world.webhooks.clear();

        assertThat(Audit.of(world.evidence()))
                .filteredOn(violation -> violation.what().equals("No data to check exists"))
                .extracting(Violation::invariant)
                .containsExactlyElementsOf(
                        Audit.invariants().stream().map(Invariant::id).toList());
    }

    @Test
    void reports_missing_table() {
        Map<String, Map<String, List<Row>>> tables =
                new HashMap<>(world.evidence().tables());
        Map<String, List<Row>> review = new HashMap<>(Objects.requireNonNull(tables.get(REVIEW)));
        review.remove("decision");
        tables.put(REVIEW, review);

        assertThat(Audit.of(with(tables)))
                .extracting(Violation::what)
                .contains("It could not be checked: review-service has no table decision");
    }

    @Test
    void reports_duplicate_value_of_unique_column() {
        world.put(REVIEW, "review", "work_order", 101, "status", "OPEN");

        assertThat(Audit.of(world.evidence()))
                .extracting(Violation::what)
                .anyMatch(what -> what.contains("review of review-service has two rows with one work_order"));
    }

    private Evidence with(Map<String, Map<String, List<Row>>> tables) {
        Evidence sound = world.evidence();
        return new Evidence(
                sound.takenAt(),
                sound.operations(),
                tables,
                sound.records(),
                sound.objects(),
                sound.orphanAge(),
                sound.poison(),
                sound.strikes(),
                sound.policies(),
                sound.remindAt(),
                sound.pages(),
                sound.personal(),
                sound.gateway(),
                sound.webhooks());
    }

    @Test
    void invariants_have_unique_names() {
        assertThat(Audit.invariants())
                .extracting(Invariant::id)
                .doesNotHaveDuplicates()
                .hasSize(18);
    }

    @Test
    void i1_finds_lost_submission() {
        world.remove(QUALIFICATION, "submission_key", "key", "k2");
        world.remove(QUALIFICATION, "revision", "work_order", 102);
        violates("I1", "Submission [102] under key k2 is missing");
    }

    @Test
    void i1_finds_accepted_submission_after_rejection() {
        world.operations.removeIf(operation -> operation.sent("key").equals("k1"));
        world.asked("submit", Moment.FAIL, 1, 1, Map.of("key", "k1"));
        violates("I1", "The rejected submission under key k1 was accepted");
    }

    @Test
    void i1_allows_unanswered_submission_either_way() {
        world.operations.removeIf(operation -> operation.sent("key").equals("k1"));
        world.asked("submit", Moment.INFO, 1, 1, Map.of("key", "k1"));
        world.asked("submit", Moment.INFO, 1, 3, Map.of("key", "k9"));
        assertThat(Audit.of(world.evidence())).isEmpty();
    }

    @Test
    void i1_finds_key_with_two_responses() {
        world.did(
                "applicant-1",
                "submit",
                Moment.OK,
                Map.of("id", "1", "version", "1", "key", "k1"),
                Map.of("workOrder", "103"));
        violates("I1", "Key k1 was answered with several work orders");
    }

    @Test
    void i1_finds_lost_decision() {
        world.did("reviewer-b", "decide", Moment.OK, Map.of("workOrder", "102", "outcome", "REJECTED"), Map.of());
        violates("I1", "The decision on 102 is missing or different");
        violates("I1", "The decide of 102 by reviewer-b is missing");
    }

    @Test
    void i1_finds_lost_proposal() {
        world.did("reviewer-a", "propose", Moment.OK, Map.of("workOrder", "102", "outcome", "REJECTED"), Map.of());
        violates("I1", "The proposal for 102 is missing or different");
        violates("I1", "The propose of 102 by reviewer-a is missing");
    }

    @Test
    void i1_finds_lost_confirmation() {
        world.did("reviewer-b", "confirm", Moment.OK, Map.of("workOrder", "102"), Map.of());
        violates("I1", "The confirmation of 102 is missing");
    }

    @Test
    void i1_finds_lost_undo() {
        world.did("reviewer-a", "undo", Moment.OK, Map.of("workOrder", "101"), Map.of());
        violates("I1", "The undo of 101 is missing");
    }

    @Test
    void i1_finds_undo_without_request() {
        world.put(REVIEW, "undone_decision", "work_order", 102, "reviewer_id", "reviewer-a", "undone_by", "reviewer-a");
        world.did("reviewer-a", "undo", Moment.FAIL, Map.of("workOrder", "102"), Map.of());
        violates("I1", "A decision on 102 was undone without a request");
    }

    @Test
    void i1_finds_lost_upload() {
        world.did("applicant-1", "upload", Moment.OK, World.UPLOAD, Map.of("documentId", "d2", "sha256", "def"));
        violates("I1", "The uploaded document d2 is missing or different");
    }

    @Test
    void i1_finds_stored_upload_after_rejection() {
        world.document("d2");
        world.did("applicant-1", "upload", Moment.FAIL, World.UPLOAD, Map.of());
        violates("I1", "No upload for the document d2");
    }

    @Test
    void i1_finds_unanswered_upload_stored_twice() {
        world.did("applicant-1", "upload", Moment.INFO, World.UPLOAD, Map.of());
        world.document("d2");
        world.objects.add(new StoredObject("documents/d2", "abc", World.START));
        assertThat(Audit.of(world.evidence())).isEmpty();
        world.document("d3");
        violates("I1", "No upload for the document d3");
    }

    @Test
    void i1_finds_lost_code() {
        world.did("applicant-1", "requestCode", Moment.OK, World.ACCOUNT, Map.of("verificationId", "v3"));
        violates("I1", "No code was sent for v3");
        violates("I1", "The phone verification v3 is missing");
    }

    @Test
    void i1_allows_number_erased_with_its_qualification() {
        world.remove(NOTIFICATION, "phone_verification", "verification_id", "v1");
        violates("I1", "The phone verification v1 is missing");
        deleteTheFirst();
        assertThat(Audit.of(world.evidence())).isEmpty();
    }

    @Test
    void i1_finds_code_sent_after_rejection() {
        world.did("applicant-1", "requestCode", Moment.FAIL, World.ACCOUNT, Map.of());
        world.verification("v3", "ISSUED");
        world.code("m4", "v3");
        violates("I1", "A code was sent whose request was rejected or does not exist");
    }

    @Test
    void i1_finds_two_codes_for_unanswered_request() {
        world.did("applicant-1", "requestCode", Moment.INFO, World.ACCOUNT, Map.of());
        world.verification("v3", "ISSUED");
        world.code("m4", "v3");
        assertThat(Audit.of(world.evidence())).isEmpty();
        world.verification("v5", "ISSUED");
        world.code("m5", "v5");
        violates("I1", "A code was sent whose request was rejected or does not exist");
    }

    @Test
    void i1_finds_entered_code_open_again() {
        world.row(NOTIFICATION, "phone_verification", "verification_id", "v1").put("status", "ISSUED");
        violates("I1", "The phone of v1 was verified but is not");
    }

    @Test
    void i1_finds_rejected_code_counted_as_entered() {
        world.operations.removeIf(operation -> operation.sent("verification").equals("v1"));
        world.did("applicant-1", "verify", Moment.FAIL, Map.of("verification", "v1"), Map.of());
        violates("I1", "The phone of v1 is verified although its code was rejected or never entered");
    }

    @Test
    void i1_finds_code_accepted_twice() {
        world.did("applicant-1", "verify", Moment.OK, Map.of("verification", "v1"), Map.of());
        violates("I1", "The code of v1 was accepted 2 times");
    }

    @Test
    void i1_finds_uncounted_wrong_code() {
        world.did(
                "applicant-1", "guess", Moment.FAIL, Map.of("verification", "v1"), Map.of("code", "PHONE_CODE_WRONG"));
        violates("I1", "Wrong codes for v1: 1 rejected, 0 counted");
        world.row(NOTIFICATION, "phone_verification", "verification_id", "v1").put("wrong_tries", 1);
        assertThat(Audit.of(world.evidence())).isEmpty();
    }

    @Test
    void i1_finds_accepted_wrong_code() {
        world.did("applicant-1", "guess", Moment.OK, Map.of("verification", "v1"), Map.of());
        violates("I1", "A wrong code was accepted for v1");
    }

    @Test
    void i1_finds_lost_draft() {
        world.did("applicant-1", "draft", Moment.OK, Map.of("qualificationName", "name3"), Map.of("id", "3"));
        violates("I1", "The draft 3 is missing");
    }

    @Test
    void i1_finds_draft_after_rejection() {
        world.operations.removeIf(
                operation -> operation.sent("qualificationName").equals("name1"));
        world.did("applicant-1", "draft", Moment.FAIL, Map.of("qualificationName", "name1"), Map.of());
        violates("I1", "The draft name1 exists although its request was rejected or does not exist");
    }

    @Test
    void i1_finds_unanswered_draft_stored_twice() {
        world.row(QUALIFICATION, "qualification", "id", 2).put("name", "name1");
        violates("I1", "The draft name1 exists 2 times");
    }

    @Test
    void i1_finds_lost_edit() {
        world.asked("edit", Moment.OK, 1, 3, Map.of("material", "d7"));
        violates("I1", "The edit of qualification 1 is missing");
        violates("I1", "The change by an edit of 1 is missing: d7");
    }

    @Test
    void i1_finds_edit_only_in_timeline() {
        world.asked("edit", Moment.OK, 1, 3, Map.of("material", "d7"));
        world.act(1, "AMENDMENT_OPENED");
        violates("I1", "The change by an edit of 1 is missing: d7");
        world.put(QUALIFICATION, "revision", "id", 13, "qualification_id", 1, "content", "[\"d7\"]");
        assertThat(Audit.of(world.evidence())).isEmpty();
    }

    @Test
    void i1_finds_edit_after_rejection() {
        world.asked("edit", Moment.FAIL, 1, 3, Map.of("material", "d7"));
        world.put(QUALIFICATION, "revision", "id", 13, "qualification_id", 1, "content", "[\"d7\"]");
        violates("I1", "A rejected edit changed the form of 1: d7");
        world.act(1, "AMENDMENT_OPENED");
        violates(
                "I1",
                "AMENDMENT_OPENED happened to qualification 1 although its request was rejected or does not exist");
    }

    @Test
    void i1_ignores_amendment_opened_by_filing_system() {
        world.act(1, "AMENDMENT_OPENED").put("role", "carrier-filing-system");
        assertThat(new AnswersAreTrue().check(world.evidence())).isEmpty();
    }

    @Test
    void i1_does_not_take_amendment_of_filing_system_for_edit() {
        world.asked("edit", Moment.OK, 1, 3, Map.of("material", "d7"));
        world.act(1, "AMENDMENT_OPENED").put("role", "carrier-filing-system");
        violates("I1", "The edit of qualification 1 is missing");
    }

    @Test
    void i1_finds_unanswered_edit_made_twice() {
        world.asked("edit", Moment.INFO, 1, 3, Map.of("material", "d7"));
        world.asked("edit", Moment.FAIL, 1, 3, Map.of("material", "d7"));
        world.act(1, "AMENDMENT_OPENED");
        assertThat(Audit.of(world.evidence())).isEmpty();
        world.act(1, "EDITED");
        violates("I1", "EDITED happened to qualification 1 although its request was rejected or does not exist");
    }

    @Test
    void i1_finds_response_with_wrong_version() {
        world.row(QUALIFICATION, "qualification", "id", 1).put("version", 4);
        violates("I1", "Qualification 1 is at version 4 after 3 acts");
        world.did(
                "applicant-1",
                "edit",
                Moment.OK,
                Map.of("id", "1", "version", "3", "material", "d7"),
                Map.of("version", "5"));
        violates("I1", "The edit of qualification 1 was answered with a version other than 4");
    }

    @Test
    void i1_finds_lost_discard_of_amendment() {
        world.asked("edit", Moment.OK, 1, 3, Map.of("material", "d7"));
        world.act(1, "AMENDMENT_OPENED");
        world.asked("discard", Moment.OK, 1, 4, Map.of());
        violates("I1", "The discard of qualification 1 is missing");
        world.act(1, "AMENDMENT_DISCARDED");
        assertThat(Audit.of(world.evidence())).isEmpty();
    }

    @Test
    void i1_finds_lost_withdrawal() {
        world.asked("withdraw", Moment.OK, 2, 2, Map.of("workOrder", "102"));
        violates("I1", "The withdrawal of 102 is missing");
        violates("I1", "The withdraw of qualification 2 is missing");
    }

    @Test
    void i1_finds_lost_deletion() {
        world.asked("delete", Moment.OK, 1, 3, Map.of());
        violates("I1", "The delete of qualification 1 is missing");
    }

    @Test
    void i1_finds_existing_deleted_qualification() {
        deleteTheFirst();
        assertThat(Audit.of(world.evidence())).isEmpty();
        world.row(QUALIFICATION, "qualification", "id", 1).put("deleted_at", null);
        violates("I1", "Qualification 1 exists although it was deleted");
        violates("I10", "The events of 1 lead to deleted but its row has another state");
    }

    @Test
    void i1_finds_deletion_after_rejection() {
        deleteTheFirst();
        world.operations.removeIf(operation -> operation.name().equals("delete"));
        world.asked("delete", Moment.FAIL, 1, 3, Map.of());
        violates("I1", "DELETED happened to qualification 1 although its request was rejected or does not exist");
    }

    /** Deletes qualification 1 after its reminder; this cancels timers that are still armed. */
    private void deleteTheFirst() {
        world.deleted(1, World.START.plusSeconds(12));
        world.rows(QUALIFICATION, "timer").stream()
                .filter(timer -> "ARMED".equals(timer.get("state")))
                .forEach(timer -> timer.put("state", "CANCELLED"));
    }

    @Test
    void i1_finds_lost_claim() {
        world.did("reviewer-b", "claim", Moment.OK, Map.of("workOrder", "102"), Map.of());
        violates("I1", "The claim of 102 by reviewer-b is missing");
    }

    @Test
    void i1_allows_repeated_claim_with_same_response() {
        claimTheSecond();
        world.did("reviewer-b", "claim", Moment.INFO, Map.of("workOrder", "102"), Map.of());
        world.did(World.START.plusSeconds(2), "reviewer-b", "claim", Moment.OK, Map.of("workOrder", "102"), Map.of());
        assertThat(Audit.of(world.evidence())).isEmpty();
        world.event("e-r7", Topics.REVIEW, "102", "zizhi.review.released.v1", "{}");
        violates("I1", "The claim of 102 by reviewer-b is missing");
    }

    @Test
    void i1_finds_claim_after_rejection() {
        claimTheSecond();
        world.did("reviewer-b", "claim", Moment.FAIL, Map.of("workOrder", "102"), Map.of());
        violates("I1", "A claim of 102 happened although its request was rejected or does not exist");
    }

    @Test
    void i1_finds_unanswered_claim_made_twice() {
        claimTheSecond();
        world.did("reviewer-b", "claim", Moment.INFO, Map.of("workOrder", "102"), Map.of());
        assertThat(Audit.of(world.evidence())).isEmpty();
        world.audited("reviewer-b", "review.claimed", 102);
        violates("I1", "A claim of 102 happened although its request was rejected or does not exist");
    }

    @Test
    void i1_finds_audited_but_unpublished_claim() {
        world.audited("reviewer-b", "review.claimed", 102);
        world.did("reviewer-b", "claim", Moment.OK, Map.of("workOrder", "102"), Map.of());
        violates("I1", "The claims of 102 differ between events and audit log");
    }

    @Test
    void i1_finds_lost_release() {
        world.did("reviewer-b", "release", Moment.OK, Map.of("workOrder", "102"), Map.of());
        violates("I1", "The release of 102 by reviewer-b is missing");
    }

    @Test
    void i1_finds_release_after_rejection() {
        world.audited("reviewer-b", "review.released", 102);
        world.did("reviewer-b", "release", Moment.FAIL, Map.of("workOrder", "102"), Map.of());
        violates("I1", "A release of 102 happened although its request was rejected or does not exist");
    }

    private void claimTheSecond() {
        world.audited("reviewer-b", "review.claimed", 102);
        world.row(REVIEW, "review", "work_order", 102).put("status", "CLAIMED");
        world.event("e-r6", Topics.REVIEW, "102", "zizhi.review.claimed.v1", "{\"reviewerId\":\"reviewer-b\"}");
    }

    @Test
    void i1_finds_lost_letter_submission() {
        world.remove(QUALIFICATION, "letter_submission", "work_order", 107);
        world.remove(QUALIFICATION, "submission_key", "work_order", 107);
        violates("I1", "Submission [107] under key k7 is missing");
    }

    @Test
    void i1_finds_letter_submission_without_request() {
        world.operations.removeIf(operation -> operation.sent("key").equals("k7"));
        violates("I1", "No request for the submission under key k7");
        violates("I1", "SUBMITTED happened to letter 7 although its request was rejected or does not exist");
    }

    @Test
    void i1_finds_letter_submission_without_key() {
        world.remove(QUALIFICATION, "submission_key", "work_order", 107);
        violates("I1", "A letter was submitted without a key: 107");
    }

    @Test
    void i1_finds_lost_letter_draft() {
        world.did("applicant-3", "draftLetter", Moment.OK, Map.of("letterName", "letter9"), Map.of("id", "9"));
        violates("I1", "The draft 9 is missing");
    }

    @Test
    void i1_finds_letter_draft_without_request() {
        world.operations.removeIf(operation -> operation.sent("letterName").equals("letter7"));
        violates("I1", "The draft letter7 exists although its request was rejected or does not exist");
    }

    @Test
    void i1_finds_letter_state_that_differs_from_its_acts() {
        world.row(QUALIFICATION, "authorization_letter", "id", 7).put("version", 4);
        violates("I1", "Letter 7 is at version 4 after 3 acts");
    }

    @Test
    void i1_finds_lost_letter_deletion() {
        world.did("applicant-3", "deleteLetter", Moment.OK, Map.of("id", "7", "version", "3"), Map.of());
        violates("I1", "The deleteLetter of letter 7 is missing");
    }

    @Test
    void i1_finds_lost_letter_withdrawal() {
        world.did(
                "applicant-3",
                "withdrawLetter",
                Moment.OK,
                Map.of("id", "7", "version", "2", "workOrder", "107"),
                Map.of("version", "3"));
        violates("I1", "The withdrawal of 107 is missing");
    }

    @Test
    void i1_finds_carried_letter_submitted_without_qualification() {
        world.row(QUALIFICATION, "timeline_entry", "work_order", 106).put("work_order", 102);
        violates("I1", "SUBMITTED happened to letter 8 although its request was rejected or does not exist");
    }

    @Test
    void i1_finds_lost_sheet() {
        world.rows(QUALIFICATION, "bulk_filing").clear();
        violates("I1", "The bulk filing 30000001 is missing or different");
    }

    @Test
    void i1_finds_sheet_after_rejection() {
        world.operations.removeIf(operation -> operation.name().equals("uploadSheet"));
        world.did("applicant-3", "uploadSheet", Moment.FAIL, World.SHEET, Map.of());
        violates("I1", "The bulk filing 30000001 exists although its request was rejected or does not exist");
        violates("I1", "The draft name4 exists although its request was rejected or does not exist");
    }

    @Test
    void i1_allows_unanswered_sheet_twice_with_one_draft_per_row() {
        world.did("applicant-3", "uploadSheet", Moment.INFO, World.SHEET, Map.of());
        world.put(
                QUALIFICATION,
                "bulk_filing",
                "id",
                30_000_002,
                "account_id",
                "agency",
                "row_count",
                1,
                "created_at",
                World.MEANWHILE);
        world.put(QUALIFICATION, "bulk_row", "filing_id", 30_000_002, "number", 2, "state", "FAILED");
        assertThat(Audit.of(world.evidence())).isEmpty();
        world.row(QUALIFICATION, "qualification", "id", 2).put("name", "name4");
        violates("I1", "The draft name4 exists 2 times");
    }

    @Test
    void i1_finds_accepted_row_never_submitted() {
        world.row(QUALIFICATION, "qualification", "id", 4).put("current_revision", null);
        violates("I1", "Row 30000001 2 was accepted but never submitted");
    }

    @Test
    void i1_finds_unfinished_row() {
        world.bulkRow(3, "READY", null, null);
        violates("I1", "Row 30000001 3 is unfinished");
    }

    @Test
    void i1_finds_two_rows_with_one_qualification() {
        world.bulkRow(3, "FAILED", 4, null);
        violates("I1", "Several rows became qualification 4");
    }

    @Test
    void i1_accepts_skipped_row_with_submission_of_another() {
        world.bulkRow(3, "SKIPPED", 4, 104).put("qualification_version", null);
        assertThat(Audit.of(world.evidence())).isEmpty();
    }

    @Test
    void i1_finds_row_with_lost_qualification() {
        world.bulkRow(3, "FAILED", 9, null);
        violates("I1", "The qualification of row 30000001 3 is missing");
    }

    @Test
    void i1_finds_row_wrongly_marked_submitted() {
        world.bulkRow(3, "SUBMITTED", 2, 109);
        violates("I1", "Row 30000001 3 is SUBMITTED and 0 revisions have work order 109");
    }

    @Test
    void i1_finds_row_reported_with_wrong_work_order() {
        world.did("applicant-3", "readRows", Moment.OK, Map.of("filing", "30000001"), Map.of("submitted", "2:105"));
        violates("I1", "Row 2 of bulk filing 30000001 was reported as submitted under 105 but is not");
    }

    @Test
    void i1_finds_sheet_submission_without_row() {
        world.rows(QUALIFICATION, "bulk_row").clear();
        violates("I1", "No request for the submission under key bulk-30000001-2");
        violates("I1", "SUBMITTED happened to qualification 4 although its request was rejected or does not exist");
    }

    @Test
    void i2_finds_submission_without_review() {
        world.remove(REVIEW, "review", "work_order", 102);
        violates("I2", "Submission 102 has no review");
    }

    @Test
    void i2_finds_open_review_of_decided_qualification() {
        world.row(REVIEW, "review", "work_order", 101).put("status", "OPEN");
        violates("I2", "disagree on whether it is in review");
    }

    @Test
    void i2_finds_review_without_submission() {
        world.put(REVIEW, "review", "work_order", 999, "status", "CANCELLED");
        violates(new OneReviewPerSubmission(), "No submission of review 999");
    }

    @Test
    void i2_finds_letter_submission_without_review() {
        world.remove(REVIEW, "review", "work_order", 107);
        violates("I2", "Submission 107 has no review");
    }

    @Test
    void i2_finds_letter_waiting_for_decided_review() {
        world.row(QUALIFICATION, "authorization_letter", "id", 7).put("status", "IN_REVIEW");
        violates("I2", "Review and letter of 107 disagree on whether it is in review");
    }

    @Test
    void i2_finds_letter_with_result_unlike_its_review() {
        world.row(QUALIFICATION, "letter_submission", "work_order", 107).put("outcome", "REJECTED");
        violates("I2", "Review and submission 107 disagree on the outcome");
    }

    @Test
    void i2_finds_open_review_of_withdrawn_letter() {
        world.event(
                "e-l73",
                Topics.QUALIFICATION,
                "7",
                "zizhi.qualification.letter-withdrawn.v1",
                "{\"workOrder\":107,\"qualificationId\":null}");
        violates("I2", "Submission 107 was withdrawn but its review continues");
    }

    @Test
    void i2_finds_letter_review_with_wrong_subject() {
        world.row(REVIEW, "review", "work_order", 107).put("subject", "QUALIFICATION");
        violates("I2", "Review 107 has another subject");
    }

    @Test
    void i2_finds_carried_letter_with_result_unlike_its_review() {
        world.row(QUALIFICATION, "letter_submission", "work_order", 106).put("outcome", "REJECTED");
        violates("I2", "The letter of 106 does not have the result of its review");
    }

    @Test
    void i2_finds_carried_letter_still_waiting() {
        world.row(QUALIFICATION, "authorization_letter", "id", 8).put("status", "IN_REVIEW");
        violates("I2", "The letter of 106 is not in review as long as its qualification");
    }

    @Test
    void i2_finds_carried_letter_of_unsubmitted_qualification() {
        world.row(QUALIFICATION, "letter_submission", "work_order", 106).put("qualification_id", 2);
        violates("I2", "No qualification was submitted with the letter of 106");
    }

    @Test
    void i3_finds_letter_decision_without_result() {
        world.records.removeIf(record -> record.header("ce_id").equals("e-l72"));
        violates("I3", "Work order 107: decisions and results of qualifications differ, 1 and 0");
    }

    @Test
    void i3_finds_letter_decision_without_one_notice() {
        world.remove(NOTIFICATION, "notice", "work_order", 107);
        violates("I3", "Work order 107: decisions and notices differ, 1 and 0");
        world.put(NOTIFICATION, "notice", "work_order", 107, "message_id", "n7");
        world.notice("2/107/LETTER_APPROVED", 107, "n8", "LETTER_APPROVED");
        violates("I3", "Work order 107: decisions and notices differ, 1 and 2");
    }

    @Test
    void i3_finds_notice_of_letter_without_contact() {
        world.row(QUALIFICATION, "letter_submission", "letter_id", 7).put("account_id", "company-b");
        approvedWithContact("null");
        violates("I3", "Work order 107: decisions and notices differ, 0 and 1");
        world.remove(NOTIFICATION, "notice", "work_order", 107);
        assertThat(new OneNoticePerDecision().check(world.evidence())).isEmpty();
    }

    @Test
    void i3_finds_carried_letter_without_result() {
        world.records.removeIf(record -> record.header("ce_id").equals("e-l81"));
        violates("I3", "Work order 106: decisions and results of carried letters differ, 1 and 0");
    }

    private void approvedWithContact(String contact) {
        world.records.replaceAll(record -> record.header("ce_id").equals("e-l72")
                ? world.record(
                        "e-l72",
                        record.topic(),
                        "7",
                        2,
                        record.header("ce_type"),
                        "{\"workOrder\":107,\"qualificationId\":null,\"contact\":" + contact + "}")
                : record);
    }

    @Test
    void i3_finds_decision_without_notice() {
        world.remove(NOTIFICATION, "notice", "work_order", 101);
        violates("I3", "Work order 101: decisions and notices differ, 1 and 0");
    }

    @Test
    void i3_finds_decision_notified_twice() {
        world.put(NOTIFICATION, "notice", "work_order", 101, "message_id", "m1");
        violates("I3", "Work order 101: decisions and notices differ, 1 and 2");
    }

    @Test
    void i3_finds_decision_missing_in_qualification() {
        world.rows(QUALIFICATION, "timeline_entry")
                .removeIf(entry -> "APPROVED".equals(entry.get("act"))
                        && Integer.valueOf(101).equals(entry.get("work_order")));
        violates("I3", "decisions and entries of timelines differ, 1 and 0");
    }

    @Test
    void i4_finds_notice_whose_message_never_arrived() {
        world.remove(NOTIFICATION, "local_inbox", "message_id", "m1");
        violates("I4", "Message m1 is ACCEPTED but never arrived");
    }

    @Test
    void i4_finds_message_handed_over_twice() {
        world.put(NOTIFICATION, "local_hand_over", "message_id", "m1", "attempt", 2, "taken", false);
        assertThat(new OneMessagePerResult().check(world.evidence())).isEmpty();
        world.put(NOTIFICATION, "local_hand_over", "message_id", "m1", "attempt", 2, "taken", true);
        violates("I4", "Message m1 was handed over 2 times");
    }

    @Test
    void i4_finds_message_without_hand_over_record() {
        world.remove(NOTIFICATION, "local_hand_over", "message_id", "m1");
        violates("I4", "Message m1 was handed over 0 times");
    }

    @Test
    void i4_finds_message_without_final_status() {
        world.row(NOTIFICATION, "sms_message", "message_id", "code-v1").put("status", "UNKNOWN");
        violates("I4", "Message code-v1 has no final status, it is UNKNOWN");
    }

    @Test
    void i4_finds_phone_verification_used_twice() {
        world.records.replaceAll(record -> record.header("ce_id").equals("e-q2")
                ? world.record("e-q2", record.topic(), "2", 1, record.header("ce_type"), "{\"contactId\":\"v1\"}")
                : record);
        violates("I4", "The verified phone of v1 was used 2 times");
    }

    @Test
    void i3_allows_no_notice_of_decision_withdrawn_before_publication() {
        world.row(REVIEW, "review", "work_order", 102).put("superseded_at", World.MEANWHILE);
        world.put(REVIEW, "decision", "work_order", 102, "outcome", "APPROVED", "reviewer_id", "reviewer-b");
        violates("I3", "Work order 102: decisions and events of decisions differ, 1 and 0");
        world.event("e-r6", Topics.REVIEW, "102", "zizhi.review.cancelled.v1", "{}");
        assertThat(new OneNoticePerDecision().check(world.evidence())).isEmpty();
    }

    @Test
    void i4_finds_alert_without_staff_notice() {
        world.put(NOTIFICATION, "staff_subscription", "subscription_id", 1, "created_at", World.START);
        violates("I4", "1 reviews were WARNED, but staff were notified of 0");
        world.put(NOTIFICATION, "staff_notice", "subscription_id", 1, "kind", "WARNED", "reviews", 1);
        assertThat(Audit.of(world.evidence())).isEmpty();
    }

    @Test
    void i4_ignores_alerts_before_subscription() {
        world.put(NOTIFICATION, "staff_subscription", "subscription_id", 1, "created_at", World.START.plusSeconds(16));
        assertThat(Audit.of(world.evidence())).isEmpty();
    }

    @Test
    void i4_finds_reminder_missing_or_sent_twice() {
        world.remove(NOTIFICATION, "notice", "message_id", "n1");
        violates("I4", "Reminder 1/101/QUALIFICATION_EXPIRING/7/2026-12-02 was sent 0 times");
        world.put(NOTIFICATION, "notice", "notice_key", REMINDER, "work_order", 101, "message_id", "n1");
        assertThat(Audit.of(world.evidence())).isEmpty();
        world.notice(REMINDER, 101, "n2", "QUALIFICATION_EXPIRING");
        violates("I4", "Reminder 1/101/QUALIFICATION_EXPIRING/7/2026-12-02 was sent 2 times");
    }

    @Test
    void i4_finds_reminder_without_expiring_evidence() {
        world.notice("1/101/QUALIFICATION_EXPIRING/1/2026-11-26", 101, "n2", "QUALIFICATION_EXPIRING");
        violates("I4", "Reminder 1/101/QUALIFICATION_EXPIRING/1/2026-11-26 has no expiring evidence");
    }

    @Test
    void i5_finds_reminder_unpublished_or_published_twice() {
        world.records.removeIf(record -> record.header("ce_id").equals("e-q5"));
        violates("I5", "Of 1 reminders 0 were published: zizhi.qualification.expiring.v1 of 1 that ends on 2026-12-02");
    }

    @Test
    void i5_finds_reminder_without_timer() {
        world.rows(QUALIFICATION, "timer").clear();
        violates("I5", "Of 0 reminders 1 were published");
    }

    @Test
    void i5_finds_reminder_published_early() {
        world.row(QUALIFICATION, "outbox", "event_id", "e-q5").put("sent_at", World.START.plusSeconds(9));
        violates("I5", "A reminder was published before it was due");
    }

    @Test
    void i5_finds_reminder_without_approval() {
        world.row(QUALIFICATION, "revision", "work_order", 101).put("outcome", "REJECTED");
        violates("I5", "A reminder was sent without an approval: 101");
    }

    @Test
    void i5_finds_timer_fired_early() {
        world.row(REVIEW, "timer", "state", "FIRED").put("fired_at", World.START.plusSeconds(14));
        violates("I5", "A timer fired before it was due");
    }

    @Test
    void i5_finds_timer_fired_by_wrong_clock() {
        world.row(REVIEW, "timer", "state", "FIRED").put("fired_at", World.START.plusSeconds(7_200));
        violates("I5", "fired by a clock that is ahead");
    }

    @Test
    void i5_finds_timer_fired_too_late() {
        world.row(REVIEW, "timer", "state", "FIRED").put("fired_at", World.START.plusSeconds(15 + 61));
        violates("I5", "A timer fired 61 s late, outside strikes");
    }

    @Test
    void i5_excludes_strikes_from_lateness() {
        Instant due = World.START.plusSeconds(15);
        Instant fired = due.plusSeconds(70);
        List<Strike> strikes = List.of(
                strike(due.minusSeconds(5), due.plusSeconds(10)),
                strike(due.plusSeconds(20), due.plusSeconds(30)),
                new Strike("F2-sms.after-send", "nothing", false, due.plusSeconds(31), due.plusSeconds(60)),
                strike(due.plusSeconds(90), due.plusSeconds(99)));

        assertThat(TimersFireOnce.ofPeace(due, fired, strikes)).isEqualTo(Duration.ofSeconds(50));

        world.strikes.addAll(strikes);
        world.row(REVIEW, "timer", "state", "FIRED").put("fired_at", fired.plusSeconds(11));
        violates("I5", "A timer fired 61 s late, outside strikes");
    }

    private static Strike strike(Instant from, Instant to) {
        return new Strike("F1-kill-service", "review-service was killed", true, from, to);
    }

    @Test
    void i5_finds_timer_event_published_early() {
        world.row(REVIEW, "outbox", "event_id", "e-r5").put("sent_at", World.START.plusSeconds(3));
        violates("I5", "its event was published before it was due");
    }

    @Test
    void i5_finds_timer_fired_twice() {
        world.event(
                "e-r6",
                Topics.REVIEW,
                "102",
                "zizhi.review.sla-warned.v1",
                "{\"firedAt\":\"" + World.START.plusSeconds(16) + "\"}");
        violates("I5", "WARN of work order 102 was published 2 times");
    }

    @Test
    void i5_finds_due_timer_never_fired() {
        world.row(REVIEW, "timer", "state", "ARMED").put("due_at", World.START.minus(Duration.ofMinutes(5)));
        violates("I5", "A due timer never fired");
    }

    @Test
    void i6_finds_due_time_off_by_a_microsecond() {
        world.row(REVIEW, "review", "work_order", 102)
                .put("due_at", World.START.plusSeconds(20).plusNanos(1_000));
        violates("I6", "Work order 102 should have its warning at");
    }

    @Test
    void i6_finds_different_due_time_for_applicant() {
        world.row(QUALIFICATION, "revision", "work_order", 102).put("due_at", World.START.plusSeconds(21));
        violates("I6", "The applicant of 102 got a different due time");
    }

    @Test
    void i6_finds_clock_started_before_submission() {
        world.operations.replaceAll(operation -> operation.got("workOrder").equals("102")
                ? new Operation(
                        operation.number(),
                        operation.worker(),
                        operation.name(),
                        operation.asked(),
                        operation.end(),
                        operation.answered(),
                        operation.from().plusMillis(1),
                        operation.to())
                : operation);
        violates("I6", "The clock of 102 did not start when it was submitted");
    }

    @Test
    void i6_finds_different_due_time_for_letter() {
        world.row(QUALIFICATION, "letter_submission", "work_order", 107).put("due_at", World.START.plusSeconds(21));
        violates("I6", "The applicant of 107 got a different due time");
    }

    @Test
    void i6_finds_letter_clock_started_before_submission() {
        world.row(QUALIFICATION, "letter_submission", "work_order", 107)
                .put("submitted_at", World.START.minusMillis(1));
        violates("I6", "The clock of 107 did not start when it was submitted");
    }

    @Test
    void i6_allows_restarted_clock() {
        world.put(
                REVIEW,
                "timer",
                "owner_type",
                "review",
                "owner_id",
                101,
                "kind",
                "WARN",
                "cycle",
                2,
                "state",
                "CANCELLED",
                "due_at",
                World.START.plusSeconds(15));
        assertThat(Audit.of(world.evidence())).isEmpty();
    }

    @Test
    void i7_finds_event_out_of_order() {
        TopicRecord opened = world.records.stream()
                .filter(record -> record.header("ce_id").equals("e-r1"))
                .findFirst()
                .orElseThrow();
        world.records.remove(opened);
        world.records.add(opened);
        violates("I7", "Version 2 of 101 came before an earlier one and was not repeated after it");
    }

    @Test
    void i7_allows_early_event_repeated_in_order() {
        TopicRecord decided = world.records.stream()
                .filter(record -> record.header("ce_id").equals("e-r3"))
                .findFirst()
                .orElseThrow();
        world.records.addFirst(decided);
        assertThat(Audit.of(world.evidence())).isEmpty();
    }

    @Test
    void i7_allows_repeated_record() {
        world.records.add(world.records.get(3));
        assertThat(Audit.of(world.evidence())).isEmpty();
    }

    @Test
    void i7_finds_unapplied_event() {
        world.remove(DOCUMENT, "inbox", "event_id", "e-q3");
        violates("I7", "document-service never applied zizhi.qualification.approved.v1 of 1");
    }

    @Test
    void i7_finds_events_applied_out_of_order() {
        world.row(NOTIFICATION, "inbox", "event_id", "e-q3").put("received_at", World.START.minusSeconds(9));
        violates("I7", "notification-service applied version 2 of 1 before its predecessor");
    }

    @Test
    void i8_finds_event_never_sent() {
        world.row(REVIEW, "outbox", "event_id", "e-r5").put("sent_at", null);
        violates("I8", "An event of review-service was not sent");
    }

    @Test
    void i8_finds_marked_but_lost_event() {
        world.records.removeIf(record -> record.header("ce_id").equals("e-d1"));
        violates("I8", "An event of document-service is marked as sent but is missing");
    }

    @Test
    void i8_finds_uncommitted_event() {
        world.remove(DOCUMENT, "outbox", "event_id", "e-d1");
        violates("I8", "An event was published but never committed");
    }

    @Test
    void i9_finds_row_without_object() {
        world.objects.clear();
        violates("I9", "The bytes of document d1 are missing");
    }

    @Test
    void i9_finds_object_with_wrong_bytes() {
        world.objects.set(0, new StoredObject("documents/d1", "cannot be decrypted", World.START));
        violates("I9", "The bytes of document d1 differ from their digest");
    }

    @Test
    void i9_finds_old_orphan() {
        world.objects.add(new StoredObject("documents/d9", "abc", World.START.minus(Duration.ofMinutes(3))));
        violates("I9", "Object documents/d9 has no row");
    }

    @Test
    void i9_allows_young_orphan() {
        world.objects.add(new StoredObject("documents/d9", "abc", World.START));
        assertThat(Audit.of(world.evidence())).isEmpty();
    }

    @Test
    void i10_finds_decision_on_unclaimed_review() {
        world.event("e-r6", Topics.REVIEW, "102", "zizhi.review.decided.v1", "{\"workOrder\":102}");
        violates("I10", "zizhi.review.decided.v1 came while 102 was OPEN");
    }

    @Test
    void i10_allows_claimed_proposal() {
        claimTheSecond();
        world.event("e-r7", Topics.REVIEW, "102", "zizhi.review.decision-proposed.v1", "{}");
        world.audited("reviewer-a", "review.claimed", 102);
        world.event("e-r8", Topics.REVIEW, "102", "zizhi.review.claimed.v1", "{\"reviewerId\":\"reviewer-a\"}");
        world.row(REVIEW, "review", "work_order", 102).put("status", "PROPOSED");
        world.did("reviewer-b", "claim", Moment.OK, Map.of("workOrder", "102"), Map.of());
        world.did("reviewer-a", "claim", Moment.OK, Map.of("workOrder", "102"), Map.of());
        assertThat(Audit.of(world.evidence())).isEmpty();

        world.row(REVIEW, "review", "work_order", 102).put("status", "CLAIMED");
        violates("I10", "The events of 102 lead to PROPOSED but its row has another state");
    }

    @Test
    void i10_allows_unpublished_undoable_decision_and_reopened_review() {
        claimTheSecond();
        world.did("reviewer-b", "claim", Moment.OK, Map.of("workOrder", "102"), Map.of());
        Map<String, @Nullable Object> review = world.row(REVIEW, "review", "work_order", 102);
        review.put("status", "DECIDED");
        review.put("outcome", "REJECTED");
        violates("I2", "Review and qualification of 102 disagree on whether it is in review");
        violates("I10", "The events of 102 lead to CLAIMED but its row has another state");
        review.put("undo_until", World.MEANWHILE);
        assertThat(Audit.of(world.evidence())).isEmpty();

        world.event("e-r7", Topics.REVIEW, "102", "zizhi.review.reopened.v1", "{}");
        violates("I10", "The events of 102 lead to OPEN but its row has another state");
        review.put("status", "OPEN");
        review.put("outcome", null);
        review.put("undo_until", null);
        assertThat(Audit.of(world.evidence())).isEmpty();
    }

    @Test
    void i10_finds_row_state_unlike_its_events() {
        world.row(QUALIFICATION, "qualification", "id", 1).put("status", "REJECTED");
        violates("I10", "The events of 1 lead to APPROVED but its row has another state");
    }

    @Test
    void i10_allows_discarded_amendment_before_a_restriction() {
        world.event("e-q8", Topics.QUALIFICATION, "1", "zizhi.qualification.submitted.v1", "{}");
        world.event("e-q9", Topics.QUALIFICATION, "1", "zizhi.qualification.rejected.v1", "{}");
        violates("I10", "The events of 1 lead to REJECTED but its row has another state");
        world.act(1, "AMENDMENT_DISCARDED");
        world.act(1, "SUSPENDED");
        assertThat(Audit.of(world.evidence())).extracting(Violation::invariant).doesNotContain("I10");
    }

    @Test
    void i10_finds_unknown_event() {
        world.event("e-x", Topics.REVIEW, "102", "zizhi.review.forgotten.v1", "{}");
        violates("I10", "Unknown event type zizhi.review.forgotten.v1");
    }

    @Test
    void i10_finds_letter_state_unlike_its_events() {
        world.row(QUALIFICATION, "authorization_letter", "id", 7).put("status", "WITHDRAWN");
        violates("I10", "The events of 7 lead to APPROVED but its row has another state");
    }

    @Test
    void i10_finds_letter_approved_without_submission() {
        world.records.removeIf(record -> record.header("ce_id").equals("e-l71"));
        violates("I10", "zizhi.qualification.letter-approved.v1 came while 7 was absent");
    }

    @Test
    void i10_finds_carried_letter_reviewed_separately() {
        world.event(
                "e-l73",
                Topics.QUALIFICATION,
                "7",
                "zizhi.qualification.letter-rejected.v1",
                "{\"workOrder\":106,\"qualificationId\":6}");
        violates("I10", "zizhi.qualification.letter-rejected.v1 came while 7 was APPROVED");
    }

    @Test
    void i10_allows_letter_waiting_for_its_qualification() {
        world.row(QUALIFICATION, "authorization_letter", "id", 8).put("status", "IN_REVIEW");
        assertThat(new LegalTransitions().check(world.evidence())).isEmpty();
        world.row(QUALIFICATION, "authorization_letter", "id", 8).put("current_order", 107);
        violates("I10", "The events of 8 lead to APPROVED but its row has another state");
    }

    @Test
    void i10_allows_one_quarantine_of_a_document() {
        world.event("e-d2", Topics.DOCUMENT, "d1", "zizhi.document.quarantined.v1", "{}");
        assertThat(new LegalTransitions().check(world.evidence())).isEmpty();
        world.event("e-d3", Topics.DOCUMENT, "d1", "zizhi.document.quarantined.v1", "{}");
        violates("I10", "zizhi.document.quarantined.v1 came while d1 was quarantined");
    }

    @Test
    void i10_allows_one_answer_to_a_carrier_filing() {
        world.put(QUALIFICATION, "carrier_filing", "id", 90, "status", "ACCEPTED");
        world.event("e-f1", Topics.QUALIFICATION, "90", "zizhi.qualification.carrier-filing-requested.v1", "{}");
        world.event("e-f2", Topics.QUALIFICATION, "90", "zizhi.qualification.carrier-filing-accepted.v1", "{}");
        assertThat(new LegalTransitions().check(world.evidence())).isEmpty();
        world.event("e-f3", Topics.QUALIFICATION, "90", "zizhi.qualification.carrier-filing-rejected.v1", "{}");
        violates("I10", "zizhi.qualification.carrier-filing-rejected.v1 came while 90 was ACCEPTED");
    }

    @Test
    void i10_finds_reminder_of_unsubmitted_qualification() {
        world.event("e-x", Topics.QUALIFICATION, "99", "zizhi.qualification.expiring.v1", "{}");
        violates("I10", "zizhi.qualification.expiring.v1 came while 99 was absent");
    }

    @Test
    void i10_finds_reminder_of_deleted_letter() {
        world.event("e-l73", Topics.QUALIFICATION, "7", "zizhi.qualification.letter-deleted.v1", "{}");
        world.letterEnds("null");
        violates("I10", "zizhi.qualification.letter-expiring.v1 came while 7 was deleted");
    }

    @Test
    void i10_finds_lost_document_row() {
        world.rows(DOCUMENT, "document").clear();
        violates("I10", "lead to stored but its row has another state");
    }

    @Test
    void i10_finds_message_with_two_final_statuses() {
        world.event("e-m9", Topics.NOTIFICATION, "m1", "zizhi.notification.sms-failed.v1", "{\"messageId\":\"m1\"}");
        violates("I10", "The events of m1 lead to undelivered but its row has another state");
    }

    @Test
    void i11_finds_unaudited_view() {
        world.did("reviewer-b", "view", Moment.OK, Map.of("document", "d1"), Map.of());
        violates("I11", "Not audited 1 times: reviewer-b document.viewed d1");
    }

    @Test
    void i11_finds_unaudited_decision() {
        world.rows(REVIEW, "audit_entry").clear();
        violates("I11", "Not audited: reviewer-a review.decided 101");
    }

    @Test
    void i11_finds_claim_assigned_to_another_person() {
        world.rows(REVIEW, "audit_entry").getFirst().put("recipient", "reviewer-b");
        violates("I11", "The audit log assigns a claim of reviewer-a to another person");
    }

    @Test
    void i12_finds_phone_in_log() {
        world.pages.add(new Page("notification-service.log", "sending to 13812345678."));
        violates("I12", "A phone number appears in notification-service.log");
    }

    @Test
    void i12_finds_id_number_in_event() {
        world.records.replaceAll(record -> record.header("ce_id").equals("e-d1")
                ? world.record(
                        "e-d1", record.topic(), "d1", 1, record.header("ce_type"), "{\"of\":\"33010619900101001X\"}")
                : record);
        violates("I12", "An id number appears in zizhi.document.v1");
    }

    @Test
    void i12_finds_name_in_plain_column() {
        world.put(REVIEW, "decision_point", "note", "请欧龘靐重新提交");
        violates("I12", "A name appears in review-service, table decision_point");
    }

    @Test
    void i13_finds_dead_letter_of_regular_record() {
        world.records.add(new TopicRecord(
                Topics.deadLetter(Topics.REVIEW, QUALIFICATION), 0, 0, "101", Map.of("ce_id", "e-r1"), "{}"));
        violates("I13", "A regular record became a dead letter");
    }

    @Test
    void i13_finds_poison_lost_at_one_consumer() {
        world.poison.add(new Poison("p1", Topics.QUALIFICATION, "k", "random bytes", Poison.Fate.DEAD_LETTER));
        for (String service : List.of(REVIEW, DOCUMENT)) {
            world.records.add(new TopicRecord(
                    Topics.deadLetter(Topics.QUALIFICATION, service), 0, 0, "k", Map.of(Poison.HEADER, "p1"), "?"));
        }
        violates("I13", "This poison record vanished: zizhi.qualification.v1.notification-service.dead-letter p1");
    }

    @Test
    void i13_allows_poison_as_dead_letter_of_each_consumer() {
        deadLetter();
        assertThat(Audit.of(world.evidence())).isEmpty();
    }

    @Test
    void i13_finds_dead_letter_stored_twice() {
        deadLetter();
        world.put(QUALIFICATION, "dead_letter", "topic", Topics.REVIEW, "headers", header("p1"));
        violates("I13", "Kept 2 times in the table");
    }

    private void deadLetter() {
        world.poison.add(new Poison("p1", Topics.REVIEW, "k", "random bytes", Poison.Fate.DEAD_LETTER));
        for (String service : List.of(QUALIFICATION, NOTIFICATION)) {
            world.records.add(new TopicRecord(
                    Topics.deadLetter(Topics.REVIEW, service), 0, 0, "k", Map.of(Poison.HEADER, "p1"), "?"));
            world.put(service, "dead_letter", "topic", Topics.REVIEW, "headers", header("p1"));
        }
    }

    private static String header(String poison) {
        return base64(Poison.HEADER) + ":" + base64(poison);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void i13_finds_used_version_taken_for_duplicate() {
        world.poison.add(new Poison("c1", Topics.REVIEW, "101", "USED_VERSION", Poison.Fate.DISCARDED));
        world.put(QUALIFICATION, "discard", "event_id", "c1", "state", "CARRIED_OUT");
        violates("I13", "parked and discarded 0 times instead of 1: notification-service c1");
    }

    @Test
    void i13_allows_used_version_parked_by_each_consumer() {
        world.poison.add(new Poison("c1", Topics.REVIEW, "101", "USED_VERSION", Poison.Fate.DISCARDED));
        world.put(QUALIFICATION, "discard", "event_id", "c1", "state", "CARRIED_OUT");
        world.put(NOTIFICATION, "discard", "event_id", "c1", "state", "CARRIED_OUT");
        assertThat(Audit.of(world.evidence())).isEmpty();
    }

    @Test
    void i13_finds_event_discarded_without_conflict() {
        world.put(REVIEW, "discard", "event_id", "e-q1", "state", "CARRIED_OUT");
        violates("I13", "parked and discarded 1 times instead of 0: review-service e-q1");
    }

    @Test
    void i13_finds_parked_aggregate() {
        world.row(REVIEW, "inbox_cursor", "aggregate_id", "1").put("parked_at", World.START);
        violates("I13", "review-service has parked an aggregate");
    }

    @Test
    void i15_finds_gap_in_audit_chain() {
        world.remove(NOTIFICATION, "audit_entry", "sequence", 2);
        violates("I15", "Audit rows have gaps or forks: notification-service account-1");
    }

    @Test
    void i15_finds_forked_audit_chain() {
        world.row(NOTIFICATION, "audit_entry", "sequence", 4).put("chain_sequence", 1);
        violates("I15", "Audit rows have gaps or forks: notification-service account-1");
    }

    @Test
    void i15_finds_head_behind_its_audit_rows() {
        world.row(NOTIFICATION, "audit_head", "chain", "account-1").put("sequence", 1);
        violates("I15", "The last audit row is not the head: notification-service account-1");
    }

    @Test
    void i15_finds_missing_head() {
        world.remove(NOTIFICATION, "audit_head", "chain", "system");
        violates("I15", "The last audit row is not the head: notification-service system");
    }

    @Test
    void i15_finds_head_without_audit_rows() {
        world.put(NOTIFICATION, "audit_head", "chain", "account-2", "sequence", 1);
        violates("I15", "The head of notification-service account-2 has no rows");
    }

    @Test
    void i15_finds_audit_row_without_chain() {
        world.row(NOTIFICATION, "audit_entry", "sequence", 3).put("chain_sequence", null);
        violates("I15", "An audit row of notification-service has no chain");
    }

    private void violates(String invariant, String what) {
        violates(
                Audit.invariants().stream()
                        .filter(one -> one.id().equals(invariant))
                        .findFirst()
                        .orElseThrow(),
                what);
    }

    private void violates(Invariant invariant, String what) {
        assertThat(invariant.check(world.evidence()))
                .isNotEmpty()
                .allSatisfy(violation -> assertThat(violation.invariant()).isEqualTo(invariant.id()))
                .anySatisfy(violation -> assertThat(violation.summary()).contains(what));
    }
}
