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
import java.util.stream.Collectors;

/**
 * Checks the responses about submissions of qualifications and letters, by the keys with which they were sent and
 * repeated.
 */
final class SubmissionAnswers implements Answers {

    @Override
    public void compare(Evidence evidence, Findings findings) {
        Map<String, Row> revisions = evidence.rowsBy(Evidence.QUALIFICATION, "revision", "work_order");
        Map<String, Row> keys = Submissions.keys(evidence, "QUALIFICATION", "key");
        compare(byKey(evidence, "submit"), keys, revisions, rowsOfSheets(evidence), findings);
        findings.require(
                revisions.size() == keys.size(),
                revisions.size() + " revisions were submitted under " + keys.size() + " keys: some twice");
        Map<String, Row> letters = Submissions.of(evidence).letters();
        compare(
                byKey(evidence, "submitLetter"),
                Submissions.keys(evidence, "LETTER", "key"),
                letters,
                Set.of(),
                findings);
        Set<String> keyed = Submissions.keys(evidence, "LETTER", "work_order").keySet();
        letters.forEach((workOrder, letter) -> findings.require(
                keyed.contains(workOrder), "A letter was submitted without a key: " + workOrder, letter));
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
            Map<String, Row> submissions,
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
            Row row = submissions.get(kept.text("work_order"));
            if (row == null) {
                findings.add("Key " + key + " has no submitted revision", kept);
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
