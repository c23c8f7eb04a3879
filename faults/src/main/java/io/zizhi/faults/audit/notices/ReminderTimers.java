package io.zizhi.faults.audit.notices;

import io.zizhi.faults.audit.notices.ReminderPlan.Planned;
import io.zizhi.faults.audit.notices.ReminderPlan.TimerKey;
import io.zizhi.faults.evidence.Evidence;
import io.zizhi.faults.evidence.Findings;
import io.zizhi.faults.evidence.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Compares the reminder timers with the timers that the approvals require: no more and no fewer, each due at its exact
 * instant.
 */
final class ReminderTimers {

    private static final Set<String> OWNERS = Set.of(Approval.QUALIFICATION, Approval.LETTER);

    private final Evidence evidence;
    private final ReminderPlan plan;

    ReminderTimers(Evidence evidence) {
        this.evidence = evidence;
        this.plan = new ReminderPlan(new Approvals(evidence).all(), evidence.remindAt());
    }

    void compare(Findings findings) {
        Map<TimerKey, Row> timers = evidence.rows(Evidence.QUALIFICATION, "timer").stream()
                .filter(timer -> OWNERS.contains(timer.text("owner_type")))
                .collect(Collectors.toMap(TimerKey::of, Function.identity(), (first, second) -> {
                    throw new IllegalStateException("A timer exists twice: " + first + " " + second);
                }));
        plan.all().forEach((key, planned) -> {
            Row timer = timers.get(key);
            if (timer == null) {
                findings.require(
                        !planned.required(), "There is no timer " + key + ", due at " + planned.dueAt(), planned);
            } else {
                compare(findings, planned, timer);
            }
        });
        timers.forEach((key, timer) ->
                findings.require(plan.all().containsKey(key), "No approval requires timer " + key, timer));
    }

    private void compare(Findings findings, Planned planned, Row timer) {
        findings.require(
                timer.instant("due_at").equals(planned.dueAt()),
                "A reminder is due at " + timer.instant("due_at") + " instead of " + planned.dueAt(),
                timer,
                planned);
        Optional<Span> over = planned.approval().over();
        switch (timer.text("state")) {
            case "ARMED" ->
                findings.require(
                        over.isEmpty(), "A reminder is armed for an approval no longer in force", timer, planned);
            case "CANCELLED" -> cancelled(findings, planned, timer);
            default ->
                findings.require(
                        over.isEmpty()
                                || !timer.instant("fired_at").isAfter(over.get().latest()),
                        "A reminder was sent for an approval no longer in force",
                        timer,
                        planned);
        }
    }

    /** Checks cancelled timers. A newer approval or a deletion cancels timers; until then a due timer must fire. */
    private void cancelled(Findings findings, Planned planned, Row timer) {
        Optional<Span> over = planned.approval().over();
        if (over.isEmpty()) {
            findings.add("A reminder was cancelled for an approval in force", timer, planned);
            return;
        }
        Instant cancelled = over.get().earliest();
        findings.require(
                !planned.dueAt().isBefore(cancelled)
                        || TimersFireOnce.ofPeace(planned.dueAt(), cancelled, evidence.strikes())
                                        .compareTo(TimersFireOnce.LATEST)
                                <= 0,
                "A reminder was cancelled "
                        + Duration.between(planned.dueAt(), cancelled).toSeconds()
                        + " s after it should have been sent",
                timer,
                planned);
    }
}
