package io.zizhi.review.decision;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zizhi.contracts.ReviewOutcome;
import io.zizhi.review.desk.ReviewStatus;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A decision, for the staff.
 *
 * @param workOrder the decided review
 * @param status always DECIDED
 * @param outcome how
 * @param reasons of a rejection, with all notes
 * @param items of a supplement request
 * @param reviewerId who decided
 * @param decidedAt when
 * @param letterOutcome how the letter was decided that the qualification carried
 */
public record DecisionView(
        long workOrder,
        ReviewStatus status,
        ReviewOutcome outcome,
        List<ReasonView> reasons,
        List<ItemView> items,
        String reviewerId,
        Instant decidedAt,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable ReviewOutcome letterOutcome) {

    /**
     * One reason of a rejection.
     *
     * @param code of the catalogue
     * @param pointer JSON pointer into the qualification; empty for the whole
     * @param note to the applicant
     * @param internalNote for the staff
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
     * One thing asked for.
     *
     * @param code of the catalogue
     * @param pointer JSON pointer into the qualification; empty for the whole
     * @param documentKind kind of document asked for; left out where a field is to be corrected
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
        boolean rejected = verdict.outcome() == ReviewOutcome.REJECTED;
        return new DecisionView(
                decision.workOrder(),
                ReviewStatus.DECIDED,
                verdict.outcome(),
                rejected ? verdict.findings().stream().map(ReasonView::from).toList() : List.of(),
                rejected
                        ? List.of()
                        : verdict.findings().stream().map(ItemView::from).toList(),
                decision.reviewerId(),
                decision.decidedAt(),
                verdict.letterOutcome());
    }
}
