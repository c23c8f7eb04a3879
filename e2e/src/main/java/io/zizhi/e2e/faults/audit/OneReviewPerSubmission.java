package io.zizhi.e2e.faults.audit;

import io.zizhi.contracts.Topics;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** I2: desk and applicants agree on what lies in review. */
final class OneReviewPerSubmission implements Invariant {

    private static final Set<String> UNFINISHED = Set.of("OPEN", "CLAIMED", "PROPOSED");

    @Override
    public String id() {
        return "I2";
    }

    @Override
    public String says() {
        return "Each submission has exactly one review, unfinished exactly while the qualification is in review.";
    }

    @Override
    public List<Violation> check(Evidence evidence) {
        Findings findings = new Findings(this);
        Map<String, Row> reviews = evidence.rowsBy(Evidence.REVIEW, "review", "work_order");
        Map<String, Row> qualifications = evidence.rowsBy(Evidence.QUALIFICATION, "qualification", "id");
        Map<String, Row> revisions = evidence.rowsBy(Evidence.QUALIFICATION, "revision", "work_order");
        Set<String> withdrawn = evidence.events(Topics.QUALIFICATION, "zizhi.qualification.withdrawn.v1").stream()
                .map(event -> event.text("workOrder"))
                .collect(Collectors.toSet());
        revisions.forEach((workOrder, revision) -> {
            Row review = reviews.get(workOrder);
            Row qualification = qualifications.get(revision.text("qualification_id"));
            if (review == null || qualification == null) {
                findings.add("Submission " + workOrder + " has no review", revision, String.valueOf(qualification));
                return;
            }
            boolean awaited = qualification.text("status").equals("IN_REVIEW")
                    && qualification.text("current_revision").equals(revision.text("id"));
            findings.require(
                    awaited == (UNFINISHED.contains(review.text("status")) || isUntold(review)),
                    "Review and qualification of " + workOrder + " disagree on whether it is in review",
                    review,
                    qualification);
            agree(findings, workOrder, revision, review, withdrawn.contains(workOrder));
        });
        reviews.forEach((workOrder, review) ->
                findings.require(revisions.containsKey(workOrder), "Nobody submitted review " + workOrder, review));
        return findings.all();
    }

    /** Decided, and nobody else knows, because it can still be undone. */
    private static boolean isUntold(Row review) {
        return review.has("undo_until");
    }

    private static void agree(Findings findings, String workOrder, Row revision, Row review, boolean withdrawn) {
        if (withdrawn) {
            boolean ended = review.text("status").equals("CANCELLED") || review.has("superseded_at");
            findings.require(
                    ended && !revision.has("outcome"),
                    "Submission " + workOrder + " was withdrawn and its review goes on",
                    revision,
                    review);
        } else {
            findings.require(
                    revision.text("outcome").equals(isUntold(review) ? "" : review.text("outcome")),
                    "Review and revision of " + workOrder + " disagree on the outcome",
                    revision,
                    review);
        }
    }
}
