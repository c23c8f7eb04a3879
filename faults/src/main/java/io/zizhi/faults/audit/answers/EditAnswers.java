package io.zizhi.faults.audit.answers;

import io.zizhi.faults.driver.history.Moment;
import io.zizhi.faults.driver.history.Operation;
import io.zizhi.faults.evidence.Evidence;
import io.zizhi.faults.evidence.Findings;
import io.zizhi.faults.evidence.Row;
import io.zizhi.faults.evidence.Timelines;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Checks the responses about edits of forms. Each edit adds a different document, which remains until the next edit or
 * until the amendment is discarded.
 */
final class EditAnswers implements Answers {

    @Override
    public void compare(Evidence evidence, Findings findings) {
        Timelines timelines = Timelines.ofQualifications(evidence);
        Map<String, List<Row>> revisions = evidence.rows(Evidence.QUALIFICATION, "revision").stream()
                .collect(Collectors.groupingBy(row -> row.text("qualification_id")));
        evidence.operations().stream()
                .filter(operation -> operation.name().equals("edit"))
                .collect(Collectors.groupingBy(operation -> operation.sent("material")))
                .forEach((material, operations) -> {
                    Operation first = operations.getFirst();
                    String id = first.sent("id");
                    boolean shows = revisions.getOrDefault(id, List.of()).stream()
                            .anyMatch(revision -> revision.text("content").contains(material));
                    Row after = timelines.after(id, Long.parseLong(first.sent("version")) + 1);
                    boolean succeeded = operations.stream().anyMatch(operation -> operation.end() == Moment.OK);
                    boolean refused = operations.stream().allMatch(operation -> operation.end() == Moment.FAIL);
                    findings.require(
                            !succeeded || shows || Timelines.is(after, "edit") || Timelines.is(after, "discard"),
                            "The change by an edit of " + id + " is missing: " + material,
                            operations);
                    findings.require(
                            !refused || !shows,
                            "A rejected edit changed the form of " + id + ": " + material,
                            operations);
                });
    }
}
