package io.zizhi.e2e.faults.audit;

import static io.zizhi.e2e.faults.audit.Evidence.DOCUMENT;
import static io.zizhi.e2e.faults.audit.Evidence.NOTIFICATION;
import static io.zizhi.e2e.faults.audit.Evidence.QUALIFICATION;
import static io.zizhi.e2e.faults.audit.Evidence.REVIEW;
import static org.assertj.core.api.Assertions.assertThat;

import io.zizhi.contracts.Topics;
import io.zizhi.e2e.faults.driver.Moment;
import io.zizhi.e2e.faults.driver.Operation;
import io.zizhi.e2e.faults.nemesis.Poison;
import io.zizhi.e2e.faults.nemesis.Strike;
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

/** Every invariant holds in a valid world and fails in a corrupted one. */
class AuditTest {

    private static final String REMINDER = "1/101/QUALIFICATION_EXPIRING/7/2026-12-02";

    private final World world = new World();

    @Test
    void a_sound_world_violates_nothing() {
        assertThat(Audit.of(world.evidence())).isEmpty();
    }

    @Test
    void nothing_is_proved_by_evidence_that_is_empty() {
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
                new Personal(Set.of(), Set.of(), Set.of()));

        assertThat(Audit.of(nothing))
                .extracting(Violation::invariant)
                .containsOnlyOnceElementsOf(
                        Audit.invariants().stream().map(Invariant::id).toList());
    }

    @Test
    void nothing_is_proved_by_tables_without_rows() {
        world.tables.values().forEach(tables -> tables.values().forEach(List::clear));
        world.records.clear();
        world.operations.clear();
        world.objects.clear();
        world.pages.clear();

        assertThat(Audit.of(world.evidence()))
                .filteredOn(violation -> violation.what().equals("There was nothing to check"))
                .extracting(Violation::invariant)
                .containsExactlyElementsOf(
                        Audit.invariants().stream().map(Invariant::id).toList());
    }

    @Test
    void a_table_that_was_renamed_is_not_an_empty_one() {
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
    void a_value_that_a_column_should_have_once_is_not_looked_over() {
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
                sound.personal());
    }

    @Test
    void the_invariants_have_names_of_their_own() {
        assertThat(Audit.invariants())
                .extracting(Invariant::id)
                .doesNotHaveDuplicates()
                .hasSize(13);
    }

    @Test
    void i1_an_accepted_submission_that_is_gone() {
        world.remove(QUALIFICATION, "submission_key", "key", "k2");
        world.remove(QUALIFICATION, "revision", "work_order", 102);
        violates("I1", "Submission [102] under key k2 is missing");
    }

    @Test
    void i1_a_refused_submission_that_was_accepted() {
        world.operations.removeIf(operation -> operation.sent("key").equals("k1"));
        world.asked("submit", Moment.FAIL, 1, 1, Map.of("key", "k1"));
        violates("I1", "The rejected submission under key k1 was accepted");
    }

    @Test
    void i1_an_unanswered_submission_may_have_been_accepted_or_not() {
        world.operations.removeIf(operation -> operation.sent("key").equals("k1"));
        world.asked("submit", Moment.INFO, 1, 1, Map.of("key", "k1"));
        world.asked("submit", Moment.INFO, 1, 3, Map.of("key", "k9"));
        assertThat(Audit.of(world.evidence())).isEmpty();
    }

    @Test
    void i1_one_key_with_two_answers() {
        world.did(
                "applicant-1",
                "submit",
                Moment.OK,
                Map.of("id", "1", "version", "1", "key", "k1"),
                Map.of("workOrder", "103"));
        violates("I1", "Key k1 was answered with several work orders");
    }

    @Test
    void i1_a_decision_that_is_gone() {
        world.did("reviewer-b", "decide", Moment.OK, Map.of("workOrder", "102", "outcome", "REJECTED"), Map.of());
        violates("I1", "The decision on 102 is missing or different");
        violates("I1", "The decide of 102 by reviewer-b is missing");
    }

    @Test
    void i1_a_proposal_that_is_gone() {
        world.did("reviewer-a", "propose", Moment.OK, Map.of("workOrder", "102", "outcome", "REJECTED"), Map.of());
        violates("I1", "The proposal for 102 is missing or different");
        violates("I1", "The propose of 102 by reviewer-a is missing");
    }

    @Test
    void i1_a_confirmation_that_is_gone() {
        world.did("reviewer-b", "confirm", Moment.OK, Map.of("workOrder", "102"), Map.of());
        violates("I1", "The confirmation of 102 is missing");
    }

    @Test
    void i1_an_undoing_that_is_gone() {
        world.did("reviewer-a", "undo", Moment.OK, Map.of("workOrder", "101"), Map.of());
        violates("I1", "The undo of 101 is missing");
    }

    @Test
    void i1_an_undoing_that_nobody_asked_for() {
        world.put(REVIEW, "undone_decision", "work_order", 102, "reviewer_id", "reviewer-a", "undone_by", "reviewer-a");
        world.did("reviewer-a", "undo", Moment.FAIL, Map.of("workOrder", "102"), Map.of());
        violates("I1", "A decision on 102 was undone without a request");
    }

    @Test
    void i1_an_upload_that_is_gone() {
        world.did("applicant-1", "upload", Moment.OK, World.UPLOAD, Map.of("documentId", "d2", "sha256", "def"));
        violates("I1", "The uploaded document d2 is missing or different");
    }

    @Test
    void i1_a_refused_upload_that_is_there() {
        world.document("d2");
        world.did("applicant-1", "upload", Moment.FAIL, World.UPLOAD, Map.of());
        violates("I1", "No upload for the document d2");
    }

    @Test
    void i1_an_unanswered_upload_that_is_there_twice() {
        world.did("applicant-1", "upload", Moment.INFO, World.UPLOAD, Map.of());
        world.document("d2");
        world.objects.add(new StoredObject("documents/d2", "abc", World.START));
        assertThat(Audit.of(world.evidence())).isEmpty();
        world.document("d3");
        violates("I1", "No upload for the document d3");
    }

    @Test
    void i1_a_code_that_was_requested_and_is_gone() {
        world.did("applicant-1", "requestCode", Moment.OK, World.ACCOUNT, Map.of("verificationId", "v3"));
        violates("I1", "No code was sent for v3");
        violates("I1", "The phone verification v3 is missing");
    }

    @Test
    void i1_a_number_that_was_forgotten_with_its_qualification_is_no_violation() {
        world.remove(NOTIFICATION, "phone_verification", "verification_id", "v1");
        violates("I1", "The phone verification v1 is missing");
        deleteTheFirst();
        assertThat(Audit.of(world.evidence())).isEmpty();
    }

    @Test
    void i1_a_refused_request_for_a_code_that_was_sent() {
        world.did("applicant-1", "requestCode", Moment.FAIL, World.ACCOUNT, Map.of());
        world.verification("v3", "ISSUED");
        world.code("m4", "v3");
        violates("I1", "A code was sent whose request was rejected or does not exist");
    }

    @Test
    void i1_an_unanswered_request_for_which_two_codes_were_sent() {
        world.did("applicant-1", "requestCode", Moment.INFO, World.ACCOUNT, Map.of());
        world.verification("v3", "ISSUED");
        world.code("m4", "v3");
        assertThat(Audit.of(world.evidence())).isEmpty();
        world.verification("v5", "ISSUED");
        world.code("m5", "v5");
        violates("I1", "A code was sent whose request was rejected or does not exist");
    }

    @Test
    void i1_a_code_that_was_entered_and_is_open_again() {
        world.row(NOTIFICATION, "phone_verification", "verification_id", "v1").put("status", "ISSUED");
        violates("I1", "The phone of v1 was verified but is not");
    }

    @Test
    void i1_a_refused_code_that_counts_as_entered() {
        world.operations.removeIf(operation -> operation.sent("verification").equals("v1"));
        world.did("applicant-1", "verify", Moment.FAIL, Map.of("verification", "v1"), Map.of());
        violates("I1", "The phone of v1 is verified although its code was rejected or never entered");
    }

    @Test
    void i1_a_code_that_was_taken_twice() {
        world.did("applicant-1", "verify", Moment.OK, Map.of("verification", "v1"), Map.of());
        violates("I1", "The code of v1 was accepted 2 times");
    }

    @Test
    void i1_a_wrong_code_that_was_not_counted() {
        world.did(
                "applicant-1", "guess", Moment.FAIL, Map.of("verification", "v1"), Map.of("code", "PHONE_CODE_WRONG"));
        violates("I1", "Wrong codes for v1: 1 rejected, 0 counted");
        world.row(NOTIFICATION, "phone_verification", "verification_id", "v1").put("wrong_tries", 1);
        assertThat(Audit.of(world.evidence())).isEmpty();
    }

    @Test
    void i1_a_wrong_code_that_was_taken() {
        world.did("applicant-1", "guess", Moment.OK, Map.of("verification", "v1"), Map.of());
        violates("I1", "A wrong code was accepted for v1");
    }

    @Test
    void i1_a_draft_that_is_gone() {
        world.did("applicant-1", "draft", Moment.OK, Map.of("qualificationName", "name3"), Map.of("id", "3"));
        violates("I1", "The draft 3 is missing");
    }

    @Test
    void i1_a_refused_draft_that_is_there() {
        world.operations.removeIf(
                operation -> operation.sent("qualificationName").equals("name1"));
        world.did("applicant-1", "draft", Moment.FAIL, Map.of("qualificationName", "name1"), Map.of());
        violates("I1", "The draft name1 exists although its request was rejected or does not exist");
    }

    @Test
    void i1_an_unanswered_draft_that_is_there_twice() {
        world.row(QUALIFICATION, "qualification", "id", 2).put("name", "name1");
        violates("I1", "The draft name1 exists 2 times");
    }

    @Test
    void i1_an_edit_that_is_gone() {
        world.asked("edit", Moment.OK, 1, 3, Map.of("material", "d7"));
        violates("I1", "The edit of qualification 1 is missing");
        violates("I1", "The change by an edit of 1 is missing: d7");
    }

    @Test
    void i1_an_edit_of_which_only_the_timeline_knows() {
        world.asked("edit", Moment.OK, 1, 3, Map.of("material", "d7"));
        world.act(1, "AMENDMENT_OPENED");
        violates("I1", "The change by an edit of 1 is missing: d7");
        world.put(QUALIFICATION, "revision", "id", 13, "qualification_id", 1, "content", "[\"d7\"]");
        assertThat(Audit.of(world.evidence())).isEmpty();
    }

    @Test
    void i1_a_refused_edit_that_was_made() {
        world.asked("edit", Moment.FAIL, 1, 3, Map.of("material", "d7"));
        world.put(QUALIFICATION, "revision", "id", 13, "qualification_id", 1, "content", "[\"d7\"]");
        violates("I1", "A rejected edit changed the form of 1: d7");
        world.act(1, "AMENDMENT_OPENED");
        violates(
                "I1",
                "AMENDMENT_OPENED happened to qualification 1 although its request was rejected or does not exist");
    }

    @Test
    void i1_an_unanswered_edit_that_was_made_twice() {
        world.asked("edit", Moment.INFO, 1, 3, Map.of("material", "d7"));
        world.asked("edit", Moment.FAIL, 1, 3, Map.of("material", "d7"));
        world.act(1, "AMENDMENT_OPENED");
        assertThat(Audit.of(world.evidence())).isEmpty();
        world.act(1, "EDITED");
        violates("I1", "EDITED happened to qualification 1 although its request was rejected or does not exist");
    }

    @Test
    void i1_an_answer_that_names_another_version() {
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
    void i1_an_amendment_that_was_given_up_and_is_there() {
        world.asked("edit", Moment.OK, 1, 3, Map.of("material", "d7"));
        world.act(1, "AMENDMENT_OPENED");
        world.asked("discard", Moment.OK, 1, 4, Map.of());
        violates("I1", "The discard of qualification 1 is missing");
        world.act(1, "AMENDMENT_DISCARDED");
        assertThat(Audit.of(world.evidence())).isEmpty();
    }

    @Test
    void i1_a_withdrawal_that_is_gone() {
        world.asked("withdraw", Moment.OK, 2, 2, Map.of("workOrder", "102"));
        violates("I1", "The withdrawal of 102 is missing");
        violates("I1", "The withdraw of qualification 2 is missing");
    }

    @Test
    void i1_a_deletion_that_is_gone() {
        world.asked("delete", Moment.OK, 1, 3, Map.of());
        violates("I1", "The delete of qualification 1 is missing");
    }

    @Test
    void i1_a_deleted_qualification_that_is_there() {
        deleteTheFirst();
        assertThat(Audit.of(world.evidence())).isEmpty();
        world.row(QUALIFICATION, "qualification", "id", 1).put("deleted_at", null);
        violates("I1", "Qualification 1 exists although it was deleted");
        violates("I10", "The events of 1 lead to deleted but its row has another state");
    }

    @Test
    void i1_a_refused_deletion_that_happened() {
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
    void i1_a_claim_that_is_gone() {
        world.did("reviewer-b", "claim", Moment.OK, Map.of("workOrder", "102"), Map.of());
        violates("I1", "The claim of 102 by reviewer-b is missing");
    }

    @Test
    void i1_a_claim_that_was_sent_again_is_answered_from_the_first() {
        claimTheSecond();
        world.did("reviewer-b", "claim", Moment.INFO, Map.of("workOrder", "102"), Map.of());
        world.did(World.START.plusSeconds(2), "reviewer-b", "claim", Moment.OK, Map.of("workOrder", "102"), Map.of());
        assertThat(Audit.of(world.evidence())).isEmpty();
        world.event("e-r7", Topics.REVIEW, "102", "zizhi.review.released.v1", "{}");
        violates("I1", "The claim of 102 by reviewer-b is missing");
    }

    @Test
    void i1_a_refused_claim_that_happened() {
        claimTheSecond();
        world.did("reviewer-b", "claim", Moment.FAIL, Map.of("workOrder", "102"), Map.of());
        violates("I1", "A claim of 102 happened although its request was rejected or does not exist");
    }

    @Test
    void i1_an_unanswered_claim_that_happened_twice() {
        claimTheSecond();
        world.did("reviewer-b", "claim", Moment.INFO, Map.of("workOrder", "102"), Map.of());
        assertThat(Audit.of(world.evidence())).isEmpty();
        world.audited("reviewer-b", "review.claimed", 102);
        violates("I1", "A claim of 102 happened although its request was rejected or does not exist");
    }

    @Test
    void i1_a_claim_that_is_on_record_and_was_never_told() {
        world.audited("reviewer-b", "review.claimed", 102);
        world.did("reviewer-b", "claim", Moment.OK, Map.of("workOrder", "102"), Map.of());
        violates("I1", "The claims of 102 differ between events and audit log");
    }

    @Test
    void i1_a_release_that_is_gone() {
        world.did("reviewer-b", "release", Moment.OK, Map.of("workOrder", "102"), Map.of());
        violates("I1", "The release of 102 by reviewer-b is missing");
    }

    @Test
    void i1_a_refused_release_that_happened() {
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
    void i1_a_submission_of_a_letter_that_is_gone() {
        world.remove(QUALIFICATION, "letter_submission", "work_order", 107);
        violates("I1", "Submission [107] under key k7 is missing");
    }

    @Test
    void i1_a_submission_of_a_letter_that_nobody_asked_for() {
        world.operations.removeIf(operation -> operation.sent("key").equals("k7"));
        violates("I1", "No request for the submission under key k7");
        violates("I1", "SUBMITTED happened to letter 7 although its request was rejected or does not exist");
    }

    @Test
    void i1_a_submission_of_a_letter_without_a_key() {
        world.row(QUALIFICATION, "letter_submission", "work_order", 107).put("idempotency_key", null);
        violates("I1", "A letter was submitted without a key: 107");
    }

    @Test
    void i1_a_draft_of_a_letter_that_is_gone() {
        world.did("applicant-3", "draftLetter", Moment.OK, Map.of("letterName", "letter9"), Map.of("id", "9"));
        violates("I1", "The draft 9 is missing");
    }

    @Test
    void i1_a_draft_of_a_letter_that_nobody_asked_for() {
        world.operations.removeIf(operation -> operation.sent("letterName").equals("letter7"));
        violates("I1", "The draft letter7 exists although its request was rejected or does not exist");
    }

    @Test
    void i1_a_letter_that_is_elsewhere_than_its_acts() {
        world.row(QUALIFICATION, "authorization_letter", "id", 7).put("version", 4);
        violates("I1", "Letter 7 is at version 4 after 3 acts");
    }

    @Test
    void i1_a_deletion_of_a_letter_that_is_gone() {
        world.did("applicant-3", "deleteLetter", Moment.OK, Map.of("id", "7", "version", "3"), Map.of());
        violates("I1", "The deleteLetter of letter 7 is missing");
    }

    @Test
    void i1_a_withdrawal_of_a_letter_that_is_gone() {
        world.did(
                "applicant-3",
                "withdrawLetter",
                Moment.OK,
                Map.of("id", "7", "version", "2", "workOrder", "107"),
                Map.of("version", "3"));
        violates("I1", "The withdrawal of 107 is missing");
    }

    @Test
    void i1_a_carried_letter_that_was_submitted_without_its_qualification() {
        world.row(QUALIFICATION, "timeline_entry", "work_order", 106).put("work_order", 102);
        violates("I1", "SUBMITTED happened to letter 8 although its request was rejected or does not exist");
    }

    @Test
    void i1_a_sheet_that_is_gone() {
        world.rows(QUALIFICATION, "bulk_filing").clear();
        violates("I1", "The bulk filing 30000001 is missing or different");
    }

    @Test
    void i1_a_refused_sheet_that_is_there() {
        world.operations.removeIf(operation -> operation.name().equals("handIn"));
        world.did("applicant-3", "handIn", Moment.FAIL, World.SHEET, Map.of());
        violates("I1", "The bulk filing 30000001 exists although its request was rejected or does not exist");
        violates("I1", "The draft name4 exists although its request was rejected or does not exist");
    }

    @Test
    void i1_an_unanswered_sheet_may_be_there_twice_but_its_rows_become_one_draft() {
        world.did("applicant-3", "handIn", Moment.INFO, World.SHEET, Map.of());
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
    void i1_an_accepted_row_that_was_never_submitted() {
        world.row(QUALIFICATION, "qualification", "id", 4).put("current_revision", null);
        violates("I1", "Row 30000001 2 was accepted but never submitted");
    }

    @Test
    void i1_a_row_that_has_not_ended() {
        world.bulkRow(3, "READY", null, null);
        violates("I1", "Row 30000001 3 is unfinished");
    }

    @Test
    void i1_two_rows_that_became_one_qualification() {
        world.bulkRow(3, "FAILED", 4, null);
        violates("I1", "Several rows became qualification 4");
    }

    @Test
    void i1_a_row_whose_qualification_is_gone() {
        world.bulkRow(3, "FAILED", 9, null);
        violates("I1", "The qualification of row 30000001 3 is missing");
    }

    @Test
    void i1_a_row_that_says_that_it_was_submitted_and_was_not() {
        world.bulkRow(3, "SUBMITTED", 2, 109);
        violates("I1", "Row 30000001 3 is SUBMITTED and 0 revisions have work order 109");
    }

    @Test
    void i1_a_row_that_was_read_as_submitted_under_another_work_order() {
        world.did("applicant-3", "readRows", Moment.OK, Map.of("filing", "30000001"), Map.of("submitted", "2:105"));
        violates("I1", "Row 2 of bulk filing 30000001 was reported as submitted under 105 but is not");
    }

    @Test
    void i1_a_submission_by_a_sheet_of_which_no_row_knows() {
        world.rows(QUALIFICATION, "bulk_row").clear();
        violates("I1", "No request for the submission under key bulk-30000001-2");
        violates("I1", "SUBMITTED happened to qualification 4 although its request was rejected or does not exist");
    }

    @Test
    void i2_a_submission_without_a_review() {
        world.remove(REVIEW, "review", "work_order", 102);
        violates("I2", "Submission 102 has no review");
    }

    @Test
    void i2_a_review_that_goes_on_after_the_qualification_was_decided() {
        world.row(REVIEW, "review", "work_order", 101).put("status", "OPEN");
        violates("I2", "disagree on whether it is in review");
    }

    @Test
    void i2_a_review_of_nothing() {
        world.put(REVIEW, "review", "work_order", 999, "status", "CANCELLED");
        violates(new OneReviewPerSubmission(), "No submission of review 999");
    }

    @Test
    void i2_a_submission_of_a_letter_without_a_review() {
        world.remove(REVIEW, "review", "work_order", 107);
        violates("I2", "Submission 107 has no review");
    }

    @Test
    void i2_a_letter_that_waits_for_a_review_that_was_decided() {
        world.row(QUALIFICATION, "authorization_letter", "id", 7).put("status", "IN_REVIEW");
        violates("I2", "Review and letter of 107 disagree on whether it is in review");
    }

    @Test
    void i2_a_letter_that_was_decided_otherwise_than_its_review() {
        world.row(QUALIFICATION, "letter_submission", "work_order", 107).put("outcome", "REJECTED");
        violates("I2", "Review and submission 107 disagree on the outcome");
    }

    @Test
    void i2_a_review_of_a_letter_that_goes_on_after_the_withdrawal() {
        world.event(
                "e-l73",
                Topics.QUALIFICATION,
                "7",
                "zizhi.qualification.letter-withdrawn.v1",
                "{\"workOrder\":107,\"qualificationId\":null}");
        violates("I2", "Submission 107 was withdrawn but its review continues");
    }

    @Test
    void i2_a_review_of_a_letter_that_says_it_is_about_a_qualification() {
        world.row(REVIEW, "review", "work_order", 107).put("subject", "QUALIFICATION");
        violates("I2", "Review 107 has another subject");
    }

    @Test
    void i2_a_carried_letter_that_was_decided_otherwise_than_its_review_says() {
        world.row(QUALIFICATION, "letter_submission", "work_order", 106).put("outcome", "REJECTED");
        violates("I2", "The letter of 106 does not have the result of its review");
    }

    @Test
    void i2_a_carried_letter_that_still_waits() {
        world.row(QUALIFICATION, "authorization_letter", "id", 8).put("status", "IN_REVIEW");
        violates("I2", "The letter of 106 is not in review as long as its qualification");
    }

    @Test
    void i2_a_carried_letter_whose_qualification_was_not_submitted() {
        world.row(QUALIFICATION, "letter_submission", "work_order", 106).put("qualification_id", 2);
        violates("I2", "No qualification was submitted with the letter of 106");
    }

    @Test
    void i3_a_decision_on_a_letter_without_a_result() {
        world.records.removeIf(record -> record.header("ce_id").equals("e-l72"));
        violates("I3", "Work order 107: decisions and results of qualifications differ, 1 and 0");
    }

    @Test
    void i3_a_decision_on_a_letter_without_a_notice_or_with_two() {
        world.remove(NOTIFICATION, "notice", "work_order", 107);
        violates("I3", "Work order 107: decisions and notices differ, 1 and 0");
        world.put(NOTIFICATION, "notice", "work_order", 107, "message_id", "n7");
        world.notice("2/107/LETTER_APPROVED", 107, "n8", "LETTER_APPROVED");
        violates("I3", "Work order 107: decisions and notices differ, 1 and 2");
    }

    @Test
    void i3_a_notice_of_a_letter_that_names_nobody() {
        world.row(QUALIFICATION, "letter_submission", "letter_id", 7).put("account_id", "company-b");
        approvedWithContact("null");
        violates("I3", "Work order 107: decisions and notices differ, 0 and 1");
        world.remove(NOTIFICATION, "notice", "work_order", 107);
        assertThat(new OneNoticePerDecision().check(world.evidence())).isEmpty();
    }

    @Test
    void i3_a_carried_letter_without_a_result() {
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
    void i3_a_decision_without_a_notice() {
        world.remove(NOTIFICATION, "notice", "work_order", 101);
        violates("I3", "Work order 101: decisions and notices differ, 1 and 0");
    }

    @Test
    void i3_a_decision_told_twice() {
        world.put(NOTIFICATION, "notice", "work_order", 101, "message_id", "m1");
        violates("I3", "Work order 101: decisions and notices differ, 1 and 2");
    }

    @Test
    void i3_a_decision_that_the_qualification_never_took_over() {
        world.rows(QUALIFICATION, "timeline_entry")
                .removeIf(entry -> "APPROVED".equals(entry.get("act"))
                        && Integer.valueOf(101).equals(entry.get("work_order")));
        violates("I3", "decisions and entries of timelines differ, 1 and 0");
    }

    @Test
    void i4_a_notice_whose_message_never_arrived() {
        world.remove(NOTIFICATION, "local_inbox", "message_id", "m1");
        violates("I4", "Message m1 is ACCEPTED but never arrived");
    }

    @Test
    void i4_a_message_that_was_handed_over_twice() {
        world.put(NOTIFICATION, "local_hand_over", "message_id", "m1", "attempt", 2, "taken", false);
        assertThat(Audit.of(world.evidence())).isEmpty();
        world.put(NOTIFICATION, "local_hand_over", "message_id", "m1", "attempt", 2, "taken", true);
        violates("I4", "Message m1 was handed over 2 times");
    }

    @Test
    void i4_a_message_without_a_record_of_its_hand_over() {
        world.remove(NOTIFICATION, "local_hand_over", "message_id", "m1");
        violates("I4", "Message m1 was handed over 0 times");
    }

    @Test
    void i4_a_message_whose_fate_nobody_knows() {
        world.row(NOTIFICATION, "sms_message", "message_id", "code-v1").put("status", "UNKNOWN");
        violates("I4", "Message code-v1 has no final status, it is UNKNOWN");
    }

    @Test
    void i4_a_phone_verification_that_serves_two_submissions() {
        world.records.replaceAll(record -> record.header("ce_id").equals("e-q2")
                ? world.record("e-q2", record.topic(), "2", 1, record.header("ce_type"), "{\"contactId\":\"v1\"}")
                : record);
        violates("I4", "The verified phone of v1 was used 2 times");
    }

    @Test
    void i3_a_decision_that_was_withdrawn_before_it_was_published_is_told_to_nobody() {
        world.row(REVIEW, "review", "work_order", 102).put("superseded_at", World.MEANWHILE);
        world.put(REVIEW, "decision", "work_order", 102, "outcome", "APPROVED", "reviewer_id", "reviewer-b");
        violates("I3", "Work order 102: decisions and events of decisions differ, 1 and 0");
        world.event("e-r6", Topics.REVIEW, "102", "zizhi.review.cancelled.v1", "{}");
        assertThat(new OneNoticePerDecision().check(world.evidence())).isEmpty();
    }

    @Test
    void i4_an_alert_that_staff_were_not_told_of() {
        world.put(NOTIFICATION, "staff_subscription", "subscription_id", 1, "created_at", World.START);
        violates("I4", "1 reviews were WARNED, but staff were notified of 0");
        world.put(NOTIFICATION, "staff_notice", "subscription_id", 1, "kind", "WARNED", "reviews", 1);
        assertThat(Audit.of(world.evidence())).isEmpty();
    }

    @Test
    void i4_what_happened_before_staff_asked_is_not_told() {
        world.put(NOTIFICATION, "staff_subscription", "subscription_id", 1, "created_at", World.START.plusSeconds(16));
        assertThat(Audit.of(world.evidence())).isEmpty();
    }

    @Test
    void i4_a_reminder_that_was_never_sent_or_twice() {
        world.remove(NOTIFICATION, "notice", "message_id", "n1");
        violates("I4", "Reminder 1/101/QUALIFICATION_EXPIRING/7/2026-12-02 was sent 0 times");
        world.put(NOTIFICATION, "notice", "notice_key", REMINDER, "work_order", 101, "message_id", "n1");
        assertThat(Audit.of(world.evidence())).isEmpty();
        world.notice(REMINDER, 101, "n2", "QUALIFICATION_EXPIRING");
        violates("I4", "Reminder 1/101/QUALIFICATION_EXPIRING/7/2026-12-02 was sent 2 times");
    }

    @Test
    void i4_a_reminder_of_what_does_not_end() {
        world.notice("1/101/QUALIFICATION_EXPIRING/1/2026-11-26", 101, "n2", "QUALIFICATION_EXPIRING");
        violates("I4", "Reminder 1/101/QUALIFICATION_EXPIRING/1/2026-11-26 has no expiring evidence");
    }

    @Test
    void i5_a_reminder_that_nobody_was_told_of_or_twice() {
        world.records.removeIf(record -> record.header("ce_id").equals("e-q5"));
        violates("I5", "Of 1 reminders 0 were published: zizhi.qualification.expiring.v1 of 1 that ends on 2026-12-02");
    }

    @Test
    void i5_a_reminder_without_a_timer() {
        world.rows(QUALIFICATION, "timer").clear();
        violates("I5", "Of 0 reminders 1 were published");
    }

    @Test
    void i5_a_reminder_that_was_published_before_it_was_due() {
        world.row(QUALIFICATION, "outbox", "event_id", "e-q5").put("sent_at", World.START.plusSeconds(9));
        violates("I5", "A reminder was published before it was due");
    }

    @Test
    void i5_a_reminder_of_what_was_never_approved() {
        world.row(QUALIFICATION, "revision", "work_order", 101).put("outcome", "REJECTED");
        violates("I5", "A reminder was sent without an approval: 101");
    }

    @Test
    void i5_a_timer_that_fired_early() {
        world.row(REVIEW, "timer", "state", "FIRED").put("fired_at", World.START.plusSeconds(14));
        violates("I5", "A timer fired before it was due");
    }

    @Test
    void i5_a_timer_that_fired_by_another_clock() {
        world.row(REVIEW, "timer", "state", "FIRED").put("fired_at", World.START.plusSeconds(7_200));
        violates("I5", "fired by a clock that is ahead");
    }

    @Test
    void i5_a_timer_that_fired_far_too_late() {
        world.row(REVIEW, "timer", "state", "FIRED").put("fired_at", World.START.plusSeconds(15 + 61));
        violates("I5", "A timer fired 61 s late, outside strikes");
    }

    @Test
    void i5_strikes_do_not_count_as_lateness() {
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
    void i5_a_timer_whose_event_was_published_before_it_was_due() {
        world.row(REVIEW, "outbox", "event_id", "e-r5").put("sent_at", World.START.plusSeconds(3));
        violates("I5", "its event was published before it was due");
    }

    @Test
    void i5_a_timer_that_fired_twice() {
        world.event(
                "e-r6",
                Topics.REVIEW,
                "102",
                "zizhi.review.sla-warned.v1",
                "{\"firedAt\":\"" + World.START.plusSeconds(16) + "\"}");
        violates("I5", "WARN of work order 102 was published 2 times");
    }

    @Test
    void i5_a_timer_that_was_forgotten() {
        world.row(REVIEW, "timer", "state", "ARMED").put("due_at", World.START.minus(Duration.ofMinutes(5)));
        violates("I5", "A due timer never fired");
    }

    @Test
    void i6_a_due_time_that_is_a_microsecond_off() {
        world.row(REVIEW, "review", "work_order", 102)
                .put("due_at", World.START.plusSeconds(20).plusNanos(1_000));
        violates("I6", "Work order 102 should have its warning at");
    }

    @Test
    void i6_an_applicant_who_was_told_another_time() {
        world.row(QUALIFICATION, "revision", "work_order", 102).put("due_at", World.START.plusSeconds(21));
        violates("I6", "The applicant of 102 got a different due time");
    }

    @Test
    void i6_a_clock_that_started_before_the_submission() {
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
    void i6_an_applicant_who_was_told_another_time_for_a_letter() {
        world.row(QUALIFICATION, "letter_submission", "work_order", 107).put("due_at", World.START.plusSeconds(21));
        violates("I6", "The applicant of 107 got a different due time");
    }

    @Test
    void i6_a_clock_of_a_letter_that_started_before_the_submission() {
        world.row(QUALIFICATION, "letter_submission", "work_order", 107)
                .put("submitted_at", World.START.minusMillis(1));
        violates("I6", "The clock of 107 did not start when it was submitted");
    }

    @Test
    void i6_a_clock_that_was_started_again_is_no_violation() {
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
    void i7_an_event_that_overtook_another() {
        TopicRecord opened = world.records.stream()
                .filter(record -> record.header("ce_id").equals("e-r1"))
                .findFirst()
                .orElseThrow();
        world.records.remove(opened);
        world.records.add(opened);
        violates("I7", "Version 2 of 101 came before an earlier one and was not repeated after it");
    }

    @Test
    void i7_what_ran_ahead_and_came_again_in_its_place_is_no_violation() {
        TopicRecord decided = world.records.stream()
                .filter(record -> record.header("ce_id").equals("e-r3"))
                .findFirst()
                .orElseThrow();
        world.records.addFirst(decided);
        assertThat(Audit.of(world.evidence())).isEmpty();
    }

    @Test
    void i7_a_repeated_record_is_no_violation() {
        world.records.add(world.records.get(3));
        assertThat(Audit.of(world.evidence())).isEmpty();
    }

    @Test
    void i7_an_event_that_a_consumer_never_applied() {
        world.remove(DOCUMENT, "inbox", "event_id", "e-q3");
        violates("I7", "document-service never applied zizhi.qualification.approved.v1 of 1");
    }

    @Test
    void i7_events_applied_in_another_order() {
        world.row(NOTIFICATION, "inbox", "event_id", "e-q3").put("received_at", World.START.minusSeconds(9));
        violates("I7", "notification-service applied version 2 of 1 before its predecessor");
    }

    @Test
    void i8_an_event_that_waits_for_ever() {
        world.row(REVIEW, "outbox", "event_id", "e-r5").put("sent_at", null);
        violates("I8", "An event of review-service was not sent");
    }

    @Test
    void i8_an_event_that_was_marked_and_never_acknowledged() {
        world.records.removeIf(record -> record.header("ce_id").equals("e-d1"));
        violates("I8", "An event of document-service is marked as sent but is missing");
    }

    @Test
    void i8_an_event_that_nobody_committed() {
        world.remove(DOCUMENT, "outbox", "event_id", "e-d1");
        violates("I8", "An event was published but never committed");
    }

    @Test
    void i9_a_row_without_its_object() {
        world.objects.clear();
        violates("I9", "The bytes of document d1 are missing");
    }

    @Test
    void i9_an_object_with_other_bytes() {
        world.objects.set(0, new StoredObject("documents/d1", "cannot be decrypted", World.START));
        violates("I9", "The bytes of document d1 differ from the upload");
    }

    @Test
    void i9_an_orphan_that_was_never_swept_away() {
        world.objects.add(new StoredObject("documents/d9", "abc", World.START.minus(Duration.ofMinutes(3))));
        violates("I9", "Object documents/d9 has no row");
    }

    @Test
    void i9_an_orphan_may_be_young() {
        world.objects.add(new StoredObject("documents/d9", "abc", World.START));
        assertThat(Audit.of(world.evidence())).isEmpty();
    }

    @Test
    void i10_a_decision_on_a_review_that_nobody_claimed() {
        world.event("e-r6", Topics.REVIEW, "102", "zizhi.review.decided.v1", "{\"workOrder\":102}");
        violates("I10", "zizhi.review.decided.v1 came while 102 was OPEN");
    }

    @Test
    void i10_a_proposal_stays_one_while_a_second_person_has_it() {
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
    void i10_a_decision_that_can_be_undone_is_told_to_nobody_and_its_review_may_be_reopened() {
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
    void i10_a_row_that_is_elsewhere_than_its_events() {
        world.row(QUALIFICATION, "qualification", "id", 1).put("status", "REJECTED");
        violates("I10", "The events of 1 lead to APPROVED but its row has another state");
    }

    @Test
    void i10_an_event_that_nobody_can_replay() {
        world.event("e-x", Topics.REVIEW, "102", "zizhi.review.forgotten.v1", "{}");
        violates("I10", "Unknown event type zizhi.review.forgotten.v1");
    }

    @Test
    void i10_a_letter_that_is_elsewhere_than_its_events() {
        world.row(QUALIFICATION, "authorization_letter", "id", 7).put("status", "WITHDRAWN");
        violates("I10", "The events of 7 lead to APPROVED but its row has another state");
    }

    @Test
    void i10_a_letter_that_was_approved_and_never_submitted() {
        world.records.removeIf(record -> record.header("ce_id").equals("e-l71"));
        violates("I10", "zizhi.qualification.letter-approved.v1 came while 7 was absent");
    }

    @Test
    void i10_a_carried_letter_that_was_in_a_review_of_its_own() {
        world.event(
                "e-l73",
                Topics.QUALIFICATION,
                "7",
                "zizhi.qualification.letter-rejected.v1",
                "{\"workOrder\":106,\"qualificationId\":6}");
        violates("I10", "zizhi.qualification.letter-rejected.v1 came while 7 was APPROVED");
    }

    @Test
    void i10_a_letter_that_waits_for_the_qualification_that_carries_it_is_no_violation() {
        world.row(QUALIFICATION, "authorization_letter", "id", 8).put("status", "IN_REVIEW");
        assertThat(new LegalTransitions().check(world.evidence())).isEmpty();
        world.row(QUALIFICATION, "authorization_letter", "id", 8).put("current_order", 107);
        violates("I10", "The events of 8 lead to APPROVED but its row has another state");
    }

    @Test
    void i10_a_reminder_of_a_qualification_that_was_never_submitted() {
        world.event("e-x", Topics.QUALIFICATION, "99", "zizhi.qualification.expiring.v1", "{}");
        violates("I10", "zizhi.qualification.expiring.v1 came while 99 was absent");
    }

    @Test
    void i10_a_reminder_of_a_letter_that_was_deleted() {
        world.event("e-l73", Topics.QUALIFICATION, "7", "zizhi.qualification.letter-deleted.v1", "{}");
        world.letterEnds("null");
        violates("I10", "zizhi.qualification.letter-expiring.v1 came while 7 was deleted");
    }

    @Test
    void i10_a_document_whose_row_is_gone_and_that_nobody_deleted() {
        world.rows(DOCUMENT, "document").clear();
        violates("I10", "lead to stored but its row has another state");
    }

    @Test
    void i10_a_message_that_is_told_twice_with_two_ends() {
        world.event("e-m9", Topics.NOTIFICATION, "m1", "zizhi.notification.sms-failed.v1", "{\"messageId\":\"m1\"}");
        violates("I10", "sms-failed.v1 came while m1 was ACCEPTED");
    }

    @Test
    void i11_a_sight_that_is_not_on_record() {
        world.did("reviewer-b", "view", Moment.OK, Map.of("document", "d1"), Map.of());
        violates("I11", "Not audited 1 times: reviewer-b document.viewed d1");
    }

    @Test
    void i11_a_decision_that_is_not_on_record() {
        world.rows(REVIEW, "audit_entry").clear();
        violates("I11", "Not audited: reviewer-a review.decided 101");
    }

    @Test
    void i12_a_phone_in_a_log() {
        world.pages.add(new Page("notification-service.log", "sending to 13812345678."));
        violates("I12", "A phone number appears in notification-service.log");
    }

    @Test
    void i12_an_id_number_in_an_event() {
        world.records.replaceAll(record -> record.header("ce_id").equals("e-d1")
                ? world.record(
                        "e-d1", record.topic(), "d1", 1, record.header("ce_type"), "{\"of\":\"33010619900101001X\"}")
                : record);
        violates("I12", "An id number appears in zizhi.document.v1");
    }

    @Test
    void i12_a_name_in_a_plain_column() {
        world.put(REVIEW, "decision_point", "note", "请欧龘靐重新提交");
        violates("I12", "A name appears in review-service, table decision_point");
    }

    @Test
    void i13_a_dead_letter_that_was_no_poison() {
        world.records.add(new TopicRecord(
                Topics.deadLetter(Topics.REVIEW, QUALIFICATION), 0, 0, "101", Map.of("ce_id", "e-r1"), "{}"));
        violates("I13", "A regular record became a dead letter");
    }

    @Test
    void i13_poison_that_vanished_at_one_of_its_consumers() {
        world.poison.add(new Poison("p1", Topics.QUALIFICATION, "k", "random bytes", Poison.Fate.DEAD_LETTER));
        for (String service : List.of(REVIEW, DOCUMENT)) {
            world.records.add(new TopicRecord(
                    Topics.deadLetter(Topics.QUALIFICATION, service), 0, 0, "k", Map.of(Poison.HEADER, "p1"), "?"));
        }
        violates("I13", "This poison record vanished: zizhi.qualification.v1.notification-service.dead-letter p1");
    }

    @Test
    void i13_poison_that_is_a_dead_letter_in_topic_and_table_of_each_consumer_is_no_violation() {
        deadLetter();
        assertThat(Audit.of(world.evidence())).isEmpty();
    }

    @Test
    void i13_a_dead_letter_that_is_kept_twice() {
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
    void i13_a_used_version_that_one_consumer_took_for_a_repetition() {
        world.poison.add(new Poison("c1", Topics.REVIEW, "101", "USED_VERSION", Poison.Fate.DISCARDED));
        world.put(QUALIFICATION, "discard", "event_id", "c1", "state", "CARRIED_OUT");
        violates("I13", "parked and discarded 0 times instead of 1: notification-service c1");
    }

    @Test
    void i13_a_used_version_that_each_consumer_parked_is_no_violation() {
        world.poison.add(new Poison("c1", Topics.REVIEW, "101", "USED_VERSION", Poison.Fate.DISCARDED));
        world.put(QUALIFICATION, "discard", "event_id", "c1", "state", "CARRIED_OUT");
        world.put(NOTIFICATION, "discard", "event_id", "c1", "state", "CARRIED_OUT");
        assertThat(Audit.of(world.evidence())).isEmpty();
    }

    @Test
    void i13_an_event_that_was_discarded_without_a_conflict() {
        world.put(REVIEW, "discard", "event_id", "e-q1", "state", "CARRIED_OUT");
        violates("I13", "parked and discarded 1 times instead of 0: review-service e-q1");
    }

    @Test
    void i13_an_aggregate_that_was_parked() {
        world.row(REVIEW, "inbox_cursor", "aggregate_id", "1").put("parked_at", World.START);
        violates("I13", "review-service has parked an aggregate");
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
                .anySatisfy(violation -> assertThat(violation.told()).contains(what));
    }
}
