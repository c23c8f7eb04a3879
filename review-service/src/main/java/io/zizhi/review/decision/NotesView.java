package io.zizhi.review.decision;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zizhi.contracts.ReviewOutcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The part of a decision that the applicant may read: everything but the internal notes and the reviewer.
 *
 * @param workOrder the decided review
 * @param outcome the outcome
 * @param reasons of a rejection
 * @param items of a supplement request
 */
public record NotesView(
        long workOrder, ReviewOutcome outcome, List<ReasonNote> reasons, List<DecisionView.ItemView> items) {

    /**
     * One reason of a rejection.
     *
     * @param code a code of the catalogue
     * @param pointer JSON pointer into the qualification; empty for the whole
     * @param note to the applicant
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ReasonNote(
            String code, String pointer, @Nullable String note) {}

    static NotesView from(Decision decision, Verdict verdict) {
        DecisionView all = DecisionView.from(decision, verdict);
        return new NotesView(
                all.workOrder(),
                all.outcome(),
                all.reasons().stream()
                        .map(reason -> new ReasonNote(reason.code(), reason.pointer(), reason.note()))
                        .toList(),
                all.items());
    }
}
