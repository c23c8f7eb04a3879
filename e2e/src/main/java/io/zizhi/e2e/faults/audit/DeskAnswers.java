package io.zizhi.e2e.faults.audit;

import io.zizhi.e2e.faults.driver.Moment;
import io.zizhi.e2e.faults.driver.Operation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Claims, releases and decisions. Each leaves a row in the audit log, written in its transaction between the request and
 * its answer; a claim or a decision that was sent again is answered from what the first one did.
 */
final class DeskAnswers implements Answers {

    private static final Map<String, String> ACTIONS =
            Map.of("claim", "review.claimed", "release", "review.released", "decide", "review.decided");

    /** Who did what to which review. */
    private record Act(String reviewer, String name, String workOrder) implements Comparable<Act> {

        @Override
        public int compareTo(Act other) {
            return Comparator.comparing(Act::workOrder)
                    .thenComparing(Act::name)
                    .thenComparing(Act::reviewer)
                    .compare(this, other);
        }
    }

    @Override
    public void compare(Evidence evidence, Findings findings) {
        Tenures tenures = Tenures.of(evidence, findings);
        Map<Act, List<Operation>> asked = evidence.operations().stream()
                .filter(operation -> ACTIONS.containsKey(operation.name()))
                .collect(Collectors.groupingBy(
                        operation -> new Act(operation.worker(), operation.name(), operation.sent("workOrder"))));
        Map<Act, List<Row>> done = done(evidence);
        TreeSet<Act> acts = new TreeSet<>(asked.keySet());
        acts.addAll(done.keySet());
        for (Act act : acts) {
            List<Operation> operations = asked.getOrDefault(act, List.of());
            List<Row> rows = done.getOrDefault(act, List.of());
            List<Row> others = new ArrayList<>(rows);
            for (Operation operation : operations) {
                if (operation.end() == Moment.OK) {
                    Optional<Row> own = others.stream()
                            .filter(row -> isDuring(operation, row.instant("at")))
                            .findFirst();
                    own.ifPresent(others::remove);
                    findings.require(
                            own.isPresent() || isAnsweredFromBefore(act, operation, rows, tenures),
                            "The " + act.name() + " of " + act.workOrder() + " by " + act.reviewer() + " is lost",
                            operation,
                            rows);
                }
            }
            new Unanswered(operations)
                    .unexplained(others, "at")
                    .forEach(row -> findings.add(
                            "A " + act.name() + " of " + act.workOrder()
                                    + " happened that was refused, or nobody asked for",
                            row,
                            operations));
        }
        decisions(evidence, findings);
    }

    private static Map<Act, List<Row>> done(Evidence evidence) {
        return ACTIONS.entrySet().stream()
                .flatMap(action -> evidence.rows(Evidence.REVIEW, "audit_entry").stream()
                        .filter(row -> row.text("action").equals(action.getValue()))
                        .map(row -> Map.entry(new Act(row.text("actor"), action.getKey(), row.text("object_id")), row)))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static boolean isDuring(Operation operation, Instant at) {
        return !at.isBefore(operation.from()) && !at.isAfter(operation.to());
    }

    private static boolean isAnsweredFromBefore(Act act, Operation operation, List<Row> rows, Tenures tenures) {
        return switch (act.name()) {
            case "claim" -> tenures.hold(act.workOrder(), act.reviewer(), operation.from());
            case "decide" -> rows.stream().anyMatch(row -> row.instant("at").isBefore(operation.from()));
            default -> false;
        };
    }

    private static void decisions(Evidence evidence, Findings findings) {
        Map<String, Row> decisions = evidence.rowsBy(Evidence.REVIEW, "decision", "work_order");
        evidence.operations().stream()
                .filter(operation -> operation.is("decide", Moment.OK))
                .forEach(operation -> {
                    Row decision = decisions.get(operation.sent("workOrder"));
                    findings.require(
                            decision != null
                                    && decision.text("outcome").equals(operation.sent("outcome"))
                                    && decision.text("reviewer_id").equals(operation.worker()),
                            "The decision on " + operation.sent("workOrder") + " is lost or another",
                            operation,
                            String.valueOf(decision));
                });
    }
}
