package io.zizhi.e2e.faults.audit;

import io.zizhi.contracts.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** I5: a timer fires once, never early, and is not forgotten. */
final class TimersFireOnce implements Invariant {

    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(1);

    /**
     * How late a timer may be whatever is broken: a fault lasts half a minute at most, and on a full machine a service needs
     * more than a minute to start and sweep what has become due meanwhile.
     */
    private static final Duration LATEST = Duration.ofMinutes(3);

    private static final Map<String, String> EVENTS = Map.of(
            "WARN", "zizhi.review.sla-warned.v1",
            "BREACH", "zizhi.review.sla-breached.v1",
            "ESCALATE", "zizhi.review.sla-escalated.v1");
    private static final Map<String, String> FLAGS =
            Map.of("WARN", "warned_at", "BREACH", "breached_at", "ESCALATE", "escalated_at");

    @Override
    public String id() {
        return "I5";
    }

    @Override
    public String says() {
        return "Each timer fires at most once, never before it is due by the clock of the database and not much later, tells it exactly when it fired, and is not forgotten.";
    }

    @Override
    public List<Violation> check(Evidence evidence) {
        Findings findings = new Findings(this);
        for (String service : Streams.SERVICES) {
            for (Row timer : evidence.rows(service, "timer")) {
                check(findings, timer, evidence.takenAt());
            }
        }
        EVENTS.forEach((kind, type) -> told(findings, evidence, kind, type));
        return findings.all();
    }

    private static void check(Findings findings, Row timer, Instant now) {
        boolean fired = timer.text("state").equals("FIRED");
        findings.require(fired == timer.has("fired_at"), "A timer has both fired and not fired", timer);
        if (fired && timer.has("fired_at")) {
            Instant at = timer.instant("fired_at");
            findings.require(!at.isBefore(timer.instant("due_at")), "A timer fired before it was due", timer);
            findings.require(
                    !at.isAfter(timer.instant("due_at").plus(LATEST)),
                    "A timer fired more than " + LATEST.toSeconds() + " s late",
                    timer);
            findings.require(
                    !at.isAfter(now), "A timer fired by a clock that is ahead of the database's, " + now, timer);
        }
        boolean armed = timer.text("state").equals("ARMED");
        findings.require(
                !armed || !timer.instant("due_at").plus(FORGOTTEN_AFTER).isBefore(now),
                "A timer that is due was forgotten",
                timer);
    }

    /** Three witnesses: the timer, the event (once), and the instant at which the database marked it as published. */
    private static void told(Findings findings, Evidence evidence, String kind, String type) {
        Map<String, Row> timers = evidence.rows(Evidence.REVIEW, "timer").stream()
                .filter(timer -> timer.text("owner_type").equals("review")
                        && timer.text("kind").equals(kind))
                .collect(Collectors.toMap(timer -> timer.text("owner_id"), timer -> timer));
        Map<String, List<PublishedEvent>> events =
                evidence.events(Topics.REVIEW, type).stream().collect(Collectors.groupingBy(PublishedEvent::aggregate));
        Map<String, Row> reviews = evidence.rowsBy(Evidence.REVIEW, "review", "work_order");
        Map<String, Row> sent = evidence.rowsBy(Evidence.REVIEW, "outbox", "event_id");
        TreeSet<String> workOrders = new TreeSet<>(timers.keySet());
        workOrders.addAll(events.keySet());
        for (String workOrder : workOrders) {
            Row timer = timers.get(workOrder);
            List<PublishedEvent> told = events.getOrDefault(workOrder, new ArrayList<>());
            boolean fired = timer != null && timer.text("state").equals("FIRED");
            findings.require(
                    told.size() == (fired ? 1 : 0),
                    kind + " of work order " + workOrder + " was told " + told.size() + " times",
                    String.valueOf(timer),
                    told);
            Row review = reviews.get(workOrder);
            findings.require(
                    review != null && review.has(FLAGS.getOrDefault(kind, "")) == fired,
                    kind + " of work order " + workOrder + " is not what its review shows",
                    String.valueOf(timer),
                    String.valueOf(review));
            if (timer != null) {
                told.forEach(event -> early(findings, event, timer, sent.get(event.id())));
            }
        }
    }

    private static void early(Findings findings, PublishedEvent event, Row timer, @Nullable Row sent) {
        Instant due = timer.instant("due_at");
        findings.require(
                !Instant.parse(event.text("firedAt")).isBefore(due), "An event tells of an early firing", event, timer);
        if (sent != null && sent.has("sent_at")) {
            findings.require(
                    !sent.instant("sent_at").isBefore(due),
                    "A timer fired early: its event was published before it was due",
                    event,
                    sent,
                    timer);
        }
    }
}
