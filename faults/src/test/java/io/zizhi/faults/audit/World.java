package io.zizhi.faults.audit;

import static io.zizhi.faults.evidence.Evidence.DOCUMENT;
import static io.zizhi.faults.evidence.Evidence.NOTIFICATION;
import static io.zizhi.faults.evidence.Evidence.QUALIFICATION;
import static io.zizhi.faults.evidence.Evidence.REVIEW;

import io.zizhi.contracts.Topics;
import io.zizhi.e2e.Streams;
import io.zizhi.faults.driver.history.Moment;
import io.zizhi.faults.driver.history.Operation;
import io.zizhi.faults.evidence.Evidence;
import io.zizhi.faults.evidence.Page;
import io.zizhi.faults.evidence.Personal;
import io.zizhi.faults.evidence.PolicyTable;
import io.zizhi.faults.evidence.Row;
import io.zizhi.faults.evidence.StoredObject;
import io.zizhi.faults.evidence.TopicRecord;
import io.zizhi.faults.suite.Poison;
import io.zizhi.faults.suite.Strike;
import io.zizhi.faults.suite.outside.GatewayMessage;
import io.zizhi.faults.suite.outside.ReceivedWebhook;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Constructed evidence without violations, for tests to corrupt. Qualification 1 was approved under work order 101 and
 * ends in a week, and its reminder was sent. Qualification 2, of the same company, is in review under 102 and its clock
 * has warned. Qualification 4, a row of a sheet, was approved under 104. Qualification 6 carried letter 8 and was
 * approved with it under 106. Signature 80 of qualification 4 is filed with three carriers. Letter 7 was approved alone under 107; the contact of qualification 2 was notified.
 */
final class World {

    static final Instant START = Instant.parse("2026-11-25T01:00:00.25Z");

    /** An instant during all operations of this world. */
    static final Instant MEANWHILE = START.plusMillis(500);

    /** The request fields of the upload of a licence. */
    static final Map<String, String> UPLOAD = Map.of("account", "company-a", "kind", "BUSINESS_LICENSE");

    /** The request fields of the sheet, with one row. */
    static final Map<String, String> SHEET = Map.of("account", "agency", "names", "name4", "verifications", "v4");

    /** The request field of a code. */
    static final Map<String, String> ACCOUNT = Map.of("account", "company-a");

    /** The id of the webhook about the binding of signature 80. */
    static final String WEBHOOK = "msg_e-s80_1001";

    private static final String BOUND = "{\"accountId\": \"agency\", \"signatureId\": 80, \"contactId\": \"v4\"}";

    /** The worker that files with carriers. */
    static final String FILER = "filing-system";

    /** Ten seconds after the start, in Asia/Shanghai. */
    static final LocalTime REMIND_AT = LocalTime.of(9, 0, 10, 250_000_000);

    /** Long-term (长期). */
    static final String LONG_TERM = "2099-12-31";

    /** The companies: that of qualifications 1 and 2, and that of the others. */
    private static final String COMPANY = "credit-code-1";

    private static final Map<Integer, String> OTHER_COMPANIES = Map.of(4, "credit-code-4", 6, "credit-code-6");

    private static final Instant TAKEN = START.plusSeconds(17);
    private static final Map<String, String> PUBLISHERS = Map.of(
            Topics.QUALIFICATION, QUALIFICATION,
            Topics.REVIEW, REVIEW,
            Topics.DOCUMENT, DOCUMENT,
            Topics.NOTIFICATION, NOTIFICATION);

    private static final List<String> OF_ALL = List.of(
            "outbox",
            "inbox",
            "inbox_cursor",
            "held_event",
            "dead_letter",
            "discard",
            "timer",
            "audit_entry",
            "audit_head");

    /** The tables that the audit reads; a table may be empty, but must exist. */
    private static final Map<String, List<String>> TABLES = Map.of(
            QUALIFICATION,
            tables(
                    "qualification",
                    "revision",
                    "timeline_entry",
                    "submission_key",
                    "authorization_letter",
                    "letter_submission",
                    "letter_timeline_entry",
                    "restriction_request",
                    "signature",
                    "carrier_filing",
                    "carrier_filing_entry",
                    "bulk_filing",
                    "bulk_row"),
            DOCUMENT,
            tables("document", "object_to_remove"),
            REVIEW,
            tables("review", "decision", "undone_decision", "proposal"),
            NOTIFICATION,
            tables(
                    "notice",
                    "sms_message",
                    "phone_verification",
                    "local_inbox",
                    "local_hand_over",
                    "webhook_subscription",
                    "webhook_delivery",
                    "staff_subscription",
                    "staff_notice"));

