package io.zizhi.faults.audit.answers;

import io.zizhi.contracts.Topics;
import io.zizhi.faults.driver.history.Moment;
import io.zizhi.faults.driver.history.Operation;
import io.zizhi.faults.evidence.Evidence;
import io.zizhi.faults.evidence.Findings;
import io.zizhi.faults.evidence.Row;
import io.zizhi.faults.evidence.Submissions;
import io.zizhi.faults.evidence.Timelines;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Checks the responses about edits, discarded amendments, submissions, withdrawals and deletions of qualifications and
 * letters. A request names the version before it. So each act in a timeline matches the request for its version, and a
 * repeated act would match none. The service itself submits rows of sheets. A letter that a qualification carries is
 * submitted and withdrawn with it.
 */
final class FilingAnswers implements Answers {

    private static final Set<String> REQUESTS =
            Set.of("edit", "discard", "submit", "withdraw", "delete", "submitLetter", "withdrawLetter", "deleteLetter");
    private static final Set<String> WITHDRAWALS =
            Set.of("zizhi.qualification.withdrawn.v1", "zizhi.qualification.letter-withdrawn.v1");

    /** A qualification or letter and the version that a request produced, or would have produced. */
    private record Step(String owner, long version) {

        static Step of(Operation operation) {
            return new Step(operation.sent("id"), Long.parseLong(operation.sent("version")) + 1);
        }
    }

    @Override
    public void compare(Evidence evidence, Findings findings) {
        Map<Step, List<Operation>> asked = evidence.operations().stream()
                .filter(operation -> REQUESTS.contains(operation.name()))
                .collect(Collectors.groupingBy(Step::of));
        Timelines qualifications = Timelines.ofQualifications(evidence);
        Timelines letters = Timelines.ofLetters(evidence);
        asked.forEach((step, operations) -> operations.stream()
                .filter(operation -> operation.end() == Moment.OK)
                .forEach(operation -> {
                    boolean ofLetter = operation.name().endsWith("Letter");
                    Row act = (ofLetter ? letters : qualifications).act(step.owner(), step.version());
                    happened(operation, ofLetter ? "letter " : "qualification ", step, act, findings);
                }));
        wereAskedFor("qualification", qualifications, asked, rowsOfSheets(evidence), findings);
        wereAskedFor("letter", letters, asked, carried(evidence), findings);
        evidence.rows(Evidence.QUALIFICATION, "qualification")
                .forEach(row -> leadTo("Qualification ", row, qualifications.of(row.text("id")), findings));
        evidence.rows(Evidence.QUALIFICATION, "authorization_letter")
                .forEach(row -> leadTo("Letter ", row, letters.of(row.text("id")), findings));
        withdrawals(evidence, findings);
    }

    private static void happened(Operation operation, String owner, Step step, @Nullable Row act, Findings findings) {
        String what = "The " + operation.name() + " of " + owner + step.owner();
        findings.require(Timelines.is(act, operation.name()), what + " is missing", operation, String.valueOf(act));
        findings.require(
                operation.name().startsWith("delete")
                        || operation.got("version").equals(Long.toString(step.version())),
                what + " was answered with a version other than " + step.version(),
                operation);
    }

    /** Matches submissions by rows of sheets, each at the row's version. */
    private static Predicate<Act> rowsOfSheets(Evidence evidence) {
        Set<Act> submitted = evidence.rows(Evidence.QUALIFICATION, "bulk_row").stream()
                .filter(row -> row.text("state").equals("SUBMITTED"))
                .map(row -> new Act(
                        "SUBMITTED",
                        row.text("qualification_id"),
                        row.number("qualification_version") + 1,
                        row.text("work_order")))
                .collect(Collectors.toSet());
        return submitted::contains;
    }

    /** Matches acts of letters that are also acts of the qualification that carries them. */
    private static Predicate<Act> carried(Evidence evidence) {
        Map<String, Row> carried = Submissions.of(evidence).carried();
        Set<String> acts = evidence.rows(Evidence.QUALIFICATION, "timeline_entry").stream()
                .map(entry -> entry.text("act") + " " + entry.text("work_order"))
                .collect(Collectors.toSet());
        return act -> carried.containsKey(act.workOrder()) && acts.contains(act.name() + " " + act.workOrder());
    }

    /** An act on an owner, with its version and work order. */
    private record Act(String name, String owner, long version, String workOrder) {}

    private static void wereAskedFor(
            String kind,
            Timelines timelines,
            Map<Step, List<Operation>> asked,
            Predicate<Act> followed,
            Findings findings) {
        for (String id : timelines.owners()) {
            List<Row> acts = timelines.of(id);
            findings.require(
                    Timelines.is(acts.getFirst(), "draft"),
                    "The timeline of " + id + " does not begin with a draft",
                    acts);
            for (int version = 2; version <= acts.size(); version++) {
                Row act = acts.get(version - 1);
                List<Operation> operations = asked.getOrDefault(new Step(id, version), List.of());
                boolean mayBe = operations.stream()
                        .anyMatch(operation -> operation.end() != Moment.FAIL && Timelines.is(act, operation.name()));
                findings.require(
                        mayBe
                                || !Timelines.isAskedFor(act)
                                || followed.test(new Act(act.text("act"), id, version, act.text("work_order"))),
                        act.text("act") + " happened to " + kind + " " + id
                                + " although its request was rejected or does not exist",
                        act,
                        operations);
            }
        }
    }

    /** Checks that the state of the row matches its acts. */
    private static void leadTo(String kind, Row row, List<Row> acts, Findings findings) {
        findings.require(
                row.number("version") == acts.size(),
                kind + row.text("id") + " is at version " + row.text("version") + " after " + acts.size() + " acts",
                row,
                acts);
        boolean deleted = !acts.isEmpty() && Timelines.is(acts.getLast(), "delete");
        findings.require(
                deleted == row.has("deleted_at"),
                kind
                        + row.text("id")
                        + (deleted ? " exists although it was deleted" : " is missing although it was not deleted"),
                row,
                acts);
    }

    private static void withdrawals(Evidence evidence, Findings findings) {
        Set<String> withdrawn = evidence.events(Topics.QUALIFICATION).stream()
                .filter(event -> WITHDRAWALS.contains(event.type()))
                .map(event -> event.text("workOrder"))
                .collect(Collectors.toSet());
        evidence.operations().stream()
                .filter(operation -> operation.is("withdraw", Moment.OK) || operation.is("withdrawLetter", Moment.OK))
                .forEach(operation -> findings.require(
                        withdrawn.contains(operation.sent("workOrder")),
                        "The withdrawal of " + operation.sent("workOrder") + " is missing",
                        operation));
    }
}
