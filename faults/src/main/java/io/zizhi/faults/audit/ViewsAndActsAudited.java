package io.zizhi.faults.audit;

import io.zizhi.faults.audit.answers.DeskAnswers;
import io.zizhi.faults.driver.history.Moment;
import io.zizhi.faults.evidence.Evidence;
import io.zizhi.faults.evidence.Findings;
import io.zizhi.faults.evidence.Invariant;
import io.zizhi.faults.evidence.Row;
import io.zizhi.faults.evidence.Violation;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** I11: the audit log contains every view of a document and every act at the review desk. */
final class ViewsAndActsAudited implements Invariant {

    @Override
    public String id() {
        return "I11";
    }

    @Override
    public String says() {
        return "Every successful view of a document and every act at the desk has its audit row.";
    }

    @Override
    public List<Violation> check(Evidence evidence) {
        Findings findings = new Findings(this);
        Map<String, Long> views = rows(evidence, Evidence.DOCUMENT);
        Map<String, Long> acts = rows(evidence, Evidence.REVIEW);
        evidence.operations().stream()
                .filter(operation -> operation.is("view", Moment.OK))
                .collect(Collectors.groupingBy(
                        operation -> operation.worker() + " document.viewed " + operation.sent("document"),
                        Collectors.counting()))
                .forEach((view, times) -> findings.require(
                        views.getOrDefault(view, 0L) >= times, "Not audited " + times + " times: " + view));
        evidence.operations().stream()
                .filter(operation -> operation.end() == Moment.OK && DeskAnswers.ACTIONS.containsKey(operation.name()))
                .map(operation -> operation.worker() + " " + DeskAnswers.ACTIONS.get(operation.name()) + " "
                        + operation.sent("workOrder"))
                .distinct()
                .forEach(act -> findings.require(acts.containsKey(act), "Not audited: " + act));
        // Entries of the previous version name no recipient.
        evidence.rows(Evidence.REVIEW, "audit_entry").stream()
                .filter(row -> row.text("action").equals("review.claimed") && row.has("recipient"))
                .forEach(row -> findings.require(
                        row.text("recipient").equals(row.text("actor")),
                        "The audit log assigns a claim of " + row.text("actor") + " to another person",
                        row));
        Map<String, Long> undone = evidence.rows(Evidence.REVIEW, "undone_decision").stream()
                .collect(Collectors.groupingBy(ViewsAndActsAudited::act, Collectors.counting()));
        evidence.rows(Evidence.REVIEW, "decision").forEach(decision -> {
            String act = act(decision);
            long times = acts.getOrDefault(act, 0L) - undone.getOrDefault(act, 0L);
            findings.require(times == 1, "Not audited exactly once: " + act, decision);
        });
        return findings.all();
    }

    /** Returns the act that made a decision final. */
    private static String act(Row decision) {
        String by = decision.has("confirmer_id")
                ? decision.text("confirmer_id") + " review.confirmed "
                : decision.text("reviewer_id") + " review.decided ";
        return by + decision.text("work_order");
    }

    private static Map<String, Long> rows(Evidence evidence, String service) {
        return evidence.rows(service, "audit_entry").stream()
                .collect(Collectors.groupingBy(
                        row -> row.text("actor") + " " + row.text("action") + " " + row.text("object_id"),
                        Collectors.counting()));
    }
}
