package io.zizhi.review.decision.undo;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zizhi.contracts.ReviewOutcome;
import io.zizhi.platform.privacy.encryption.AccountCipher;
import io.zizhi.review.decision.DecisionView;
import io.zizhi.review.decision.Verdict;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An undone decision, for staff.
 *
 * @param number its number among the review's decisions that had an undo window, from 1
 * @param outcome the undone outcome
 * @param reasons of a rejection, with all notes
 * @param items of a supplement request
 * @param letterOutcome the undone outcome for the letter that the qualification carries
 * @param reviewerId who decided it
 * @param confirmerId the second reviewer who confirmed it
 * @param decidedAt when it was decided
 * @param undoneBy who undid it
 * @param undoneAt when it was undone
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record UndoneDecisionView(
        int number,
        ReviewOutcome outcome,
        List<DecisionView.ReasonView> reasons,
        List<DecisionView.ItemView> items,
        @Nullable ReviewOutcome letterOutcome,
        String reviewerId,
        @Nullable String confirmerId,
        Instant decidedAt,
        String undoneBy,
        Instant undoneAt) {

    static UndoneDecisionView from(UndoneDecision undone, AccountCipher cipher) {
        Verdict verdict = undone.verdict(cipher);
        return new UndoneDecisionView(
                undone.number(),
                verdict.outcome(),
                DecisionView.reasons(verdict),
                DecisionView.items(verdict),
                verdict.letterOutcome(),
                undone.reviewerId(),
                undone.confirmerId(),
                undone.decidedAt(),
                undone.undoneBy(),
                undone.undoneAt());
    }
}