    final Map<String, Map<String, List<Map<String, @Nullable Object>>>> tables = new LinkedHashMap<>();
    final List<TopicRecord> records = new ArrayList<>();
    final List<Operation> operations = new ArrayList<>();
    final List<StoredObject> objects = new ArrayList<>();
    final List<Poison> poison = new ArrayList<>();
    final List<Strike> strikes = new ArrayList<>();
    final List<Page> pages = new ArrayList<>();
    final List<GatewayMessage> gateway = new ArrayList<>();
    final List<ReceivedWebhook> webhooks = new ArrayList<>();

    World() {
        submissions();
        desk();
        notices();
        document("d1");
        objects.add(new StoredObject("documents/d1", "abc", START));
        event("e-d1", Topics.DOCUMENT, "d1", "zizhi.document.stored.v1", "{}");
        put(DOCUMENT, "audit_entry", "actor", "reviewer-a", "action", "document.viewed", "object_id", "d1");
        did("applicant-1", "upload", Moment.OK, UPLOAD, Map.of("documentId", "d1", "sha256", "abc"));
        did("reviewer-a", "view", Moment.OK, Map.of("document", "d1"), Map.of());
        pages.add(new Page("review-service.log", "all is well"));
        sheet();
        letters();
        reminder();
        carrierFilings();
        webhook();
        auditChains();
    }

    /** Binds signature 80 to qualification 4. It is accepted by one carrier, filed with another, and pending at a third. */
    private void carrierFilings() {
        put(QUALIFICATION, "signature", "id", 80, "qualification_id", 4);
        event("e-s80", Topics.QUALIFICATION, "80", "zizhi.qualification.signature-bound.v1", BOUND);
        carrierFiling(81, "CHINA_MOBILE", "FILED", "ACCEPTED");
        carrierFiling(82, "CHINA_TELECOM", "FILED");
        carrierFiling(83, "CHINA_UNICOM");
        event("e-f81-2", Topics.QUALIFICATION, "81", "zizhi.qualification.carrier-filing-accepted.v1", "{}");
    }

    /** Tells the webhook of the agency that signature 80 was bound. */
    private void webhook() {
        put(NOTIFICATION, "webhook_subscription", "subscription_id", 1001, "account_id", "agency");
        put(NOTIFICATION, "webhook_delivery", "webhook_id", WEBHOOK, "status", "DELIVERED", "attempts", 2);
        String body = """
                {"type": "signature.bound", "aggregateId": "80", "aggregateVersion": 1,
                 "data": {"accountId": "agency", "signatureId": 80}}""";
        webhooks.add(new ReceivedWebhook("agency", WEBHOOK, body, 2, true, true, true));
        accepted("e-w1", WEBHOOK);
    }

    /** Publishes that the receiver accepted a webhook. */
    void accepted(String event, String webhook) {
        event(
                event,
                Topics.NOTIFICATION,
                "1001",
                "zizhi.notification.webhook-delivered.v1",
                "{\"deliveryId\": \"" + webhook + "\"}");
    }

    private void carrierFiling(int id, String carrier, String... results) {
        String number = Integer.toString(id);
        put(
                QUALIFICATION,
                "carrier_filing",
                "id",
                id,
                "signature_id",
                80,
                "carrier",
                carrier,
                "revision_id",
                14,
                "claim_id",
                "claim-" + id,
                "status",
                results.length == 0 ? "PENDING" : results[results.length - 1]);
        event("e-f" + id, Topics.QUALIFICATION, number, "zizhi.qualification.carrier-filing-requested.v1", "{}");
        filingAct(id, "REQUESTED");
        String until = MEANWHILE.plusSeconds(10).toString();
        did(FILER, "claimFilings", Moment.OK, Map.of(), Map.of("filings", number + "@" + until));
        did(FILER, "readFilingData", Moment.OK, Map.of("filing", number), Map.of());
        put(QUALIFICATION, "audit_entry", "object_id", number, "action", "carrier-filing.viewed");
        for (String result : results) {
            filingReport(id, result);
        }
    }

