package io.zizhi.review.decision;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zizhi.contracts.ReviewOutcome;
import io.zizhi.review.review.ReviewStatus;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A decision or a proposed decision, for staff.
 *
 * @param workOrder the reviewed work order
 * @param status DECIDED, or PROPOSED while the decision waits for a second reviewer
 * @param outcome the outcome
 * @param reasons of a rejection, with all notes
 * @param items of a supplement request
 * @param reviewerId who decided or proposed
 * @param decidedAt when it was decided; absent from a proposal
 * @param letterOutcome the outcome for the letter that the qualification carries
 * @param proposedAt when it was proposed; only in a proposal
 * @param confirmerId the second reviewer who confirmed it; absent if no second reviewer was needed
 * @param unopenedDocuments ids of the documents that the caller approves without having opened them; only in the answer
 *     to an approval, and absent if there are none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DecisionView(
        long workOrder,
        ReviewStatus status,
        ReviewOutcome outcome,
        List<ReasonView> reasons,
        List<ItemView> items,
        String reviewerId,
        @Nullable Instant decidedAt,
        @Nullable ReviewOutcome letterOutcome,
        @Nullable Instant proposedAt,
        @Nullable String confirmerId,
        @Nullable List<String> unopenedDocuments) {

    /**
     * One reason of a rejection.
     *
     * @param code a code of the catalogue
     * @param pointer JSON pointer into the qualification; empty for the whole
     * @param note to the applicant
     * @param internalNote for staff
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ReasonView(
            String code,
            String pointer,
            @Nullable String note,
            @Nullable String internalNote) {

        static ReasonView from(Finding finding) {
            return new ReasonView(finding.code(), finding.pointer(), finding.note(), finding.internalNote());
        }
    }

    /**
     * One requested item.
     *
     * @param code a code of the catalogue
     * @param pointer JSON pointer into the qualification; empty for the whole
     * @param documentKind the requested kind of document; absent if a field is to be corrected
     * @param note to the applicant
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ItemView(
            String code,
            String pointer,
            @Nullable String documentKind,
            @Nullable String note) {

        static ItemView from(Finding finding) {
            return new ItemView(finding.code(), finding.pointer(), finding.documentKind(), finding.note());
        }
    }

    static DecisionView from(Decision decision, Verdict verdict) {
        return new DecisionView(
                decision.workOrder(),
                ReviewStatus.DECIDED,
                verdict.outcome(),
                reasons(verdict),
                items(verdict),
                decision.reviewerId(),
                decision.decidedAt(),
                verdict.letterOutcome(),
                null,
                decision.confirmerId(),
                null);
    }

    /** Returns the view of a proposal that waits for a second reviewer. */
    public static DecisionView proposed(long workOrder, Verdict verdict, String proposer, Instant proposedAt) {
        return new DecisionView(
                workOrder,
                ReviewStatus.PROPOSED,
                verdict.outcome(),
                reasons(verdict),
                items(verdict),
                proposer,
                null,
                verdict.letterOutcome(),
                proposedAt,
                null,
                null);
    }

    /** Returns this view with the documents that the caller has not opened. */
    public DecisionView withUnopened(List<String> documents) {
        return documents.isEmpty()
                ? this
                : new DecisionView(
                        workOrder,
                        status,
                        outcome,
                        reasons,
                        items,
                        reviewerId,
                        decidedAt,
                        letterOutcome,
                        proposedAt,
                        confirmerId,
                        documents);
    }

    public static List<ReasonView> reasons(Verdict verdict) {
        return verdict.outcome() == ReviewOutcome.REJECTED
                ? verdict.findings().stream().map(ReasonView::from).toList()
                : List.of();
    }

    public static List<ItemView> items(Verdict verdict) {
        return verdict.outcome() == ReviewOutcome.REJECTED
                ? List.of()
                : verdict.findings().stream().map(ItemView::from).toList();
    }
}
