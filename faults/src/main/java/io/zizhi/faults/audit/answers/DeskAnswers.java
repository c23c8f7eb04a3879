package io.zizhi.faults.audit.answers;

import io.zizhi.faults.driver.history.Moment;
import io.zizhi.faults.driver.history.Operation;
import io.zizhi.faults.evidence.Evidence;
import io.zizhi.faults.evidence.Findings;
import io.zizhi.faults.evidence.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Checks the responses about claims, releases, decisions with and without a second reviewer, and undone decisions. Each
 * has a row in the audit log, written in its transaction between request and response. A repeated claim or decision
 * returns the result of the first.
 */
public final class DeskAnswers implements Answers {

    /** The audit log's name of each act. */
    public static final Map<String, String> ACTIONS = Map.of(
            "claim", "review.claimed",
            "release", "review.released",
            "decide", "review.decided",
            "propose", "review.proposed",
            "confirm", "review.confirmed",
            "return", "review.returned");

    /** An act of a reviewer on a review. */
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
                            "The " + act.name() + " of " + act.workOrder() + " by " + act.reviewer() + " is missing",
                            operation,
                            rows);
                }
            }
            new Unanswered(operations)
                    .unexplained(others, "at")
                    .forEach(row -> findings.add(
                            "A " + act.name() + " of " + act.workOrder()
                                    + " happened although its request was rejected or does not exist",
                            row,
                            operations));
        }
        decisions(evidence, findings);
        proposals(evidence, findings);
        undoings(evidence, findings);
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
            case "decide", "propose", "confirm", "return" ->
                rows.stream().anyMatch(row -> row.instant("at").isBefore(operation.from()));
            default -> false;
        };
    }

    private static void decisions(Evidence evidence, Findings findings) {
        Map<String, Row> decisions = evidence.rowsBy(Evidence.REVIEW, "decision", "work_order");
        List<Row> undone = evidence.rows(Evidence.REVIEW, "undone_decision");
        evidence.operations().stream()
                .filter(operation -> operation.is("decide", Moment.OK))
                .forEach(operation -> {
                    Row decision = decisions.get(operation.sent("workOrder"));
                    findings.require(
                            (decision != null
                                            && decision.text("outcome").equals(operation.sent("outcome"))
                                            && decision.text("reviewer_id").equals(operation.worker()))
                                    || isBy(undone, operation, "reviewer_id"),
                            "The decision on " + operation.sent("workOrder") + " is missing or different",
                            operation,
                            String.valueOf(decision));
                });
    }

    /** Checks the proposals. A proposal never changes, even if the second reviewer disagrees. */
    private static void proposals(Evidence evidence, Findings findings) {
        List<Row> proposals = evidence.rows(Evidence.REVIEW, "proposal");
        evidence.operations().stream()
                .filter(operation -> operation.is("propose", Moment.OK))
                .forEach(operation -> findings.require(
                        proposals.stream()
                                .anyMatch(row -> row.text("work_order").equals(operation.sent("workOrder"))
                                        && row.text("proposer_id").equals(operation.worker())
                                        && row.text("outcome").equals(operation.sent("outcome"))),
                        "The proposal for " + operation.sent("workOrder") + " is missing or different",
                        operation,
                        proposals));
        List<Row> decided = new ArrayList<>(evidence.rows(Evidence.REVIEW, "decision"));
        decided.addAll(evidence.rows(Evidence.REVIEW, "undone_decision"));
        evidence.operations().stream()
                .filter(operation -> operation.is("confirm", Moment.OK))
                .forEach(operation -> findings.require(
                        isBy(decided, operation, "confirmer_id"),
                        "The confirmation of " + operation.sent("workOrder") + " is missing",
                        operation));
    }

    /**
     * Compares undone decisions with requests. Every successful request must have one, an unanswered one may have one,
     * and there must be no others.
     */
    private static void undoings(Evidence evidence, Findings findings) {
        List<Row> undone = evidence.rows(Evidence.REVIEW, "undone_decision");
        List<Operation> asked = evidence.operations().stream()
                .filter(operation -> operation.name().equals("undo"))
                .toList();
        asked.stream()
                .filter(operation -> operation.end() == Moment.OK)
                .forEach(operation -> findings.require(
                        isBy(undone, operation, "undone_by"),
                        "The undo of " + operation.sent("workOrder") + " is missing",
                        operation,
                        undone));
        undone.forEach(row -> findings.require(
                asked.stream()
                        .anyMatch(operation -> operation.end() != Moment.FAIL
                                && operation.sent("workOrder").equals(row.text("work_order"))
                                && operation.worker().equals(row.text("undone_by"))),
                "A decision on " + row.text("work_order") + " was undone without a request",
                row));
    }

    private static boolean isBy(List<Row> rows, Operation operation, String person) {
        return rows.stream()
                .anyMatch(row -> row.text("work_order").equals(operation.sent("workOrder"))
                        && row.text(person).equals(operation.worker()));
    }
}