    /** Adds a report of the filing system with its traces. */
    void filingReport(int id, String result) {
        String number = Integer.toString(id);
        did(
                FILER,
                "reportFiling",
                Moment.OK,
                Map.of("filing", number, "result", result, "claim", result.equals("FILED") ? "claim-" + id : ""),
                Map.of("state", result));
        filingAct(id, result);
        String action = "carrier-filing." + result.toLowerCase(Locale.ROOT);
        put(QUALIFICATION, "audit_entry", "object_id", number, "action", action);
    }

    /** Adds an entry of a carrier filing to the timeline. */
    void filingAct(int id, String act) {
        List<Map<String, @Nullable Object>> entries = rows(QUALIFICATION, "carrier_filing_entry");
        put(
                QUALIFICATION,
                "carrier_filing_entry",
                "id",
                entries.size(),
                "act",
                "CARRIER_FILING_" + act,
                "details",
                "{\"filingId\": " + id + "}");
    }

    /** Chains the audit rows of notification-service, which no other invariant reads. */
    private void auditChains() {
        put(NOTIFICATION, "audit_entry", "sequence", 1, "actor", "of an older release");
        chained(2, "account-1", 1);
        chained(3, null, 1);
        chained(4, "account-1", 2);
        put(NOTIFICATION, "audit_head", "chain", "account-1", "sequence", 2);
        put(NOTIFICATION, "audit_head", "chain", "system", "sequence", 1);
    }

    private void chained(int sequence, @Nullable String account, int position) {
        put(NOTIFICATION, "audit_entry", "sequence", sequence, "account_id", account, "chain_sequence", position);
    }

    private static List<String> tables(String... own) {
        return Stream.concat(OF_ALL.stream(), Stream.of(own)).toList();
    }

    private void submissions() {
        drafted(1, "APPROVED", 11);
        drafted(2, "IN_REVIEW", 12);
        submitted(11, 1, 101, "k1", "APPROVED");
        submitted(12, 2, 102, "k2", null);
        row(QUALIFICATION, "revision", "id", 11).put("content", form(1, "2026-12-02"));
        act(1, "APPROVED").put("work_order", 101);
        event("e-q1", Topics.QUALIFICATION, "1", "zizhi.qualification.submitted.v1", "{\"contactId\":\"v1\"}");
        event("e-q2", Topics.QUALIFICATION, "2", "zizhi.qualification.submitted.v1", "{\"contactId\":\"v2\"}");
        event("e-q3", Topics.QUALIFICATION, "1", "zizhi.qualification.approved.v1", approval(1, 101));
    }

    private static String approval(int qualification, int workOrder) {
        return "{\"workOrder\":" + workOrder + ",\"contactId\":\"v" + qualification + "\"}";
    }

    /** Returns the plain-text part of a qualification's form; the certificate is valid until {@code lastDay}. */
    static String form(int qualification, String lastDay) {
        return """
                {"company": {"creditCode": "%s", "certificate": {"validTo": "%s"}}, "legalRepresentative": {},
                 "administrator": {"phoneVerificationId": "v%d"}, "moreMaterial": []}
                """.formatted(OTHER_COMPANIES.getOrDefault(qualification, COMPANY), lastDay, qualification);
    }

    /** Returns the plain-text part of a letter's form; the letter is valid until {@code lastDay}. */
    static String letterForm(int letter, String lastDay) {
        String company = letter == 7 ? COMPANY : OTHER_COMPANIES.getOrDefault(6, "");
        return "{\"creditCode\": \"" + company + "\", \"validTo\": \"" + lastDay + "\"}";
    }

    private void drafted(int id, String status, int revision) {
        qualification(id, status, revision);
        did(
                "applicant-1",
                "draft",
                Moment.OK,
                Map.of("qualificationName", "name" + id, "verification", "v" + id),
                Map.of("id", Integer.toString(id), "version", "1"));
    }

    private void qualification(int id, String status, int revision) {
        put(
                QUALIFICATION,
                "qualification",
                "id",
                id,
                "name",
                "name" + id,
                "account_id",
                id == 4 ? "agency" : "company-a",
                "status",
                status,
                "restriction",
                "NONE",
                "version",
                0,
                "current_revision",
                revision);
        act(id, "DRAFTED");
    }

