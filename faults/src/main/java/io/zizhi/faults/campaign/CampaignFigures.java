package io.zizhi.faults.campaign;

import io.zizhi.contracts.Topics;
import io.zizhi.faults.driver.history.Moment;
import io.zizhi.faults.driver.history.Operation;
import io.zizhi.faults.evidence.Evidence;
import io.zizhi.faults.evidence.Row;
import io.zizhi.faults.evidence.TopicRecord;
import io.zizhi.faults.suite.Strike;
import io.zizhi.faults.suite.outside.GatewayConduct;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Counts and measurements from the evidence of a campaign. */
final class CampaignFigures {

    /** Operations whose success shows that a service works again, with its database. */
    private static final List<Set<String>> SIGNS = List.of(
            Set.of(
                    "draft",
                    "submit",
                    "edit",
                    "read",
                    "withdraw",
                    "delete",
                    "submitLetter",
                    "readLetter",
                    "uploadSheet"),
            Set.of("upload"),
            Set.of("queue", "claim", "release", "decide"),
            Set.of("requestCode", "verify", "readSms"));

    private final Evidence evidence;

    CampaignFigures(Evidence evidence) {
        this.evidence = evidence;
    }

    Map<String, Long> counts() {
        Map<String, Long> counts = new TreeMap<>();
        counts.put("operations", (long) evidence.operations().size());
        counts.put("operations ok", ended(Moment.OK));
        counts.put("operations refused", ended(Moment.FAIL));
        counts.put("operations indefinite", ended(Moment.INFO));
        counts.put("submissions", having("qualification-service", "revision", "work_order"));
        counts.put("letters carried", having("qualification-service", "letter_submission", "qualification_id"));
        counts.put(
                "letters filed alone",
                rows("qualification-service", "letter_submission").size() - counts.getOrDefault("letters carried", 0L));
        counts.put("sheets", (long) rows("qualification-service", "bulk_filing").size());
        counts.put("rows of sheets submitted", having("qualification-service", "bulk_row", "work_order"));
        counts.put("reminders of letters", eventsOf("zizhi.qualification.letter-expir"));
        counts.put("reminders of qualifications", eventsOf("zizhi.qualification.expir"));
        counts.put("decisions", (long) rows("review-service", "decision").size());
        counts.put("notices", (long) rows("notification-service", "notice").size());
        counts.put("SMS at the gateway", (long) evidence.gateway().size());
        counts.put("SMS whose answer was lost", atGateway(GatewayConduct.LOSES_ANSWER));
        counts.put("SMS whose request was lost", atGateway(GatewayConduct.LOSES_REQUEST));
        counts.put("SMS for the next sender", atGateway(GatewayConduct.DEFERS));
        counts.put("SMS refused", atGateway(GatewayConduct.REFUSES));
        counts.put(
                "SMS left unknown",
                rows("notification-service", "sms_message").stream()
                        .filter(message -> message.text("status").equals("UNKNOWN"))
                        .count());
        counts.put("SMS with a receipt", having("notification-service", "sms_message", "delivery"));
        counts.put("webhooks received", (long) evidence.webhooks().size());
        counts.put(
                "webhooks received again",
                evidence.webhooks().stream()
                        .filter(webhook -> webhook.times() > 1)
                        .count());
        counts.put("carrier filings", (long)
                rows("qualification-service", "carrier_filing").size());
        counts.put("carrier filings filed", having("qualification-service", "carrier_filing", "filed_at"));
        counts.put("carrier filings accepted", eventsOf("zizhi.qualification.carrier-filing-accepted"));
        counts.put("carrier filings rejected", eventsOf("zizhi.qualification.carrier-filing-rejected"));
        counts.put("documents", (long) rows("document-service", "document").size());
        counts.put("timers fired", having("review-service", "timer", "fired_at"));
        counts.put(
                "events",
                events().map(record -> record.header("ce_id")).distinct().count());
        counts.put("records repeated in topics", events().count() - counts.getOrDefault("events", 0L));
        counts.put("poison records", (long) evidence.poison().size());
        counts.put(
                "dead letters",
                evidence.records().stream().filter(TopicRecord::isDeadLetter).count());
        return counts;
    }

    /** Returns why the run proves nothing: without submissions or decisions, every invariant is trivially true. */
    static List<String> whyNothingIsProved(Map<String, Long> counts) {
        return Stream.of("submissions", "decisions")
                .filter(name -> counts.getOrDefault(name, 0L) == 0)
                .map(name -> "there were no " + name + ", so nothing is proved")
                .toList();
    }

    private Stream<TopicRecord> events() {
        return evidence.records().stream().filter(record -> Topics.ALL.contains(record.topic()) && !record.isPoison());
    }

    private long ended(Moment moment) {
        return evidence.operations().stream()
                .filter(operation -> operation.end() == moment)
                .count();
    }

    private long atGateway(GatewayConduct conduct) {
        return evidence.gateway().stream()
                .filter(message -> message.had(conduct))
                .count();
    }

    /** Returns the number of distinct events whose type has this prefix. */
    private long eventsOf(String type) {
        return events().filter(record -> record.header("ce_type").startsWith(type))
                .map(record -> record.header("ce_id"))
                .distinct()
                .count();
    }

    private long having(String service, String table, String column) {
        return rows(service, table).stream().filter(row -> row.has(column)).count();
    }

    private List<Row> rows(String service, String table) {
        return evidence.rows(service, table);
    }

    /**
     * Returns the longest time from the end of a fault until each service succeeded once. If the next fault came
     * earlier, its time is included, so the figure may be too high. Services without requests are ignored.
     */
    Duration slowestRecovery(List<Strike> strikes) {
        return strikes.stream()
                .filter(Strike::hit)
                .map(Strike::to)
                .flatMap(healed -> SIGNS.stream()
                        .flatMap(signs -> firstSign(healed, signs).stream())
                        .map(sign -> Duration.between(healed, sign)))
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    private Optional<Instant> firstSign(Instant healed, Set<String> signs) {
        return evidence.operations().stream()
                .filter(operation -> signs.contains(operation.name())
                        && operation.end() == Moment.OK
                        && !operation.to().isBefore(healed))
                .map(Operation::to)
                .min(Comparator.naturalOrder());
    }

    Duration latestTimer() {
        return rows("review-service", "timer").stream()
                .filter(timer -> timer.has("fired_at"))
                .map(timer -> Duration.between(timer.instant("due_at"), timer.instant("fired_at")))
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }
}
