package io.zizhi.faults.audit;

import static io.zizhi.faults.evidence.Evidence.QUALIFICATION;
import static org.assertj.core.api.Assertions.assertThat;

import io.zizhi.contracts.Topics;
import io.zizhi.faults.audit.notices.TimersFireOnce;
import io.zizhi.faults.evidence.Invariant;
import io.zizhi.faults.evidence.TopicRecord;
import io.zizhi.faults.evidence.Violation;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Checks that the audit computes reminder timers itself. It then finds errors even if timer, event and notice agree.
 */
class ReminderAuditTest {

    private static final String TOMORROW = "DAYS_1 2026-12-02";
    private static final String OVER = "EXPIRED 2026-12-02";

    private final World world = new World();

    @Test
    void finds_missing_timer() {
        world.remove(QUALIFICATION, "timer", "kind", TOMORROW);
        violates(
                new TimersFireOnce(),
                "There is no timer DAYS_1 2026-12-02 of qualification-expiry 1, cycle 1, due at 2026-12-01T01:00:10.25");
    }

    @Test
    void finds_missing_timer_of_end() {
        world.remove(QUALIFICATION, "timer", "kind", OVER);
        violates(new TimersFireOnce(), "There is no timer EXPIRED 2026-12-02");
    }

    @Test
    void finds_missing_timers_of_letter() {
        world.row(QUALIFICATION, "letter_submission", "letter_id", 7).put("content", World.letterForm(7, "2027-12-31"));
        violates(new TimersFireOnce(), "There is no timer DAYS_90 2027-12-31 of letter-expiry 7, cycle 1");
        violates(new TimersFireOnce(), "There is no timer EXPIRED 2027-12-31 of letter-expiry 7, cycle 1");
    }

    @Test
    void finds_timer_due_at_wrong_time() {
        timer(TOMORROW).put("due_at", Instant.parse("2026-12-01T01:00:11.25Z"));
        violates(
                new TimersFireOnce(),
                "A reminder is due at 2026-12-01T01:00:11.250Z instead of 2026-12-01T01:00:10.250Z");
    }

    @Test
    void finds_timer_for_wrong_day() {
        timer(TOMORROW).put("kind", "DAYS_1 2026-12-03");
        violates(new TimersFireOnce(), "There is no timer DAYS_1 2026-12-02");
        violates(new TimersFireOnce(), "No approval requires timer DAYS_1 2026-12-03");
    }

    @Test
    void finds_timer_that_contradicts_form_but_not_event() {
        world.row(QUALIFICATION, "revision", "work_order", 101).put("content", World.form(1, "2027-12-02"));
        violates(new TimersFireOnce(), "No approval requires timer DAYS_7 2026-12-02");
    }

    @Test
    void finds_timer_of_stage_that_had_passed_before_approval() {
        world.reminder("qualification-expiry", 1, "DAYS_30 2026-12-02", Instant.parse("2026-11-02T01:00:10.25Z"));
        violates(new TimersFireOnce(), "No approval requires timer DAYS_30 2026-12-02");
    }

    @Test
    void accepts_stage_due_during_approval_either_way() {
        received("e-r3", World.START.plusSeconds(9));
        world.received("e-q3", World.START.plusSeconds(11));
        world.received("e-q5", World.START.plusSeconds(12));
        sound(new TimersFireOnce());
        world.remove(QUALIFICATION, "timer", "state", "FIRED");
        world.records.removeIf(record -> record.header("ce_id").equals("e-q5"));
        sound(new TimersFireOnce());
        received("e-r3", World.START.plusSeconds(8));
        world.received("e-q3", World.START.plusSeconds(9));
        violates(new TimersFireOnce(), "There is no timer DAYS_7 2026-12-02");
    }

    private void received(String decision, Instant at) {
        world.row(QUALIFICATION, "inbox", "event_id", decision).put("received_at", at);
    }

    @Test
    void finds_timer_cancelled_without_cause() {
        timer(TOMORROW).put("state", "CANCELLED");
        violates(new TimersFireOnce(), "A reminder was cancelled for an approval in force");
    }

    @Test
    void finds_timer_still_armed_after_deletion() {
        world.deleted(1, World.START.plusSeconds(12));
        timer(TOMORROW).put("state", "CANCELLED");
        violates(new TimersFireOnce(), "A reminder is armed for an approval no longer in force");
        timer(OVER).put("state", "CANCELLED");
        sound(new TimersFireOnce());
    }

    @Test
    void finds_reminder_sent_after_deletion() {
        world.deleted(1, World.START.plusSeconds(8));
        timer(TOMORROW).put("state", "CANCELLED");
        timer(OVER).put("state", "CANCELLED");
        violates(new TimersFireOnce(), "A reminder was sent for an approval no longer in force");
    }

