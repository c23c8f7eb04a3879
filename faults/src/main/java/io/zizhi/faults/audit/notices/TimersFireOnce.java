package io.zizhi.faults.audit.notices;

import io.zizhi.contracts.Topics;
import io.zizhi.faults.evidence.Evidence;
import io.zizhi.faults.evidence.Findings;
import io.zizhi.faults.evidence.Invariant;
import io.zizhi.faults.evidence.PublishedEvent;
import io.zizhi.faults.evidence.Row;
import io.zizhi.faults.evidence.Violation;
import io.zizhi.faults.suite.Strike;
import io.zizhi.local.layout.Service;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** I5: every timer fires exactly once, and never early. */
public final class TimersFireOnce implements Invariant {

    private static final Duration MISSED_AFTER = Duration.ofMinutes(1);

    /**
     * The maximum lateness of a timer outside strikes. A strike includes the start of a service. The rest is the
     * session timeout of a lost consumer, the relay's longest retry pause, and time for a busy machine.
     */
    public static final Duration LATEST = Duration.ofMinutes(1);

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
        return "Each due timer fires exactly once, by the clock of the database and at most a minute late, strikes not"
                + " counted, and publishes one event with its firing time; each approval has exactly its reminder"
                + " timers.";
    }

    @Override
    public List<Violation> check(Evidence evidence) {
        Findings findings = new Findings(this);
        for (String service : Service.modules()) {
            for (Row timer : evidence.rows(service, "timer")) {
                check(findings, timer, evidence);
            }
        }
        EVENTS.forEach((kind, type) -> published(findings, evidence, kind, type));
        new ReminderTimers(evidence).compare(findings);
        new Reminders(evidence).compareTimers(findings);
        return findings.all();
    }

    private static void check(Findings findings, Row timer, Evidence evidence) {
        Instant now = evidence.takenAt();
        boolean fired = timer.text("state").equals("FIRED");
        findings.require(fired == timer.has("fired_at"), "State and firing time of a timer disagree", timer);
        if (fired && timer.has("fired_at")) {
            Instant at = timer.instant("fired_at");
            findings.require(!at.isBefore(timer.instant("due_at")), "A timer fired before it was due", timer);
            Duration late = ofPeace(timer.instant("due_at"), at, evidence.strikes());
            findings.require(
                    late.compareTo(LATEST) <= 0,
                    "A timer fired " + late.toSeconds() + " s late, outside strikes",
                    timer);
            findings.require(
                    !at.isAfter(now), "A timer fired by a clock that is ahead of the database's, " + now, timer);
        }
        boolean armed = timer.text("state").equals("ARMED");
        findings.require(
                !armed || !timer.instant("due_at").plus(MISSED_AFTER).isBefore(now), "A due timer never fired", timer);
    }

    /**
     * Returns how much of the time from {@code due} to {@code fired} lies outside all strikes. Strikes do not overlap.
     */
    public static Duration ofPeace(Instant due, Instant fired, List<Strike> strikes) {
        Duration peace = Duration.between(due, fired);
        for (Strike strike : strikes) {
            Instant from = strike.from().isAfter(due) ? strike.from() : due;
            Instant to = strike.to().isBefore(fired) ? strike.to() : fired;
            if (strike.hit() && from.isBefore(to)) {
                peace = peace.minus(Duration.between(from, to));
            }
        }
        return peace;
    }

    /**
     * Checks the published event of a timer: compares the timer, its single event, and the instant at which the
     * database marked the event as published.
     */
    private static void published(Findings findings, Evidence evidence, String kind, String type) {
        Map<String, Row> timers = evidence.rows(Evidence.REVIEW, "timer").stream()
                .filter(timer -> timer.text("owner_type").equals("review")
                        && timer.text("kind").equals(kind))
                // undoing a decision starts the clock again
                .collect(Collectors.toMap(
                        timer -> timer.text("owner_id"), timer -> timer, TimersFireOnce::newerUnlessFired));
        Map<String, List<PublishedEvent>> events =
                evidence.events(Topics.REVIEW, type).stream().collect(Collectors.groupingBy(PublishedEvent::aggregate));
        Map<String, Row> reviews = evidence.rowsBy(Evidence.REVIEW, "review", "work_order");
        Map<String, Row> sent = evidence.rowsBy(Evidence.REVIEW, "outbox", "event_id");
        TreeSet<String> workOrders = new TreeSet<>(timers.keySet());
        workOrders.addAll(events.keySet());
        for (String workOrder : workOrders) {
            Row timer = timers.get(workOrder);
            List<PublishedEvent> published = events.getOrDefault(workOrder, new ArrayList<>());
            boolean fired = timer != null && timer.text("state").equals("FIRED");
            findings.require(
                    published.size() == (fired ? 1 : 0),
                    kind + " of work order " + workOrder + " was published " + published.size() + " times",
                    String.valueOf(timer),
                    published);
            Row review = reviews.get(workOrder);
            findings.require(
                    review != null && review.has(FLAGS.getOrDefault(kind, "")) == fired,
                    kind + " of work order " + workOrder + " differs from its review",
                    String.valueOf(timer),
                    String.valueOf(review));
            if (timer != null) {
                published.forEach(event -> early(findings, event, timer, sent.get(event.id())));
            }
        }
    }

    private static Row newerUnlessFired(Row one, Row other) {
        boolean firedOne = one.text("state").equals("FIRED");
        boolean firedOther = other.text("state").equals("FIRED");
        if (firedOne && firedOther) {
            throw new IllegalStateException("A stage of a review fired twice: " + one + " " + other);
        }
        return firedOne || (!firedOther && one.number("cycle") > other.number("cycle")) ? one : other;
    }

    private static void early(Findings findings, PublishedEvent event, Row timer, @Nullable Row sent) {
        Instant due = timer.instant("due_at");
        findings.require(
                !Instant.parse(event.text("firedAt")).isBefore(due),
                "An event has a firing time before its timer was due",
                event,
                timer);
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