    /** Adds a row that came from a sheet, so its submission has no request. */
    private void sheet() {
        qualification(4, "APPROVED", 14);
        revision(14, 4, 104, "bulk-30000001-2", "APPROVED");
        act(4, "SUBMITTED").put("work_order", 104);
        act(4, "APPROVED").put("work_order", 104);
        event("e-q41", Topics.QUALIFICATION, "4", "zizhi.qualification.submitted.v1", "{\"contactId\":\"v4\"}");
        event("e-q42", Topics.QUALIFICATION, "4", "zizhi.qualification.approved.v1", approval(4, 104));
        approved(104, "QUALIFICATION");
        notice("4/104/QUALIFICATION_APPROVED", 104, "n4", "QUALIFICATION_APPROVED");
        put(
                QUALIFICATION,
                "bulk_filing",
                "id",
                30_000_001,
                "account_id",
                "agency",
                "row_count",
                1,
                "created_at",
                MEANWHILE);
        bulkRow(2, "SUBMITTED", 4, 104);
        did("applicant-3", "uploadSheet", Moment.OK, SHEET, Map.of("id", "30000001"));
        did("applicant-3", "readRows", Moment.OK, Map.of("filing", "30000001"), Map.of("submitted", "2:104"));
    }

    Map<String, @Nullable Object> bulkRow(
            int number, String state, @Nullable Integer qualification, @Nullable Integer workOrder) {
        return put(
                QUALIFICATION,
                "bulk_row",
                "filing_id",
                30_000_001,
                "number",
                number,
                "state",
                state,
                "qualification_id",
                qualification,
                "qualification_version",
                1,
                "work_order",
                workOrder);
    }

    private void letters() {
        letter(7, "APPROVED", 107);
        letterSubmission(7, 107, null, "k7");
        letterAct(7, "SUBMITTED", 107);
        letterAct(7, "APPROVED", 107);
        did(
                "applicant-3",
                "submitLetter",
                Moment.OK,
                Map.of("id", "7", "version", "1", "key", "k7"),
                Map.of("version", "2", "workOrder", "107"));
        event("e-l71", Topics.QUALIFICATION, "7", "zizhi.qualification.letter-submitted.v1", "{\"workOrder\":107}");
        event(
                "e-l72",
                Topics.QUALIFICATION,
                "7",
                "zizhi.qualification.letter-approved.v1",
                "{\"workOrder\":107,\"qualificationId\":null,\"contact\":{\"qualificationId\":2,\"contactId\":\"v2\"}}");
        approved(107, "LETTER");
        notice("2/107/LETTER_APPROVED", 107, "n7", "LETTER_APPROVED");
        drafted(6, "APPROVED", 16);
        submitted(16, 6, 106, "k6", "APPROVED");
        act(6, "APPROVED").put("work_order", 106);
        event("e-q61", Topics.QUALIFICATION, "6", "zizhi.qualification.submitted.v1", "{\"contactId\":\"v6\"}");
        event("e-q62", Topics.QUALIFICATION, "6", "zizhi.qualification.approved.v1", approval(6, 106));
        approved(106, "QUALIFICATION").put("letter_outcome", "APPROVED");
        notice("6/106/QUALIFICATION_APPROVED", 106, "n6", "QUALIFICATION_APPROVED");
        letter(8, "APPROVED", 106);
        letterSubmission(8, 106, 6, null);
        letterAct(8, "SUBMITTED", 106);
        letterAct(8, "APPROVED", 106);
        event(
                "e-l81",
                Topics.QUALIFICATION,
                "8",
                "zizhi.qualification.letter-approved.v1",
                "{\"workOrder\":106,\"qualificationId\":6,\"contact\":null}");
    }

    private void letter(int id, String status, int workOrder) {
        put(
                QUALIFICATION,
                "authorization_letter",
                "id",
                id,
                "name",
                "letter" + id,
                "status",
                status,
                "version",
                0,
                "current_order",
                workOrder);
        letterAct(id, "DRAFTED", null);
        did(
                "applicant-3",
                "draftLetter",
                Moment.OK,
                Map.of("letterName", "letter" + id),
                Map.of("id", Integer.toString(id), "version", "1"));
    }

    private void letterSubmission(int letter, int workOrder, @Nullable Integer qualification, @Nullable String key) {
        put(
                QUALIFICATION,
                "letter_submission",
                "work_order",
                workOrder,
                "letter_id",
                letter,
                "account_id",
                "company-a",
                "content",
                letterForm(letter, LONG_TERM),
                "qualification_id",
                qualification,
                "submitted_at",
                START,
                "due_at",
                START.plusSeconds(20),
                "outcome",
                "APPROVED");
        if (key != null) {
            submissionKey("LETTER", key, workOrder);
        }
    }

