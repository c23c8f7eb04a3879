package io.zizhi.review.decision.proposal;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zizhi.contracts.ReviewOutcome;
import io.zizhi.platform.privacy.encryption.AccountCipher;
import io.zizhi.review.decision.DecisionView;
import io.zizhi.review.decision.Verdict;
import io.zizhi.review.review.Review;
import io.zizhi.review.review.ReviewStatus;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A proposed decision, for staff.
 *
 * @param number its number, from 1
 * @param state the state of the proposal
 * @param outcome the proposed outcome
 * @param reasons of a rejection, with all notes
 * @param items of a supplement request
 * @param letterOutcome the proposed outcome for the letter that the qualification carries
 * @param proposerId who proposed it
 * @param proposedAt when it was proposed
 * @param secondId the second reviewer who confirmed or returned it
 * @param endedAt when it was confirmed or returned
 * @param note why it was returned
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProposalView(
        int number,
        ProposalState state,
        ReviewOutcome outcome,
        List<DecisionView.ReasonView> reasons,
        List<DecisionView.ItemView> items,
        @Nullable ReviewOutcome letterOutcome,
        String proposerId,
        Instant proposedAt,
        @Nullable String secondId,
        @Nullable Instant endedAt,
        @Nullable String note) {

    static ProposalView from(Proposal proposal, Review review, AccountCipher cipher) {
        Verdict verdict = proposal.verdict(cipher);
        boolean cancelled = proposal.state() == ProposalState.WAITING && review.status() == ReviewStatus.CANCELLED;
        return new ProposalView(
                proposal.number(),
                cancelled ? ProposalState.CANCELLED : proposal.state(),
                verdict.outcome(),
                DecisionView.reasons(verdict),
                DecisionView.items(verdict),
                verdict.letterOutcome(),
                proposal.proposerId(),
                proposal.proposedAt(),
                proposal.secondId(),
                proposal.endedAt(),
                proposal.note(cipher));
    }
}
