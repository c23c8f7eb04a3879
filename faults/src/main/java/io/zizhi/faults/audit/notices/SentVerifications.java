package io.zizhi.faults.audit.notices;

import io.zizhi.faults.audit.answers.SheetAnswers;
import io.zizhi.faults.driver.history.Moment;
import io.zizhi.faults.driver.history.Operation;
import io.zizhi.faults.evidence.Evidence;
import io.zizhi.faults.evidence.Row;
import io.zizhi.faults.evidence.Timelines;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The verifications that applicants sent with drafts, edits and sheets. */
final class SentVerifications {

    private record Step(String owner, long version) {}

    private final Timelines timelines;
    private final Map<String, Row> qualifications;
    private final Map<String, Set<String>> ofDrafts = new HashMap<>();
    private final Map<Step, Set<String>> ofEdits = new HashMap<>();

    SentVerifications(Evidence evidence) {
        this.timelines = Timelines.ofQualifications(evidence);
        this.qualifications = evidence.rowsBy(Evidence.QUALIFICATION, "qualification", "id");
        evidence.operations().stream()
                .filter(operation -> operation.end() != Moment.FAIL)
                .forEach(this::add);
    }

    private void add(Operation operation) {
        String verification = operation.sent("verification");
        if (operation.name().equals("draft")) {
            add(operation.sent("qualificationName"), verification);
        } else if (operation.name().equals("edit")) {
            Step step = new Step(operation.sent("id"), Long.parseLong(operation.sent("version")) + 1);
            ofEdits.computeIfAbsent(step, none -> new HashSet<>()).add(verification);
        } else if (SheetAnswers.isSheet(operation)) {
            List<String> names = SheetAnswers.names(operation);
            List<String> verifications = List.of(operation.sent("verifications").split(" ", -1));
            for (int row = 0; row < Math.min(names.size(), verifications.size()); row++) {
                add(names.get(row), verifications.get(row));
            }
        }
    }

    private void add(String name, String verification) {
        ofDrafts.computeIfAbsent(name, none -> new HashSet<>()).add(verification);
    }

    /**
     * Returns the verification of the last draft or edit before the submission. Returns several if it is unknown which
     * edit took effect.
     */
    Set<String> of(Row revision) {
        String owner = revision.text("qualification_id");
        List<Row> acts = timelines.of(owner);
        long filled = 0;
        for (int version = 1; version <= acts.size(); version++) {
            Row act = acts.get(version - 1);
            if (Timelines.is(act, "submit") && act.text("work_order").equals(revision.text("work_order"))) {
                break;
            }
            filled = Timelines.is(act, "draft") || Timelines.is(act, "edit") ? version : filled;
        }
        Row qualification = qualifications.get(owner);
        return filled > 1
                ? ofEdits.getOrDefault(new Step(owner, filled), Set.of())
                : ofDrafts.getOrDefault(qualification == null ? "" : qualification.text("name"), Set.of());
    }
}