    /** Adds an act to the timeline of a letter and raises its version. */
    void letterAct(int letter, String act, @Nullable Integer workOrder) {
        Map<String, @Nullable Object> row = row(QUALIFICATION, "authorization_letter", "id", letter);
        row.computeIfPresent("version", (column, version) -> (int) version + 1);
        put(
                QUALIFICATION,
                "letter_timeline_entry",
                "id",
                rows(QUALIFICATION, "letter_timeline_entry").size(),
                "letter_id",
                letter,
                "act",
                act,
                "work_order",
                workOrder);
    }

    /**
     * Adds the reminder of qualification 1, which ends in a week. It was approved after the earlier reminders would
     * have been due.
     */
    private void reminder() {
        reminder("qualification-expiry", 1, "DAYS_7 2026-12-02", START.plusSeconds(10))
                .put("state", "FIRED");
        row(QUALIFICATION, "timer", "state", "FIRED").put("fired_at", START.plusSeconds(11));
        reminder("qualification-expiry", 1, "DAYS_1 2026-12-02", Instant.parse("2026-12-01T01:00:10.25Z"));
        reminder("qualification-expiry", 1, "EXPIRED 2026-12-02", Instant.parse("2026-12-02T16:00:00Z"));
        event("e-q5", Topics.QUALIFICATION, "1", "zizhi.qualification.expiring.v1", """
                {"workOrder":101,"contactId":"v1","evidence":["CERTIFICATE"],"daysLeft":7,"endsOn":"2026-12-02"}""");
        row(QUALIFICATION, "outbox", "event_id", "e-q5").put("sent_at", START.plusSeconds(12));
        notice("1/101/QUALIFICATION_EXPIRING/7/2026-12-02", 101, "n1", "QUALIFICATION_EXPIRING");
    }

    /** Adds the reminder of letter 7, which ends tomorrow; {@code contact} is notified. */
    void letterEnds(String contact) {
        row(QUALIFICATION, "letter_submission", "letter_id", 7).put("content", letterForm(7, "2026-11-26"));
        Map<String, @Nullable Object> timer = reminder("letter-expiry", 7, "DAYS_1 2026-11-26", START.plusSeconds(10));
        timer.put("state", "FIRED");
        timer.put("fired_at", START.plusSeconds(11));
        reminder("letter-expiry", 7, "EXPIRED 2026-11-26", Instant.parse("2026-11-26T16:00:00Z"));
        event("e-l74", Topics.QUALIFICATION, "7", "zizhi.qualification.letter-expiring.v1", """
                {"workOrder":107,"daysLeft":1,"endsOn":"2026-11-26","contact":%s}""".formatted(contact));
        row(QUALIFICATION, "outbox", "event_id", "e-l74").put("sent_at", START.plusSeconds(12));
        received("e-l74", START.plusSeconds(12));
    }

    /** Records that every consumer received the event at that instant. */
    void received(String event, Instant at) {
        for (String consumer : Streams.consumersOf(Topics.QUALIFICATION)) {
            row(consumer, "inbox", "event_id", event).put("received_at", at);
        }
    }

    /** Deletes a qualification with a request at that instant; consumers receive the event a second later. */
    void deleted(int qualification, Instant at) {
        Map<String, @Nullable Object> row = row(QUALIFICATION, "qualification", "id", qualification);
        String id = Integer.toString(qualification);
        String version = String.valueOf(row.get("version"));
        did(at, "applicant-1", "delete", Moment.OK, Map.of("id", id, "version", version), Map.of());
        act(qualification, "DELETED");
        row.put("deleted_at", at);
        event("e-deleted-" + id, Topics.QUALIFICATION, id, "zizhi.qualification.deleted.v1", "{}");
        received("e-deleted-" + id, at.plusSeconds(1));
    }

    /** Returns a timer that is armed for the first time. */
    Map<String, @Nullable Object> reminder(String ownerType, int owner, String kind, Instant dueAt) {
        return put(
                QUALIFICATION,
                "timer",
                "owner_type",
                ownerType,
                "owner_id",
                owner,
                "kind",
                kind,
                "cycle",
                1,
                "state",
                "ARMED",
                "due_at",
                dueAt);
    }