    @Test
    void finds_timer_cancelled_long_after_it_was_due() {
        world.deleted(1, World.START.plusSeconds(10).plus(TimersFireOnce.LATEST).plusMillis(1));
        world.remove(QUALIFICATION, "timer", "state", "FIRED");
        world.reminder("qualification-expiry", 1, "DAYS_7 2026-12-02", World.START.plusSeconds(10));
        cancelAll();
        violates(new TimersFireOnce(), "A reminder was cancelled 60 s after it should have been sent");
    }

    @Test
    void cancels_timers_of_replaced_revision_and_arms_new_ones() {
        approvedAgain("2027-12-02");
        violates(new TimersFireOnce(), "A reminder is armed for an approval no longer in force");
        violates(new TimersFireOnce(), "There is no timer DAYS_90 2027-12-02 of qualification-expiry 1, cycle 2");
        cancelAll();
        Map.of(
                        "DAYS_90 2027-12-02", "2027-09-03T01:00:10.25Z",
                        "DAYS_30 2027-12-02", "2027-11-02T01:00:10.25Z",
                        "DAYS_7 2027-12-02", "2027-11-25T01:00:10.25Z",
                        "DAYS_1 2027-12-02", "2027-12-01T01:00:10.25Z",
                        "EXPIRED 2027-12-02", "2027-12-02T16:00:00Z")
                .forEach((kind, dueAt) -> world.reminder("qualification-expiry", 1, kind, Instant.parse(dueAt))
                        .put("cycle", 2));
        sound(new TimersFireOnce());
    }

    /** Approves qualification 1 again, after its reminder. */
    private void approvedAgain(String lastDay) {
        world.put(
                QUALIFICATION,
                "revision",
                "id",
                19,
                "qualification_id",
                1,
                "work_order",
                109,
                "outcome",
                "APPROVED",
                "submitted_at",
                World.START.plusSeconds(12),
                "content",
                World.form(1, lastDay));
        world.event("e-r9", Topics.REVIEW, "109", "zizhi.review.decided.v1", "{\"workOrder\":109}");
        received("e-r9", World.START.plusSeconds(13));
        world.event("e-q9", Topics.QUALIFICATION, "1", "zizhi.qualification.approved.v1", "{\"workOrder\":109}");
        world.received("e-q9", World.START.plusSeconds(14));
    }

    private void cancelAll() {
        world.rows(QUALIFICATION, "timer").stream()
                .filter(timer -> "ARMED".equals(timer.get("state")))
                .forEach(timer -> timer.put("state", "CANCELLED"));
    }

    private Map<String, @Nullable Object> timer(String kind) {
        return world.row(QUALIFICATION, "timer", "kind", kind);
    }

    @Test
    void finds_event_about_other_evidence_or_another_submission() {
        replace("e-q5", """
                {"workOrder":101,"contactId":"v1","evidence":["ADMINISTRATOR"],"daysLeft":7,"endsOn":"2026-12-02"}""");
        violates(new TimersFireOnce(), "A reminder differs from the approval");
        replace("e-q5", """
                {"workOrder":104,"contactId":"v1","evidence":["CERTIFICATE"],"daysLeft":7,"endsOn":"2026-12-02"}""");
        violates(new TimersFireOnce(), "A reminder differs from the approval");
    }

    @Test
    void finds_event_with_wrong_number_of_days() {
        replace("e-q5", """
                {"workOrder":101,"contactId":"v1","evidence":["CERTIFICATE"],"daysLeft":6,"endsOn":"2026-12-02"}""");
        violates(new TimersFireOnce(), "Of 1 reminders 0 were published");
        violates(new TimersFireOnce(), "Of 0 reminders 1 were published");
    }

    @Test
    void finds_timer_and_form_without_a_readable_day() {
        world.row(QUALIFICATION, "timer", "state", "FIRED").put("kind", "DAYS_7 soon");
        violates(new TimersFireOnce(), "No approval requires timer DAYS_7 soon");
        world.row(QUALIFICATION, "timer", "state", "FIRED").put("kind", "DAYS_7");
        violates(new TimersFireOnce(), "No approval requires timer DAYS_7 of");
        world.row(QUALIFICATION, "revision", "work_order", 101).put("content", World.form(1, "soon"));
        assertThat(Audit.of(world.evidence()))
                .extracting(Violation::what)
                .contains("It could not be checked: Unreadable last day in a form: soon");
    }

    private void replace(String event, String body) {
        world.records.replaceAll(record -> record.header("ce_id").equals(event)
                ? new TopicRecord(
                        record.topic(), record.partition(), record.offset(), record.key(), record.headers(), body)
                : record);
    }

    private void sound(Invariant invariant) {
        assertThat(invariant.check(world.evidence())).isEmpty();
    }

    private void violates(Invariant invariant, String what) {
        assertThat(invariant.check(world.evidence()))
                .anySatisfy(violation -> assertThat(violation.summary()).contains(what));
    }
}
