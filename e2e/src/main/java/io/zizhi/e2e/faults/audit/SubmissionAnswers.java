package io.zizhi.e2e.faults.audit;

import io.zizhi.e2e.faults.driver.Moment;
import io.zizhi.e2e.faults.driver.Operation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Submissions, by the keys under which they were sent and sent again. */
final class SubmissionAnswers implements Answers {

    @Override
    public void compare(Evidence evidence, Findings findings) {
        Map<String, List<Operation>> byKey = evidence.operations().stream()
                .filter(operation -> operation.name().equals("submit"))
                .collect(Collectors.groupingBy(operation -> operation.sent("key")));
        Map<String, Row> keys = evidence.rowsBy(Evidence.QUALIFICATION, "submission_key", "key");
        Map<String, Row> revisions = evidence.rowsBy(Evidence.QUALIFICATION, "revision", "id");
        byKey.forEach((key, operations) -> {
            Row kept = keys.get(key);
            Set<String> answers = operations.stream()
                    .filter(operation -> operation.end() == Moment.OK)
                    .map(operation -> operation.got("workOrder"))
                    .collect(Collectors.toSet());
            if (answers.size() > 1) {
                findings.add("Key " + key + " was answered with several work orders " + answers, operations);
            }
            if (kept == null) {
                findings.require(
                        answers.isEmpty(), "Submission " + answers + " under key " + key + " is lost", operations);
                return;
            }
            boolean refused = operations.stream().allMatch(operation -> operation.end() == Moment.FAIL);
            findings.require(!refused, "The refused submission under key " + key + " was accepted", kept, operations);
            Row revision = revisions.get(kept.text("revision_id"));
            if (revision == null || !revision.has("work_order")) {
                findings.add("Key " + key + " has no submitted revision", kept, String.valueOf(revision));
            } else {
                findings.require(
                        answers.isEmpty() || answers.contains(revision.text("work_order")),
                        "Key " + key + " was answered with " + answers + " and kept as " + revision.text("work_order"),
                        kept,
                        revision);
            }
        });
        keys.forEach((key, kept) ->
                findings.require(byKey.containsKey(key), "Nobody asked for the submission under key " + key, kept));
        long submitted =
                revisions.values().stream().filter(row -> row.has("work_order")).count();
        findings.require(
                submitted == keys.size(),
                submitted + " revisions were submitted under " + keys.size() + " keys: some twice");
    }
}