    /** Adds an act to a timeline and raises the version. */
    Map<String, @Nullable Object> act(int qualification, String act) {
        Map<String, @Nullable Object> row = row(QUALIFICATION, "qualification", "id", qualification);
        row.computeIfPresent("version", (column, version) -> (int) version + 1);
        List<Map<String, @Nullable Object>> timeline = rows(QUALIFICATION, "timeline_entry");
        return put(
                QUALIFICATION, "timeline_entry", "id", timeline.size(), "qualification_id", qualification, "act", act);
    }

    /** Adds a request with a version, whose response has the next version. */
    void asked(String name, Moment end, int qualification, int version, Map<String, String> more) {
        Map<String, String> asked = new HashMap<>(more);
        asked.put("id", Integer.toString(qualification));
        asked.put("version", Integer.toString(version));
        did("applicant-1", name, end, asked, Map.of("version", Integer.toString(version + 1)));
    }

    private Map<String, @Nullable Object> submitted(
            int revision, int qualification, int workOrder, String key, @Nullable String outcome) {
        revision(revision, qualification, workOrder, key, outcome);
        did(
                "applicant-1",
                "submit",
                Moment.OK,
                Map.of("id", Integer.toString(qualification), "version", "1", "key", key),
                Map.of("version", "2", "workOrder", Integer.toString(workOrder)));
        Map<String, @Nullable Object> act = act(qualification, "SUBMITTED");
        act.put("work_order", workOrder);
        return act;
    }

    private void revision(int revision, int qualification, int workOrder, String key, @Nullable String outcome) {
        put(
                QUALIFICATION,
                "revision",
                "id",
                revision,
                "qualification_id",
                qualification,
                "work_order",
                workOrder,
                "submitted_at",
                START,
                "due_at",
                START.plusSeconds(20),
                "outcome",
                outcome,
                "contact_id",
                "v" + qualification,
                "content",
                form(qualification, LONG_TERM));
        submissionKey("QUALIFICATION", key, workOrder);
    }

    private void submissionKey(String subject, String key, int workOrder) {
        put(QUALIFICATION, "submission_key", "key", key, "subject", subject, "work_order", workOrder);
    }

    private void desk() {
        review(101, "QUALIFICATION", "DECIDED", "APPROVED");
        review(102, "QUALIFICATION", "OPEN", null);
        row(REVIEW, "review", "work_order", 102).put("warned_at", START.plusSeconds(15));
        Map<String, @Nullable Object> warn = put(REVIEW, "timer", "owner_id", 102, "kind", "WARN");
        timer(warn, "FIRED", 15);
        warn.put("fired_at", START.plusMillis(15_100));
        timer(put(REVIEW, "timer", "owner_id", 102, "kind", "BREACH"), "ARMED", 20);
        timer(put(REVIEW, "timer", "owner_id", 102, "kind", "ESCALATE"), "ARMED", 30);
        timer(put(REVIEW, "timer", "owner_id", 101, "kind", "WARN"), "CANCELLED", 15);
        timer(put(REVIEW, "timer", "owner_id", 101, "kind", "BREACH"), "CANCELLED", 20);
        timer(put(REVIEW, "timer", "owner_id", 101, "kind", "ESCALATE"), "CANCELLED", 30);
        put(REVIEW, "decision", "work_order", 101, "outcome", "APPROVED", "reviewer_id", "reviewer-a");
        String due = "{\"dueAt\":\"" + START.plusSeconds(20) + "\"}";
        event("e-r1", Topics.REVIEW, "101", "zizhi.review.opened.v1", due);
        event("e-r2", Topics.REVIEW, "101", "zizhi.review.claimed.v1", "{\"reviewerId\":\"reviewer-a\"}");
        event("e-r3", Topics.REVIEW, "101", "zizhi.review.decided.v1", "{\"workOrder\":101,\"outcome\":\"APPROVED\"}");
        event("e-r4", Topics.REVIEW, "102", "zizhi.review.opened.v1", due);
        event(
                "e-r5",
                Topics.REVIEW,
                "102",
                "zizhi.review.sla-warned.v1",
                "{\"firedAt\":\"" + START.plusMillis(15_100) + "\"}");
        row(REVIEW, "outbox", "event_id", "e-r5").put("sent_at", START.plusMillis(15_150));
        audited("reviewer-a", "review.claimed", 101);
        audited("reviewer-a", "review.decided", 101);
        did("reviewer-a", "claim", Moment.OK, Map.of("workOrder", "101"), Map.of());
        did("reviewer-a", "decide", Moment.OK, Map.of("workOrder", "101", "outcome", "APPROVED"), Map.of());
    }

