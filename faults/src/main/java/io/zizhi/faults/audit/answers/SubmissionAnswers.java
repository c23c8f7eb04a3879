package io.zizhi.faults.audit.answers;

import io.zizhi.faults.driver.history.Moment;
import io.zizhi.faults.driver.history.Operation;
import io.zizhi.faults.evidence.Evidence;
import io.zizhi.faults.evidence.Findings;
import io.zizhi.faults.evidence.Row;
import io.zizhi.faults.evidence.Submissions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Checks the responses about submissions of qualifications and letters, by the keys with which they were sent and
 * repeated.
 */
final class SubmissionAnswers implements Answers {

    @Override
    public void compare(Evidence evidence, Findings findings) {
        Map<String, Row> keys = evidence.rowsBy(Evidence.QUALIFICATION, "submission_key", "key");
        Map<String, Row> revisions = evidence.rowsBy(Evidence.QUALIFICATION, "revision", "id");
        compare(
                byKey(evidence, "submit"),
                keys,
                key -> revisions.get(key.text("revision_id")),
                rowsOfSheets(evidence),
                findings);
        long submitted =
                revisions.values().stream().filter(row -> row.has("work_order")).count();
        findings.require(
                submitted == keys.size(),
                submitted + " revisions were submitted under " + keys.size() + " keys: some twice");
        Map<String, Row> letters = evidence.rowsBy(Evidence.QUALIFICATION, "letter_submission", "idempotency_key");
        compare(byKey(evidence, "submitLetter"), letters, letter -> letter, Set.of(), findings);
        Submissions.of(evidence)
                .letters()
                .forEach((workOrder, letter) -> findings.require(
                        letter.has("idempotency_key"), "A letter was submitted without a key: " + workOrder, letter));
    }

    private static Map<String, List<Operation>> byKey(Evidence evidence, String name) {
        return evidence.operations().stream()
                .filter(operation -> operation.name().equals(name))
                .collect(Collectors.groupingBy(operation -> operation.sent("key")));
    }

    /** Returns the keys that the service itself gives to the rows of sheets. */
    private static Set<String> rowsOfSheets(Evidence evidence) {
        return evidence.rows(Evidence.QUALIFICATION, "bulk_row").stream()
                .map(row -> "bulk-" + row.text("filing_id") + "-" + row.text("number"))
                .collect(Collectors.toSet());
    }

    private static void compare(
            Map<String, List<Operation>> byKey,
            Map<String, Row> keys,
            Function<Row, @Nullable Row> submitted,
            Set<String> ofService,
            Findings findings) {
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
                        answers.isEmpty(), "Submission " + answers + " under key " + key + " is missing", operations);
                return;
            }
            boolean refused = operations.stream().allMatch(operation -> operation.end() == Moment.FAIL);
            findings.require(!refused, "The rejected submission under key " + key + " was accepted", kept, operations);
            Row row = submitted.apply(kept);
            if (row == null || !row.has("work_order")) {
                findings.add("Key " + key + " has no submitted revision", kept, String.valueOf(row));
            } else {
                findings.require(
                        answers.isEmpty() || answers.contains(row.text("work_order")),
                        "Key " + key + " was answered with " + answers + " but stored as " + row.text("work_order"),
                        kept,
                        row);
            }
        });
        keys.forEach((key, kept) -> findings.require(
                byKey.containsKey(key) || ofService.contains(key),
                "No request for the submission under key " + key,
                kept));
    }
}
