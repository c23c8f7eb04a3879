package io.zizhi.faults.audit.notices;

import io.zizhi.contracts.Topics;
import io.zizhi.faults.evidence.Evidence;
import io.zizhi.faults.evidence.Findings;
import io.zizhi.faults.evidence.Invariant;
import io.zizhi.faults.evidence.Row;
import io.zizhi.faults.evidence.Violation;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * I4: nobody receives a message twice, and no code works twice. The inbox shows a message once, so this counts
 * hand-overs to both senders.
 */
public final class OneMessagePerResult implements Invariant {

    private static final Map<String, String> ALERTS = Map.of(
            "WARNED", "zizhi.review.sla-warned.v1",
            "BREACHED", "zizhi.review.sla-breached.v1",
            "ESCALATED", "zizhi.review.sla-escalated.v1");

    @Override
    public String id() {
        return "I4";
    }

    @Override
    public String says() {
        return "Each result is one SMS that was handed over once and arrived, unless the gateway refused or forgot it,"
                + " its final status is published once, a verified phone serves one submission, each expiry reminder is one notice, and each"
                + " alert is counted in one notice to subscribed staff.";
    }

    @Override
    public List<Violation> check(Evidence evidence) {
        Findings findings = new Findings(this);
        Map<String, Row> messages = evidence.rowsBy(Evidence.NOTIFICATION, "sms_message", "message_id");
        HandOvers handOvers = new HandOvers(evidence);
        for (Row notice : evidence.rows(Evidence.NOTIFICATION, "notice")) {
            Row message = messages.get(notice.text("message_id"));
            String id = notice.text("message_id");
            findings.require(
                    message != null
                            && (message.text("status").equals("ACCEPTED")
                                    || (message.text("status").equals("FAILED") && handOvers.isRefused(id))
                                    || (message.text("status").equals("UNKNOWN") && handOvers.isForgotten(id))),
                    "The notice of work order " + notice.text("work_order") + " was not sent",
                    notice,
                    String.valueOf(message));
        }
        Map<String, Long> accepted = published(evidence, "zizhi.notification.sms-accepted.v1");
        Map<String, Long> delivered = published(evidence, "zizhi.notification.sms-delivered.v1");
        Map<String, Long> failed = published(evidence, "zizhi.notification.sms-failed.v1");
        messages.forEach((id, message) -> {
            String status = message.text("status");
            findings.require(
                    status.equals("ACCEPTED") || status.equals("FAILED") || handOvers.isForgotten(id),
                    "Message " + id + " has no final status, it is " + status,
                    message);
            boolean arrived = handOvers.hasArrived(id);
            findings.require(
                    status.equals("ACCEPTED") == arrived || handOvers.isForgotten(id),
                    "Message " + id + " is " + status + (arrived ? " but arrived" : " but never arrived"),
                    message);
            String delivery = message.text("delivery");
            long failures = failed.getOrDefault(id, 0L);
            boolean ended = status.equals("FAILED") || delivery.equals("FAILED");
            findings.require(
                    accepted.getOrDefault(id, 0L) == (status.equals("ACCEPTED") ? 1 : 0)
                            && delivered.getOrDefault(id, 0L) == (delivery.equals("DELIVERED") ? 1 : 0)
                            // a provider may correct a failed delivery
                            && (failures == (ended ? 1 : 0) || (failures == 1 && delivery.equals("DELIVERED"))),
                    "The final status of message " + id + " was not published exactly once",
                    message);
        });
        handOvers.messages().stream().filter(handOvers::hasArrived).forEach(id -> {
            findings.require(messages.containsKey(id), "Text " + id + " arrived without a message");
            long times = handOvers.taken(id);
            findings.require(times == 1, "Message " + id + " was handed over " + times + " times", handOvers.of(id));
        });
        once(
                findings,
                "Notice",
                new Notices(evidence)
                        .ofDecisions().stream()
                                .map(notice -> notice.text("work_order"))
                                .toList());
        once(
                findings,
                "The code for",
                evidence.rows(Evidence.NOTIFICATION, "sms_message").stream()
                        .filter(message -> message.text("template").equals("PHONE_CODE"))
                        .map(message -> message.text("subject"))
                        .toList());
        once(
                findings,
                "The verified phone of",
                evidence.events(Topics.QUALIFICATION, "zizhi.qualification.submitted.v1").stream()
                        .map(event -> event.text("contactId"))
                        .toList());
        staff(findings, evidence);
        new Reminders(evidence).compareNotices(findings);
        return findings.all();
    }

    /** Checks the notices to staff. Alerts from before the subscription need no notice. */
    private static void staff(Findings findings, Evidence evidence) {
        List<Row> notices = evidence.rows(Evidence.NOTIFICATION, "staff_notice");
        for (Row subscription : evidence.rows(Evidence.NOTIFICATION, "staff_subscription")) {
            Instant since = subscription.instant("created_at");
            ALERTS.forEach((kind, type) -> {
                long alerts = evidence.events(Topics.REVIEW, type).stream()
                        .filter(event -> !Instant.parse(event.text("firedAt")).isBefore(since))
                        .count();
                List<Row> own = notices.stream()
                        .filter(notice -> notice.text("subscription_id").equals(subscription.text("subscription_id"))
                                && notice.text("kind").equals(kind))
                        .toList();
                long counted = own.stream()
                        .mapToLong(notice -> notice.number("reviews"))
                        .sum();
                findings.require(
                        counted == alerts,
                        alerts + " reviews were " + kind + ", but staff were notified of " + counted,
                        subscription,
                        own);
            });
        }
    }

    private static Map<String, Long> published(Evidence evidence, String type) {
        return evidence.events(Topics.NOTIFICATION, type).stream()
                .collect(Collectors.groupingBy(event -> event.text("messageId"), Collectors.counting()));
    }

    private static void once(Findings findings, String what, List<String> uses) {
        uses.stream()
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                .forEach((use, times) ->
                        findings.require(times == 1, what + " " + use + " was used " + times + " times"));
    }
}
