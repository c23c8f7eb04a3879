package io.zizhi.e2e.faults.audit;

import io.zizhi.contracts.Topics;
import io.zizhi.e2e.faults.driver.Moment;
import io.zizhi.e2e.faults.driver.Operation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** I1: what applicants and reviewers were told is what happened. */
final class SubmissionsAsAnswered implements Invariant {

    @Override
    public String id() {
        return "I1";
    }

    @Override
    public String says() {
        return "Submissions, uploads, decisions and withdrawals that were answered with success exist; a submission that was"
                + " refused does not, and one that was not answered exists at most once.";
    }

    @Override
    public List<Violation> check(Evidence evidence) {
        Findings findings = new Findings(this);
        submissions(evidence, findings);
        uploads(evidence, findings);
        decisions(evidence, findings);
        withdrawals(evidence, findings);
        return findings.all();
    }

    private static void submissions(Evidence evidence, Findings findings) {
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

    private static void uploads(Evidence evidence, Findings findings) {
        Map<String, Row> documents = evidence.rowsBy(Evidence.DOCUMENT, "document", "id");
        evidence.operations().stream()
                .filter(operation -> operation.is("upload", Moment.OK))
                .forEach(operation -> {
                    Row document = documents.get(operation.got("documentId"));
                    findings.require(
                            document != null && document.text("sha256").equals(operation.got("sha256")),
                            "The uploaded document " + operation.got("documentId") + " is lost or another",
                            operation,
                            String.valueOf(document));
                });
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
