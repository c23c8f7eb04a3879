package io.zizhi.faults.audit;

import static io.zizhi.faults.evidence.Evidence.DOCUMENT;
import static io.zizhi.faults.evidence.Evidence.NOTIFICATION;
import static io.zizhi.faults.evidence.Evidence.QUALIFICATION;
import static org.assertj.core.api.Assertions.assertThat;

import io.zizhi.contracts.Topics;
import io.zizhi.faults.audit.notices.OneMessagePerResult;
import io.zizhi.faults.audit.notices.OneNoticePerDecision;
import io.zizhi.faults.driver.history.Moment;
import io.zizhi.faults.evidence.Invariant;
import io.zizhi.faults.evidence.TopicRecord;
import io.zizhi.faults.suite.Strike;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Checks that the audit recomputes contacts from the applicants' submissions, and accepts a missing notice only with a
 * reason.
 */
class ContactAuditTest {

    private final World world = new World();

    @Test
    void expects_letter_reminder_with_a_contact() {
        world.letterEnds("{\"qualificationId\":2,\"contactId\":\"v2\"}");
        violates(new OneMessagePerResult(), "Reminder 2/107/LETTER_EXPIRING/1/2026-11-26 was sent 0 times");
        world.notice("2/107/LETTER_EXPIRING/1/2026-11-26", 107, "n9", "LETTER_EXPIRING");
        assertThat(Audit.of(world.evidence())).isEmpty();
    }

    @Test
    void expects_no_letter_reminder_without_a_qualification() {
        world.row(QUALIFICATION, "letter_submission", "letter_id", 7).put("account_id", "company-b");
        world.letterEnds("null");
        sound(new OneMessagePerResult());
    }

    @Test
    void finds_letter_event_without_existing_contact() {
        world.letterEnds("null");
        violates(new OneMessagePerResult(), "An event names contact nobody instead of [2/v2]");
        replace("e-l72", "{\"workOrder\":107,\"contact\":null}");
        violates(new OneNoticePerDecision(), "An event names contact nobody instead of [2/v2]");
    }

    @Test
    void finds_letter_event_with_contact_of_older_submission() {
        world.letterEnds("{\"qualificationId\":1,\"contactId\":\"v1\"}");
        world.notice("1/107/LETTER_EXPIRING/1/2026-11-26", 107, "n9", "LETTER_EXPIRING");
        violates(new OneMessagePerResult(), "An event names contact 1/v1 instead of [2/v2]");
        replace("e-l72", "{\"workOrder\":107,\"contact\":{\"qualificationId\":1,\"contactId\":\"v1\"}}");
        violates(new OneNoticePerDecision(), "An event names contact 1/v1 instead of [2/v2]");
    }

    @Test
    void finds_qualification_event_with_wrong_contact() {
        replace("e-q3", "{\"workOrder\":101,\"contactId\":\"v2\"}");
        violates(new OneNoticePerDecision(), "An event names contact 1/v2 instead of [1/v1]");
        replace("e-q5", """
                {"workOrder":101,"contactId":"v2","evidence":["CERTIFICATE"],"daysLeft":7,"endsOn":"2026-12-02"}""");
        violates(new OneMessagePerResult(), "An event names contact 1/v2 instead of [1/v1]");
    }

    @Test
    void finds_submission_with_wrong_contact() {
        world.row(QUALIFICATION, "revision", "work_order", 101).put("contact_id", "v2");
        violates(new OneNoticePerDecision(), "Work order 101 was submitted with a contact other than [v1]");
    }

    @Test
    void finds_sheet_row_with_wrong_contact() {
        world.row(QUALIFICATION, "revision", "work_order", 104).put("contact_id", "v2");
        violates(new OneNoticePerDecision(), "Work order 104 was submitted with a contact other than [v4]");
    }

    @Test
    void expects_contact_of_last_edit() {
        amendTheFirst("v6");
        sound(new OneNoticePerDecision());
        world.row(QUALIFICATION, "revision", "work_order", 109).put("contact_id", "v1");
        violates(new OneNoticePerDecision(), "Work order 109 was submitted with a contact other than [v6]");
    }

    /** Submits qualification 1 again, two seconds after the start, with that phone verification. */
    private void amendTheFirst(String verification) {
        world.asked("edit", Moment.OK, 1, 3, Map.of("material", "d7", "verification", verification));
        world.act(1, "AMENDMENT_OPENED");
        world.act(1, "SUBMITTED").put("work_order", 109);
        world.put(
                QUALIFICATION,
                "revision",
                "id",
                19,
                "qualification_id",
                1,
                "work_order",
                109,
                "submitted_at",
                World.START.plusSeconds(2),
                "contact_id",
                verification,
                "content",
                World.form(1, World.LONG_TERM).replace("v1", verification));
        Map<String, String> asked = Map.of("id", "1", "version", "4", "key", "k9");
        world.did(World.START.plusSeconds(2), "applicant-1", "submit", Moment.OK, asked, Map.of("version", "5"));
    }

    @Test
    void expects_contact_of_the_newest_submission_at_the_reminder() {
        amendTheFirst("v6");
        world.letterEnds("{\"qualificationId\":2,\"contactId\":\"v2\"}");
        violates(new OneMessagePerResult(), "An event names contact 2/v2 instead of [1/v6]");
        discardAmendment(World.START.plusSeconds(5));
        world.notice("2/107/LETTER_EXPIRING/1/2026-11-26", 107, "n9", "LETTER_EXPIRING");
        sound(new OneMessagePerResult());
    }

