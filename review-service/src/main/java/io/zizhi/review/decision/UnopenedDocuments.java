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

    /** Reads the ids of the documents that the person has not opened; see {@link DocumentViewRepository#unopened}. */
    public Uni<List<String>> of(long workOrder, String person) {
        return views.unopened(workOrder, person);
    }

    /**
     * Returns the ids of unopened documents that concern the outcome: none unless it is an approval.
     *
     * @param unopened by {@link #of}
     * @param person who approves
     * @throws io.zizhi.platform.http.problem.ProblemException 409 if the policy refuses and the person holds the review
     */
    public List<String> admit(List<String> unopened, Review review, ReviewOutcome outcome, String person) {
        if (outcome != ReviewOutcome.APPROVED) {
            return List.of();
        }
        refuse(unopened, review, person);
        return unopened;
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
