package io.zizhi.review.decision;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.http.problem.Violation;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.privacy.encryption.AccountCiphers;
import io.zizhi.platform.privacy.encryption.jobs.EncryptedTable;
import io.zizhi.review.review.DeskAudit;
import io.zizhi.review.review.DeskTimers;
import io.zizhi.review.review.Review;
import io.zizhi.review.review.SlaTimers;
import io.zizhi.review.reviewer.ReviewAccess;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Stores a decision and publishes it, in the transaction that moved the locked review. Where the desk allows an undo, a
 * timer publishes the decision when the undo window ends. Stages of the clock that were due before the decision are
 * published first. A later, different call is refused. The refusal names the decision only to callers who may read the
 * review ({@link ReviewAccess}).
 */
@ApplicationScoped
public class RecordDecision {

    private final DecisionRepository decisions;
    private final ReviewAccess access;
    private final AccountCiphers ciphers;
    private final SlaTimers clock;
    private final DeskTimers timers;
    private final DeskAudit audit;
    private final PublishDecision publish;
    private final UndoWindow undoWindow;

    RecordDecision(
            DecisionRepository decisions,
            ReviewAccess access,
            AccountCiphers ciphers,
            SlaTimers clock,
            DeskTimers timers,
            DeskAudit audit,
            PublishDecision publish,
            UndoWindow undoWindow) {
        this.decisions = decisions;
        this.access = access;
        this.ciphers = ciphers;
        this.clock = clock;
        this.timers = timers;
        this.audit = audit;
        this.publish = publish;
        this.undoWindow = undoWindow;
    }

    /** Records a decision made by one reviewer. */
    public Uni<DecisionView> decided(Review review, Verdict verdict, Caller reviewer, Instant now) {
        return record(review, verdict, reviewer.subject(), null, now)
                .call(() -> audit.append(reviewer, "review.decided", review, verdict.fields()));
    }

    /** Records a decision that one reviewer proposed and another confirmed. */
    public Uni<DecisionView> confirmed(Review review, Verdict verdict, String proposer, Caller second, Instant now) {
        return record(review, verdict, proposer, second.subject(), now)
                .call(() -> audit.append(second, "review.confirmed", review, verdict.fields()));
    }

    /** Returns the existing decision, or 409 unless it is the same decision by the same reviewer. */
    public Uni<DecisionView> repeated(Review review, Verdict verdict, Caller reviewer) {
        return decisions
                .require(review.workOrder())
                .chain(decision -> ciphers.forAccount(decision.accountId())
                        .map(cipher -> decision.differencesOf(verdict, reviewer.subject(), cipher))
                        .chain(differences -> differences.isEmpty()
                                ? Uni.createFrom().item(DecisionView.from(decision, verdict))
                                : refuse(review, decision, differences, reviewer)));
    }

    /** Returns the decision that {@code second} has confirmed, or 409 if someone else confirmed it. */
    public Uni<DecisionView> repeatedConfirmation(Review review, Caller second) {
        return decisions
                .require(review.workOrder())
                .chain(decision -> decision.isConfirmedBy(second.subject())
                        ? ciphers.forAccount(decision.accountId())
                                .map(cipher -> DecisionView.from(decision, decision.verdict(cipher)))
                        : refuse(review, decision, List.of(), second));
    }

    private Uni<DecisionView> refuse(Review review, Decision decision, List<Violation> differences, Caller caller) {
        return access.isReader(review, caller).map(reader -> {
            throw reader
                    ? decision.conflict(differences)
                    : Problems.conflict("REVIEW_DECIDED", "The review is decided.");
        });
    }

    private Uni<DecisionView> record(
            Review review, Verdict verdict, String reviewer, @Nullable String confirmer, Instant now) {
        return ciphers.forAccount(review.submission().accountId())
                .map(cipher -> Decision.of(review, verdict, reviewer, confirmer, now, cipher))
                .call(decisions::persist)
                .call(() -> clock.fireMissed(review, now))
                .call(() -> timers.stopAll(review))
                .call(decision -> undoWindow.isOff()
                        ? publish.publish(review, decision)
                        : hold(review, now.plus(undoWindow.length())))
                .map(decision -> DecisionView.from(decision, verdict));
    }

    private Uni<Void> hold(Review review, Instant until) {
        review.holdUntil(until);
        return timers.startPublication(review, until);
    }

    @Produces
    @Singleton
    static EncryptedTable encryptedTable() {
        return EncryptedTable.of("decision_point", "work_order", "bigint", "note", "internal_note")
                .andKey("position", "integer")
                .below("review_subject", "work_order", "work_order");
    }
}
