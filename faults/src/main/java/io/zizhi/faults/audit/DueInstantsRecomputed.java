package io.zizhi.faults.audit;

import io.zizhi.contracts.Topics;
import io.zizhi.faults.driver.history.Moment;
import io.zizhi.faults.driver.history.Operation;
import io.zizhi.faults.evidence.Evidence;
import io.zizhi.faults.evidence.Findings;
import io.zizhi.faults.evidence.Invariant;
import io.zizhi.faults.evidence.PolicyTable;
import io.zizhi.faults.evidence.PublishedEvent;
import io.zizhi.faults.evidence.Row;
import io.zizhi.faults.evidence.Submissions;
import io.zizhi.faults.evidence.Violation;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** I6: the review clock is correct; a second implementation recomputes it. */
final class DueInstantsRecomputed implements Invariant {

    private static final Set<String> SUBMISSIONS = Set.of("submit", "submitLetter");

    @Override
    public String id() {
        return "I6";
    }

    @Override
    public String says() {
        return "Every clock starts when its submission is sent, and every due instant equals a"
                + " second-by-second recomputation.";
    }

    @Override
    public List<Violation> check(Evidence evidence) {
        Findings findings = new Findings(this);
        Map<String, Row> submissions = Submissions.of(evidence).reviewed();
        Map<String, List<Row>> timers = evidence.rows(Evidence.REVIEW, "timer").stream()
                .filter(timer -> timer.text("owner_type").equals("review"))
                .collect(Collectors.groupingBy(timer -> timer.text("owner_id")));
        Map<String, PublishedEvent> opened = evidence.events(Topics.REVIEW, "zizhi.review.opened.v1").stream()
                .collect(Collectors.toMap(PublishedEvent::aggregate, event -> event, (first, second) -> first));
        for (Row review : evidence.rows(Evidence.REVIEW, "review")) {
            String workOrder = review.text("work_order");
            PolicyTable.Policy policy = evidence.policies().policies().get(review.text("policy"));
            if (policy == null) {
                findings.add("Unknown policy of " + workOrder, review);
                continue;
            }
            Instant from = review.instant("opened_at");
            int target = policy.targetSeconds();
            Instant warn = SecondWalk.from(from, policy, target * policy.warnPercent() / 100.0);
            Instant due = SecondWalk.from(from, policy, target);
            Instant escalate = SecondWalk.from(from, policy, target * policy.escalatePercent() / 100.0);
            findings.require(
                    review.instant("warn_at").equals(warn)
                            && review.instant("due_at").equals(due)
                            && review.instant("escalate_at").equals(escalate),
                    "Work order " + workOrder + " should have its warning at " + warn + ", due " + due + ", escalated "
                            + escalate,
                    review);
            published(findings, review, due, submissions.get(workOrder), opened.get(workOrder));
            armed(
                    findings,
                    timers.getOrDefault(workOrder, List.of()),
                    Map.of("WARN", warn, "BREACH", due, "ESCALATE", escalate));
        }
        started(findings, evidence);
        return findings.all();
    }

    /** Checks when the clock started: between the applicant's request and its response, by the clock of one machine. */
    private static void started(Findings findings, Evidence evidence) {
        Map<String, Row> submissions = Submissions.of(evidence).reviewed();
        Map<String, List<Operation>> byKey = evidence.operations().stream()
                .filter(operation -> SUBMISSIONS.contains(operation.name()))
                .collect(Collectors.groupingBy(operation -> operation.sent("key")));
        byKey.forEach((key, tries) -> tries.stream()
                .filter(operation -> operation.end() == Moment.OK)
                .findFirst()
                .ifPresent(answered -> {
                    Row submission = submissions.get(answered.got("workOrder"));
                    Instant from = tries.getFirst().from();
                    findings.require(
                            submission == null
                                    || (!submission.instant("submitted_at").isBefore(from)
                                            && !submission
                                                    .instant("submitted_at")
                                                    .isAfter(answered.to())),
                            "The clock of " + answered.got("workOrder") + " did not start when it was submitted",
                            answered,
                            String.valueOf(submission));
                }));
    }

    private static void published(
            Findings findings, Row review, Instant due, @Nullable Row submission, @Nullable PublishedEvent opened) {
        findings.require(
                submission != null
                        && submission.has("due_at")
                        && submission.instant("due_at").equals(due)
                        && submission.instant("submitted_at").equals(review.instant("opened_at")),
                "The applicant of " + review.text("work_order") + " got a different due time",
                review,
                String.valueOf(submission));
        findings.require(
                opened != null && Instant.parse(opened.text("dueAt")).equals(due),
                "The event that opened " + review.text("work_order") + " contains a different due time",
                review,
                String.valueOf(opened));
    }

    private static void armed(Findings findings, List<Row> timers, Map<String, Instant> stages) {
        Set<String> kinds = timers.stream().map(timer -> timer.text("kind")).collect(Collectors.toSet());
        long counting = timers.stream()
                .filter(timer -> !timer.text("state").equals("CANCELLED"))
                .map(timer -> timer.text("kind"))
                .count();
        findings.require(
                kinds.equals(stages.keySet()) && counting <= stages.size(),
                "A review does not have its three timers",
                timers);
        timers.forEach(timer -> findings.require(
                timer.instant("due_at").equals(stages.get(timer.text("kind"))),
                "A timer is armed for a different instant",
                timer));
    }
}
