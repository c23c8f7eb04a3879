package io.zizhi.review.decision.proposal;

import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.DecisionProposed;
import io.zizhi.platform.http.problem.ProblemException;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.http.problem.Violation;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.privacy.encryption.AccountCiphers;
import io.zizhi.platform.privacy.encryption.jobs.EncryptedTable;
import io.zizhi.review.decision.DecisionView;
import io.zizhi.review.decision.Verdict;
import io.zizhi.review.review.RecordHandover;
import io.zizhi.review.review.Review;
import io.zizhi.review.reviewer.ReviewAccess;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Stores proposals, in the transaction that holds the lock on the review. The lease ends, so that another person can
 * claim the review. The clock keeps running until the review is decided. A later, different decision is refused. The
 * refusal names the proposal only to callers who may read the review ({@link ReviewAccess}).
 */
@ApplicationScoped
public class Proposals {

    private static final String CONFLICT = "REVIEW_PROPOSED";

    private final ProposalRepository proposals;
    private final ReviewAccess access;
    private final AccountCiphers ciphers;
    private final RecordHandover handover;

    Proposals(ProposalRepository proposals, ReviewAccess access, AccountCiphers ciphers, RecordHandover handover) {
        this.proposals = proposals;
        this.access = access;
        this.ciphers = ciphers;
        this.handover = handover;
    }

    /** Stores the holder's decision as a proposal for a second reviewer. */
    public Uni<DecisionView> propose(Review review, Verdict verdict, Caller reviewer, Instant now) {
        DecisionProposed proposed = review.propose(reviewer.subject(), now);
        return handover.record(review, List.of(proposed), reviewer, "review.proposed", verdict.fields())
                .chain(() -> write(review, verdict, reviewer.subject(), now))
                .map(proposal -> view(review, verdict, proposal));
    }

    private Uni<Proposal> write(Review review, Verdict verdict, String proposer, Instant now) {
        return ciphers.forAccount(review.submission().accountId())
                .map(cipher -> Proposal.of(review, verdict, proposer, now, cipher))
                .call(proposals::persist);
    }

    /** Returns the existing proposal, or 409 unless it is the same decision by the same reviewer. */
    public Uni<DecisionView> repeated(Review review, Verdict verdict, Caller reviewer) {
        return proposals
                .last(review)
                .map(Objects::requireNonNull)
                .chain(proposal -> ciphers.forAccount(proposal.accountId())
                        .map(proposal::verdict)
                        .chain(proposed -> requireSame(review, proposal, proposed, verdict, reviewer))
                        .map(same -> view(review, verdict, proposal)));
    }

    private Uni<Void> requireSame(Review review, Proposal proposal, Verdict proposed, Verdict asked, Caller reviewer) {
        List<Violation> differences = differences(proposal, proposed, asked, reviewer.subject());
        if (differences.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return access.isReader(review, reviewer).map(reader -> {
            throw reader ? conflict(proposal, proposed, differences) : conflict();
        });
    }

    private static List<Violation> differences(Proposal proposal, Verdict proposed, Verdict asked, String reviewer) {
        List<Violation> differences = new ArrayList<>(proposed.differencesOf(asked));
        if (!proposal.proposerId().equals(reviewer)) {
            differences.add(new Violation(
                    "",
                    "PROPOSED_BY_ANOTHER",
                    "The decision was proposed by " + proposal.proposerId() + "; confirm or return it."));
        }
        return differences;
    }

    private static ProblemException conflict(Proposal proposal, Verdict proposed, List<Violation> differences) {
        return Problems.conflict(
                CONFLICT,
                "A decision waits for a second reviewer: " + proposed.outcome() + " by " + proposal.proposerId() + ".",
                differences);
    }

    /** Returns the 409 for a reviewer who may not read the proposal. */
    private static ProblemException conflict() {
        return Problems.conflict(CONFLICT, "A decision waits for a second reviewer. Claim the review to read it.");
    }

    private static DecisionView view(Review review, Verdict verdict, Proposal proposal) {
        return DecisionView.proposed(review.workOrder(), verdict, proposal.proposerId(), proposal.proposedAt());
    }

    @Produces
    @Singleton
    static EncryptedTable encryptedTable() {
        return EncryptedTable.of("proposal", "id", "text", "findings", "note");
    }
}