    /** Adds an act at the desk to the audit log. */
    Map<String, @Nullable Object> audited(String reviewer, String action, int workOrder) {
        return put(
                REVIEW,
                "audit_entry",
                "sequence",
                rows(REVIEW, "audit_entry").size(),
                "at",
                MEANWHILE,
                "actor",
                reviewer,
                "action",
                action,
                "object_id",
                Integer.toString(workOrder));
    }

    /** Adds a review from its opening to its decision; returns the decision. */
    private Map<String, @Nullable Object> approved(int workOrder, String subject) {
        String id = Integer.toString(workOrder);
        review(workOrder, subject, "DECIDED", "APPROVED");
        timer(put(REVIEW, "timer", "owner_id", workOrder, "kind", "WARN"), "CANCELLED", 15);
        timer(put(REVIEW, "timer", "owner_id", workOrder, "kind", "BREACH"), "CANCELLED", 20);
        timer(put(REVIEW, "timer", "owner_id", workOrder, "kind", "ESCALATE"), "CANCELLED", 30);
        event(
                "e-r" + id + 1,
                Topics.REVIEW,
                id,
                "zizhi.review.opened.v1",
                "{\"dueAt\":\"" + START.plusSeconds(20) + "\"}");
        event("e-r" + id + 2, Topics.REVIEW, id, "zizhi.review.claimed.v1", "{\"reviewerId\":\"reviewer-a\"}");
        event(
                "e-r" + id + 3,
                Topics.REVIEW,
                id,
                "zizhi.review.decided.v1",
                "{\"workOrder\":" + id + ",\"outcome\":\"APPROVED\"}");
        audited("reviewer-a", "review.claimed", workOrder);
        audited("reviewer-a", "review.decided", workOrder);
        did("reviewer-a", "claim", Moment.OK, Map.of("workOrder", id), Map.of());
        did("reviewer-a", "decide", Moment.OK, Map.of("workOrder", id, "outcome", "APPROVED"), Map.of());
        return put(REVIEW, "decision", "work_order", workOrder, "outcome", "APPROVED", "reviewer_id", "reviewer-a");
    }

    private void review(int workOrder, String subject, String status, @Nullable String outcome) {
        put(
                REVIEW,
                "review",
                "work_order",
                workOrder,
                "subject",
                subject,
                "status",
                status,
                "outcome",
                outcome,
                "policy",
                "STANDARD",
                "opened_at",
                START,
                "warn_at",
                START.plusSeconds(15),
                "due_at",
                START.plusSeconds(20),
                "escalate_at",
                START.plusSeconds(30));
    }

    private static void timer(Map<String, @Nullable Object> timer, String state, int seconds) {
        timer.put("owner_type", "review");
        timer.put("state", state);
        timer.put("due_at", START.plusSeconds(seconds));
    }

    private void notices() {
        notice("1/101/QUALIFICATION_APPROVED", 101, "m1", "QUALIFICATION_APPROVED");
        for (String verification : List.of("v1", "v2", "v4", "v6")) {
            code("code-" + verification, verification);
            verification(verification, "USED");
            did("applicant-1", "requestCode", Moment.OK, ACCOUNT, Map.of("verificationId", verification));
            did("applicant-1", "verify", Moment.OK, Map.of("verification", verification), Map.of());
        }
    }

    void notice(String key, int workOrder, String message, String template) {
        put(NOTIFICATION, "notice", "notice_key", key, "work_order", workOrder, "message_id", message);
        String qualification = key.substring(0, key.indexOf('/'));
        message(message, template, "qualification/" + qualification, "phone of v" + qualification);
    }

    /** Adds a code that was sent to the phone of a verification. */
    void code(String message, String verification) {
        message(message, "PHONE_CODE", "phone-verification/" + verification, "phone of " + verification);
    }

    void verification(String id, String status) {
        put(NOTIFICATION, "phone_verification", "verification_id", id, "status", status, "wrong_tries", 0);
    }

    void document(String id) {
        put(
                DOCUMENT,
                "document",
                "id",
                id,
                "account_id",
                "company-a",
                "kind",
                "BUSINESS_LICENSE",
                "sha256",
                "abc",
                "object_key",
                "documents/" + id,
                "stored_at",
                MEANWHILE);
    }

