package io.zizhi.review.decision;

import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.ReviewOutcome;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.http.problem.Violation;
import io.zizhi.review.review.DocumentViewRepository;
import io.zizhi.review.review.Review;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Finds the documents that a person approves without having opened them. By the desk's policy, such an approval is
 * answered with their ids or refused. Proposer and second reviewer must each open the documents.
 */
@ApplicationScoped
public class UnopenedDocuments {

    /** How the desk treats the approval of documents that were not opened. */
    public enum Policy {
        /** Accepts the approval and lists the documents in the response. */
        WARN,

        /** Refuses the approval with 409 {@code DOCUMENTS_UNOPENED}. */
        REFUSE
    }

    private final DocumentViewRepository views;
    private final Policy policy;

    public UnopenedDocuments(DocumentViewRepository views, DecisionConfig config) {
        this.views = views;
        this.policy = config.unopenedDocuments();
    }

    /**
     * Returns the ids of the unopened documents; empty unless the outcome is an approval.
     *
     * @param person who approves
     * @throws io.zizhi.platform.http.problem.ProblemException 409 if the policy refuses and the person holds the review
     */
    public Uni<List<String>> of(Review review, ReviewOutcome outcome, String person) {
        return outcome == ReviewOutcome.APPROVED
                ? views.unopened(review.workOrder(), person).invoke(unopened -> refuse(unopened, review, person))
                : Uni.createFrom().item(List.of());
    }

    private void refuse(List<String> unopened, Review review, String person) {
        boolean holds = review.status().isUnfinished() && review.lease().isHeldBy(person);
        if (policy == Policy.REFUSE && holds && !unopened.isEmpty()) {
            throw Problems.conflict(
                    "DOCUMENTS_UNOPENED",
                    "Open every document before you approve the submission. `errors` lists the others.",
                    unopened.stream()
                            .map(id -> new Violation("", "DOCUMENT_UNOPENED", "Open document " + id + "."))
                            .toList());
        }
    }
}
