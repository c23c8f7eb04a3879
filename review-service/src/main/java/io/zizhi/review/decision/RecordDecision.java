package io.zizhi.review.decision;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.encryption.AccountCiphers;
import io.zizhi.platform.identity.Caller;
import io.zizhi.review.desk.DeskAudit;
import io.zizhi.review.desk.DeskTimers;
import io.zizhi.review.desk.Review;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Writes a decision down and tells it, in the transaction that has moved the locked review; where the policy of the desk
 * gives time to undo it, a timer tells it when that is over.
 */
@ApplicationScoped
public class RecordDecision {

    private final DecisionRepository decisions;
    private final AccountCiphers ciphers;
    private final DeskTimers timers;
    private final DeskAudit audit;
    private final TellDecision tell;
    private final UndoWindow undoWindow;

    @Inject
    RecordDecision(
            DecisionRepository decisions,
            AccountCiphers ciphers,
            DeskTimers timers,
            DeskAudit audit,
            TellDecision tell,
            UndoWindow undoWindow) {
        this.decisions = decisions;
        this.ciphers = ciphers;
        this.timers = timers;
        this.audit = audit;
        this.tell = tell;
        this.undoWindow = undoWindow;
    }

    /** A decision of one person. */
    public Uni<DecisionView> decided(Review review, Verdict verdict, Caller reviewer, Instant now) {
        return record(review, verdict, reviewer.subject(), null, now)
                .call(() -> audit.append(reviewer, "review.decided", review, verdict.fields()));
    }

    /** A decision that one person proposed and another confirmed. */
    public Uni<DecisionView> confirmed(Review review, Verdict verdict, String proposer, Caller second, Instant now) {
        return record(review, verdict, proposer, second.subject(), now)
                .call(() -> audit.append(second, "review.confirmed", review, verdict.fields()));
    }

    /** Answers a repeated decision; anything but the same decision of the same reviewer is told what stands. */
    public Uni<DecisionView> repeated(Review review, Verdict verdict, Caller reviewer) {
        return decisions
                .require(review.workOrder())
                .chain(decision -> ciphers.forAccount(decision.accountId()).map(cipher -> {
                    decision.requireSame(verdict, reviewer.subject(), cipher);
                    return DecisionView.from(decision, verdict);
                }));
    }

    /** Answers a repeated confirmation; that of anybody else is told what stands. */
    public Uni<DecisionView> repeatedConfirmation(Review review, Caller second) {
        return decisions
                .require(review.workOrder())
                .invoke(decision -> decision.requireConfirmedBy(second.subject()))
                .chain(decision -> ciphers.forAccount(decision.accountId())
                        .map(cipher -> DecisionView.from(decision, decision.verdict(cipher))));
    }

    private Uni<DecisionView> record(
            Review review, Verdict verdict, String reviewer, @Nullable String confirmer, Instant now) {
        return ciphers.forAccount(review.submission().accountId())
                .map(cipher -> Decision.of(review, verdict, reviewer, confirmer, now, cipher))
                .call(decisions::persist)
                .call(() -> timers.stopAll(review))
                .call(decision ->
                        undoWindow.isOff() ? tell.tell(review, decision) : hold(review, now.plus(undoWindow.length())))
                .map(decision -> DecisionView.from(decision, verdict));
    }

    private Uni<Void> hold(Review review, Instant until) {
        review.holdUntil(until);
        return timers.startTelling(review, until);
    }
}
