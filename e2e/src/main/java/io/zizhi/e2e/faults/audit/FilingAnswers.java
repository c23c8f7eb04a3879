package io.zizhi.e2e.faults.audit;

import io.zizhi.contracts.Topics;
import io.zizhi.e2e.faults.driver.Moment;
import io.zizhi.e2e.faults.driver.Operation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Edits, discarded amendments, submissions, withdrawals and deletions. Who asks for one names the version before it, so that each act in a
 * timeline is the answer to what was asked of its version, and nothing can have happened twice without an act that
 * nobody asked for.
 */
final class FilingAnswers implements Answers {

    private static final Set<String> REQUESTS = Set.of("edit", "discard", "submit", "withdraw", "delete");

    /** A qualification and the version to which a request led or would have led. */
    private record Step(String qualification, long version) {

        static Step of(Operation operation) {
            return new Step(operation.sent("id"), Long.parseLong(operation.sent("version")) + 1);
        }
    }

    @Override
    public void compare(Evidence evidence, Findings findings) {
        Timelines timelines = new Timelines(evidence);
        Map<Step, List<Operation>> asked = evidence.operations().stream()
                .filter(operation -> REQUESTS.contains(operation.name()))
                .collect(Collectors.groupingBy(Step::of));
        asked.forEach((step, operations) -> operations.stream()
                .filter(operation -> operation.end() == Moment.OK)
                .forEach(operation ->
                        happened(operation, step, timelines.act(step.qualification(), step.version()), findings)));
        timelines.qualifications().forEach(id -> wereAskedFor(id, timelines.of(id), asked, findings));
        evidence.rows(Evidence.QUALIFICATION, "qualification")
                .forEach(row -> leadTo(row, timelines.of(row.text("id")), findings));
        withdrawals(evidence, findings);
    }

    private static void happened(Operation operation, Step step, @Nullable Row act, Findings findings) {
        String what = "The " + operation.name() + " of qualification " + step.qualification();
        findings.require(Timelines.is(act, operation.name()), what + " is lost", operation, String.valueOf(act));
        findings.require(
                operation.name().equals("delete") || operation.got("version").equals(Long.toString(step.version())),
                what + " was answered with another version than " + step.version(),
                operation);
    }

    private static void wereAskedFor(String id, List<Row> acts, Map<Step, List<Operation>> asked, Findings findings) {
        findings.require(
                Timelines.is(acts.getFirst(), "draft"), "The timeline of " + id + " does not begin with a draft", acts);
        for (int version = 2; version <= acts.size(); version++) {
            Row act = acts.get(version - 1);
            List<Operation> operations = asked.getOrDefault(new Step(id, version), List.of());
            boolean mayBe = operations.stream()
                    .anyMatch(operation -> operation.end() != Moment.FAIL && Timelines.is(act, operation.name()));
            findings.require(
                    mayBe || !Timelines.isAskedFor(act),
                    act.text("act") + " happened to qualification " + id + " and was refused, or nobody asked for it",
                    act,
                    operations);
        }
    }

    /** The row must be where its acts have led. */
    private static void leadTo(Row row, List<Row> acts, Findings findings) {
        findings.require(
                row.number("version") == acts.size(),
                "Qualification " + row.text("id") + " is at version " + row.text("version") + " after " + acts.size()
                        + " acts",
                row,
                acts);
        boolean deleted = !acts.isEmpty() && Timelines.is(acts.getLast(), "delete");
        findings.require(
                deleted == row.has("deleted_at"),
                "Qualification " + row.text("id")
                        + (deleted ? " is there, and was deleted" : " is gone, and was not deleted"),
                row,
                acts);
    }

    private static void withdrawals(Evidence evidence, Findings findings) {
        Set<String> withdrawn = evidence.events(Topics.QUALIFICATION, "zizhi.qualification.withdrawn.v1").stream()
                .map(event -> event.text("workOrder"))
                .collect(Collectors.toSet());
        evidence.operations().stream()
                .filter(operation -> operation.is("withdraw", Moment.OK))
                .forEach(operation -> findings.require(
                        withdrawn.contains(operation.sent("workOrder")),
                        "The withdrawal of " + operation.sent("workOrder") + " is lost",
                        operation));
    }
}
