package io.zizhi.e2e.faults.audit;

import io.zizhi.contracts.Topics;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** I3: a decision reaches the applicant, once. */
final class OneNoticePerDecision implements Invariant {

    private static final Set<String> ACTS = Set.of("APPROVED", "REJECTED", "SUPPLEMENT_REQUESTED");
    private static final Map<String, String> RESULTS = Map.of(
            "zizhi.qualification.approved.v1", "APPROVED",
            "zizhi.qualification.rejected.v1", "REJECTED",
            "zizhi.qualification.supplement-requested.v1", "SUPPLEMENT_REQUESTED");

    @Override
    public String id() {
        return "I3";
    }

    @Override
    public String says() {
        return "Each decision is one row, one event, one result of the qualification, one entry in its timeline and one notice.";
    }

    @Override
    public List<Violation> check(Evidence evidence) {
        Findings findings = new Findings(this);
        Map<String, Row> decisions = evidence.rowsBy(Evidence.REVIEW, "decision", "work_order");
        List<PublishedEvent> decided = evidence.events(Topics.REVIEW, "zizhi.review.decided.v1");
        List<PublishedEvent> results = evidence.events(Topics.QUALIFICATION).stream()
                .filter(event -> RESULTS.containsKey(event.type()))
                .toList();
        Set<String> superseded =
                entries(evidence, Set.of("DECISION_SUPERSEDED")).collect(Collectors.toSet());
        Set<String> published = new TreeSet<>(decisions.keySet());
        published.removeAll(withdrawnBeforehand(evidence));
        Set<String> told = new TreeSet<>(published);
        told.removeAll(superseded);

        same(findings, "decisions and events of decisions", published, workOrders(decided));
        same(findings, "decisions and results of qualifications", told, workOrders(results));
        same(
                findings,
                "decisions and entries of timelines",
                told,
                entries(evidence, ACTS).toList());
        same(findings, "decisions and notices", told, noticed(evidence));
        decided.forEach(event -> outcome(findings, event, event.text("outcome"), decisions));
        results.forEach(event -> outcome(findings, event, RESULTS.getOrDefault(event.type(), ""), decisions));
        return findings.all();
    }

    /** Decided while it could be undone, and withdrawn before the decision was published. */
    private static Set<String> withdrawnBeforehand(Evidence evidence) {
        Set<String> superseded = evidence.rows(Evidence.REVIEW, "review").stream()
                .filter(review -> review.has("superseded_at"))
                .map(review -> review.text("work_order"))
                .collect(Collectors.toCollection(TreeSet::new));
        superseded.retainAll(evidence.events(Topics.REVIEW, "zizhi.review.cancelled.v1").stream()
                .map(PublishedEvent::aggregate)
                .toList());
        return superseded;
    }

    private static void outcome(Findings findings, PublishedEvent event, String outcome, Map<String, Row> decisions) {
        Row decision = decisions.get(event.text("workOrder"));
        if (decision != null) {
            findings.require(
                    decision.text("outcome").equals(outcome),
                    "The outcome of " + event.text("workOrder") + " changed on its way",
                    decision,
                    event);
        }
    }

    private static List<String> workOrders(List<PublishedEvent> events) {
        return events.stream().map(event -> event.text("workOrder")).toList();
    }

    private static Stream<String> entries(Evidence evidence, Set<String> acts) {
        return evidence.rows(Evidence.QUALIFICATION, "timeline_entry").stream()
                .filter(entry -> acts.contains(entry.text("act")))
                .map(entry -> entry.text("work_order"));
    }

    private static List<String> noticed(Evidence evidence) {
        return evidence.rows(Evidence.NOTIFICATION, "notice").stream()
                .map(notice -> notice.text("work_order"))
                .toList();
    }

    /** Both must hold the same work orders, each once. */
    private static void same(Findings findings, String what, Collection<String> first, Collection<String> second) {
        Map<String, Long> counts = second.stream()
                .collect(Collectors.groupingBy(Function.identity(), HashMap::new, Collectors.counting()));
        Set<String> all = new HashSet<>(first);
        all.addAll(second);
        for (String workOrder : new TreeSet<>(all)) {
            long expected = first.contains(workOrder) ? 1 : 0;
            long found = counts.getOrDefault(workOrder, 0L);
            findings.require(
                    found == expected,
                    "Work order " + workOrder + ": " + what + " differ, " + expected + " and " + found);
        }
    }
}