    @Test
    void accepts_either_contact_if_discard_overlaps_reminder() {
        amendTheFirst("v6");
        discardAmendment(World.START.plusMillis(10_500));
        world.letterEnds("{\"qualificationId\":2,\"contactId\":\"v2\"}");
        world.notice("2/107/LETTER_EXPIRING/1/2026-11-26", 107, "n9", "LETTER_EXPIRING");
        sound(new OneMessagePerResult());
        replace("e-l74", """
                {"workOrder":107,"daysLeft":1,"endsOn":"2026-11-26","contact":{"qualificationId":1,"contactId":"v6"}}""");
        world.row(NOTIFICATION, "notice", "message_id", "n9").put("notice_key", "1/107/LETTER_EXPIRING/1/2026-11-26");
        world.row(NOTIFICATION, "local_inbox", "message_id", "n9").put("phone_index", "phone of v6");
        sound(new OneMessagePerResult());
    }

    private void discardAmendment(Instant at) {
        Map<String, String> asked = Map.of("id", "1", "version", "5");
        world.did(at, "applicant-1", "discard", Moment.OK, asked, Map.of("version", "6"));
        world.act(1, "AMENDMENT_DISCARDED");
    }

    @Test
    void finds_notice_to_wrong_number() {
        world.row(NOTIFICATION, "local_inbox", "message_id", "m1").put("phone_index", "phone of v2");
        violates(
                new OneNoticePerDecision(),
                "Notice 1/101/QUALIFICATION_APPROVED went to a number other than that of 1/v1");
        world.row(NOTIFICATION, "local_inbox", "message_id", "n1").put("phone_index", "phone of v2");
        violates(
                new OneMessagePerResult(),
                "Notice 1/101/QUALIFICATION_EXPIRING/7/2026-12-02 went to a number other than that of 1/v1");
    }

    @Test
    void finds_notice_about_wrong_qualification() {
        world.row(NOTIFICATION, "notice", "work_order", 107).put("notice_key", "1/107/LETTER_APPROVED");
        violates(new OneNoticePerDecision(), "Notice 1/107/LETTER_APPROVED should be 2/107/LETTER_APPROVED");
    }

    @Test
    void accepts_either_contact_if_deletion_overlaps_submission() {
        world.deleted(2, World.START.minusMillis(10));
        sound(new OneNoticePerDecision());
        replace("e-l72", "{\"workOrder\":107,\"contact\":{\"qualificationId\":1,\"contactId\":\"v1\"}}");
        world.remove(NOTIFICATION, "notice", "work_order", 107);
        world.notice("1/107/LETTER_APPROVED", 107, "n8", "LETTER_APPROVED");
        sound(new OneNoticePerDecision());
    }

    @Test
    void finds_letter_with_deleted_contact() {
        world.deleted(2, World.START.minusSeconds(9));
        violates(new OneNoticePerDecision(), "An event names contact 2/v2 instead of [1/v1]");
    }

    @Test
    void accepts_missing_notice_only_after_received_deletion() {
        world.remove(NOTIFICATION, "notice", "work_order", 107);
        world.event("e-q7", Topics.QUALIFICATION, "2", "zizhi.qualification.deleted.v1", "{}");
        Instant handled = World.START.plusSeconds(5);
        world.received("e-l72", handled);
        world.received("e-q7", handled.minusMillis(1));
        sound(new OneNoticePerDecision());
        world.received("e-q7", handled.plus(Duration.ofMillis(1_001)));
        violates(new OneNoticePerDecision(), "Work order 107: decisions and notices differ, 1 and 0");
        world.remove(NOTIFICATION, "inbox", "event_id", "e-q7");
        violates(new OneNoticePerDecision(), "Work order 107: decisions and notices differ, 1 and 0");
    }

    @Test
    void accepts_missing_notice_paused_by_a_strike() {
        world.remove(NOTIFICATION, "notice", "work_order", 107);
        world.event("e-q7", Topics.QUALIFICATION, "2", "zizhi.qualification.deleted.v1", "{}");
        Instant handled = World.START.plusSeconds(5);
        world.received("e-l72", handled);
        world.received("e-q7", handled.plusSeconds(10));
        violates(new OneNoticePerDecision(), "Work order 107: decisions and notices differ, 1 and 0");
        world.strikes.add(new Strike(
                "F3-pause-service",
                "notification-service was paused",
                true,
                handled.plusMillis(200),
                handled.plusSeconds(12)));
        sound(new OneNoticePerDecision());
    }

    @Test
    void accepts_missing_reminder_only_after_received_deletion() {
        world.letterEnds("{\"qualificationId\":2,\"contactId\":\"v2\"}");
        world.event("e-q7", Topics.QUALIFICATION, "2", "zizhi.qualification.deleted.v1", "{}");
        world.received("e-q7", World.START.plusSeconds(12).minusMillis(1));
        sound(new OneMessagePerResult());
        world.received("e-q7", World.START.plusSeconds(14));
        violates(new OneMessagePerResult(), "Reminder 2/107/LETTER_EXPIRING/1/2026-11-26 was sent 0 times");
    }

    @Test
    void ignores_deletions_received_by_other_services() {
        world.remove(NOTIFICATION, "notice", "work_order", 107);
        world.event("e-q7", Topics.QUALIFICATION, "2", "zizhi.qualification.deleted.v1", "{}");
        world.row(DOCUMENT, "inbox", "event_id", "e-q7").put("received_at", World.START);
        world.row(NOTIFICATION, "inbox", "event_id", "e-q7").put("received_at", World.START.plusSeconds(9));
        violates(new OneNoticePerDecision(), "Work order 107: decisions and notices differ, 1 and 0");
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
