package io.zizhi.faults.evidence;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * All submissions, by work order.
 *
 * @param revisions of qualifications
 * @param letters that are reviewed alone
 * @param carried letters that a qualification carries; their work orders are those of its revisions
 */
public record Submissions(Map<String, Row> revisions, Map<String, Row> letters, Map<String, Row> carried) {

    public static Submissions of(Evidence evidence) {
        Map<String, Row> letters = new TreeMap<>();
        Map<String, Row> carried = new TreeMap<>();
        evidence.rowsBy(Evidence.QUALIFICATION, "letter_submission", "work_order")
                .forEach((workOrder, row) -> (row.has("qualification_id") ? carried : letters).put(workOrder, row));
        return new Submissions(evidence.rowsBy(Evidence.QUALIFICATION, "revision", "work_order"), letters, carried);
    }

    /** Returns the submissions that have their own review. */
    public Map<String, Row> reviewed() {
        Map<String, Row> reviewed = new TreeMap<>(revisions);
        reviewed.putAll(letters);
        return reviewed;
    }

    /**
     * Returns the idempotency keys of submissions, by a column.
     *
     * @param subject QUALIFICATION, or LETTER for letters that are reviewed alone
     * @param column {@code key} or {@code work_order}
     */
    public static Map<String, Row> keys(Evidence evidence, String subject, String column) {
        return evidence.rows(Evidence.QUALIFICATION, "submission_key").stream()
                .filter(key -> key.text("subject").equals(subject))
                .collect(Collectors.toMap(key -> key.text(column), Function.identity()));
    }
}