    private void message(String id, String template, String subject, String phone) {
        put(
                NOTIFICATION,
                "sms_message",
                "message_id",
                id,
                "status",
                "ACCEPTED",
                "template",
                template,
                "subject",
                subject,
                "account_id",
                "company-a",
                "queued_at",
                MEANWHILE);
        put(NOTIFICATION, "local_inbox", "message_id", id, "phone_index", phone);
        put(NOTIFICATION, "local_hand_over", "message_id", id, "attempt", 1, "taken", true);
        event(
                "e-" + id,
                Topics.NOTIFICATION,
                id,
                "zizhi.notification.sms-accepted.v1",
                "{\"messageId\":\"" + id + "\"}");
    }

    /** Adds a row with these columns and values, alternating. */
    Map<String, @Nullable Object> put(String service, String table, @Nullable Object... columns) {
        Map<String, @Nullable Object> row = new HashMap<>();
        for (int i = 0; i < columns.length; i += 2) {
            row.put(String.valueOf(columns[i]), columns[i + 1]);
        }
        rows(service, table).add(row);
        return row;
    }

    List<Map<String, @Nullable Object>> rows(String service, String table) {
        return tables.computeIfAbsent(service, none -> new LinkedHashMap<>())
                .computeIfAbsent(table, none -> new ArrayList<>());
    }

    /** Returns the first row with that value, for changes. */
    Map<String, @Nullable Object> row(String service, String table, String column, Object value) {
        return rows(service, table).stream()
                .filter(row -> value.equals(row.get(column)))
                .findFirst()
                .orElseThrow();
    }

    void remove(String service, String table, String column, Object value) {
        rows(service, table).remove(row(service, table, column, value));
    }

    /** Adds an event with all its records: outbox, topic, and the inbox and cursor of each consumer. */
    void event(String id, String topic, String aggregate, String type, String body) {
        String publisher = PUBLISHERS.getOrDefault(topic, "");
        int version = 1
                + (int) rows(publisher, "outbox").stream()
                        .filter(row -> aggregate.equals(row.get("aggregate_id")) && topic.equals(row.get("topic")))
                        .count();
        put(
                publisher,
                "outbox",
                "event_id",
                id,
                "topic",
                topic,
                "aggregate_id",
                aggregate,
                "aggregate_version",
                version,
                "type",
                type,
                "payload",
                body,
                "occurred_at",
                MEANWHILE,
                "sent_at",
                START.plusSeconds(1));
        records.add(record(id, topic, aggregate, version, type, body));
        for (String consumer : Streams.consumersOf(topic)) {
            put(consumer, "inbox", "event_id", id, "received_at", START.plusMillis(records.size()));
            if (version == 1) {
                put(consumer, "inbox_cursor", "topic", topic, "aggregate_id", aggregate);
            }
            row(consumer, "inbox_cursor", "aggregate_id", aggregate).put("last_version", version);
        }
    }

    TopicRecord record(String id, String topic, String aggregate, int version, String type, String body) {
        Map<String, String> headers =
                Map.of("ce_id", id, "ce_type", type, "ce_aggregateversion", Integer.toString(version));
        return new TopicRecord(topic, 0, records.size(), aggregate, headers, body);
    }

    void did(String worker, String name, Moment end, Map<String, String> asked, Map<String, String> answered) {
        did(START, worker, name, end, asked, answered);
    }

    /** Adds an operation that took a second. */
    void did(
            Instant from,
            String worker,
            String name,
            Moment end,
            Map<String, String> asked,
            Map<String, String> answered) {
        operations.add(new Operation(operations.size(), worker, name, asked, end, answered, from, from.plusSeconds(1)));
    }

    Evidence evidence() {
        Map<String, Map<String, List<Row>>> rows = new LinkedHashMap<>();
        TABLES.forEach((service, names) -> names.forEach(table -> rows(service, table)));
        tables.forEach((service, own) -> {
            Map<String, List<Row>> copies = new LinkedHashMap<>();
            own.forEach((table, values) ->
                    copies.put(table, values.stream().map(Row::new).toList()));
            rows.put(service, copies);
        });
        return new Evidence(
                TAKEN,
                operations,
                rows,
                records,
                objects,
                Duration.ofSeconds(80),
                poison,
                strikes,
                new PolicyTable(Map.of(
                        "STANDARD", new PolicyTable.Policy(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, 20, 75, 150))),
                REMIND_AT,
                pages,
                new Personal(Set.of("欧龘靐"), Set.of("33010619900101001X"), Set.of("13812345678")),
                gateway,
                webhooks);
    }
}
