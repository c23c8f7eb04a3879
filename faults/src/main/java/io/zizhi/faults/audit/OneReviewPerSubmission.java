package io.zizhi.faults.audit;

import io.zizhi.contracts.Topics;
import io.zizhi.faults.evidence.Evidence;
import io.zizhi.faults.evidence.Findings;
import io.zizhi.faults.evidence.Invariant;
import io.zizhi.faults.evidence.Row;
import io.zizhi.faults.evidence.Submissions;
import io.zizhi.faults.evidence.Violation;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** I2: the review desk and the applicants' data agree on which submissions are in review. */
final class OneReviewPerSubmission implements Invariant {

    private static final Set<String> UNFINISHED = Set.of("OPEN", "CLAIMED", "PROPOSED");
    private static final Set<String> WITHDRAWALS =
            Set.of("zizhi.qualification.withdrawn.v1", "zizhi.qualification.letter-withdrawn.v1");

    @Override
    public String id() {
        return "I2";
    }

    @Override
    public String says() {
        return "Each submission of a qualification or letter has exactly one review, unfinished exactly while it is in"
                + " review; a carried letter has the result of its qualification's review.";
    }

    @Override
    public List<Violation> check(Evidence evidence) {
        Findings findings = new Findings(this);
        Map<String, Row> reviews = evidence.rowsBy(Evidence.REVIEW, "review", "work_order");
        Map<String, Row> qualifications = evidence.rowsBy(Evidence.QUALIFICATION, "qualification", "id");
        Map<String, Row> letters = evidence.rowsBy(Evidence.QUALIFICATION, "authorization_letter", "id");
        Submissions submissions = Submissions.of(evidence);
        Set<String> withdrawn = evidence.events(Topics.QUALIFICATION).stream()
                .filter(event -> WITHDRAWALS.contains(event.type()))
                .map(event -> event.text("workOrder"))
                .collect(Collectors.toSet());
        submissions.revisions().forEach((workOrder, revision) -> {
            Row qualification = qualifications.get(revision.text("qualification_id"));
            boolean awaited = qualification != null
                    && qualification.text("status").equals("IN_REVIEW")
                    && qualification.text("current_revision").equals(revision.text("id"));
            Submission submission = new Submission(workOrder, "QUALIFICATION", revision, qualification, awaited);
            agree(findings, submission, reviews.get(workOrder), withdrawn.contains(workOrder));
        });
        submissions.letters().forEach((workOrder, submitted) -> {
            Row letter = letters.get(submitted.text("letter_id"));
            boolean awaited = isAwaited(letter, workOrder);
            Submission submission = new Submission(workOrder, "LETTER", submitted, letter, awaited);
            agree(findings, submission, reviews.get(workOrder), withdrawn.contains(workOrder));
        });
        Map<String, Row> submitted = submissions.reviewed();
        reviews.forEach((workOrder, review) ->
                findings.require(submitted.containsKey(workOrder), "No submission of review " + workOrder, review));
        carried(findings, evidence, submissions, letters);
        return findings.all();
    }

    /**
     * A submission that has a review.
     *
     * @param row the submitted data
     * @param owner the qualification or letter
     * @param awaited whether the owner waits for this review
     */
    private record Submission(
            String workOrder,
            String subject,
            Row row,
            @Nullable Row owner,
            boolean awaited) {

        String word() {
            return subject.toLowerCase(Locale.ROOT);
        }
    }

    private static boolean isAwaited(@Nullable Row letter, String workOrder) {
        return letter != null
                && letter.text("status").equals("IN_REVIEW")
                && letter.text("current_order").equals(workOrder);
    }

    /** Returns whether the review is decided but its decision is not published, because it can still be undone. */
    private static boolean isUnpublished(Row review) {
        return review.has("undo_until");
    }

    private static void agree(Findings findings, Submission submission, @Nullable Row review, boolean withdrawn) {
        String workOrder = submission.workOrder();
        Row row = submission.row();
        Row owner = submission.owner();
        if (review == null || owner == null) {
            findings.add("Submission " + workOrder + " has no review", row, String.valueOf(owner));
            return;
        }
        findings.require(
                review.text("subject").equals(submission.subject()),
                "Review " + workOrder + " has another subject",
                review,
                row);
        findings.require(
                submission.awaited() == (UNFINISHED.contains(review.text("status")) || isUnpublished(review)),
                "Review and " + submission.word() + " of " + workOrder + " disagree on whether it is in review",
                review,
                owner);
        if (withdrawn) {
            boolean ended = review.text("status").equals("CANCELLED") || review.has("superseded_at");
            findings.require(
                    ended && !row.has("outcome"),
                    "Submission " + workOrder + " was withdrawn but its review continues",
                    row,
                    review);
        } else {
            findings.require(
                    row.text("outcome").equals(isUnpublished(review) ? "" : review.text("outcome")),
                    "Review and submission " + workOrder + " disagree on the outcome",
                    row,
                    review);
        }
    }

    /**
     * Checks carried letters. A letter is decided with the qualification that carries it, and is in review for exactly
     * as long.
     */
    private static void carried(
            Findings findings, Evidence evidence, Submissions submissions, Map<String, Row> letters) {
        Map<String, Row> decisions = evidence.rowsBy(Evidence.REVIEW, "decision", "work_order");
        submissions.carried().forEach((workOrder, submitted) -> {
            Row revision = submissions.revisions().get(workOrder);
            if (revision == null || !revision.text("qualification_id").equals(submitted.text("qualification_id"))) {
                findings.add("No qualification was submitted with the letter of " + workOrder, submitted);
                return;
            }
            Row decision = decisions.get(workOrder);
            String outcome = revision.has("outcome") && decision != null ? decision.text("letter_outcome") : "";
            findings.require(
                    submitted.text("outcome").equals(outcome),
                    "The letter of " + workOrder + " does not have the result of its review",
                    submitted,
                    String.valueOf(decision));
            Row letter = letters.get(submitted.text("letter_id"));
            Row qualification = evidence.rows(Evidence.QUALIFICATION, "qualification").stream()
                    .filter(row -> row.text("current_revision").equals(revision.text("id")))
                    .findFirst()
                    .orElse(null);
            findings.require(
                    isAwaited(letter, workOrder)
                            == (qualification != null
                                    && qualification.text("status").equals("IN_REVIEW")),
                    "The letter of " + workOrder + " is not in review as long as its qualification",
                    submitted,
                    String.valueOf(letter));
        });
    }
}
