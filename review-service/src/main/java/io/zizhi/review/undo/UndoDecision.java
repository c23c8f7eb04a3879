package io.zizhi.review.undo;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.ReviewReopened;
import io.zizhi.platform.encryption.AccountCiphers;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.outbox.Outbox;
import io.zizhi.platform.problem.Problems;
import io.zizhi.platform.time.DatabaseTime;
import io.zizhi.review.decision.Decision;
import io.zizhi.review.decision.DecisionRepository;
import io.zizhi.review.desk.DeskAudit;
import io.zizhi.review.desk.DeskTimers;
import io.zizhi.review.desk.Review;
import io.zizhi.review.desk.ReviewRepository;
import io.zizhi.review.desk.ReviewStatus;
import io.zizhi.review.desk.ReviewView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

/**
 * Who made or confirmed a decision, or a supervisor, takes it back before it is told. The instant is the database's, and
 * the row stays locked, so that either this or the timer that tells it comes through. May be sent again by the same person
 * while the review waits.
 */
@ApplicationScoped
public class UndoDecision {

    private final ReviewRepository reviews;
    private final DecisionRepository decisions;
    private final UndoneDecisionRepository undone;
    private final AccountCiphers ciphers;
    private final DatabaseTime time;
    private final DeskTimers timers;
    private final Outbox outbox;
    private final DeskAudit audit;

    @Inject
    UndoDecision(
            ReviewRepository reviews,
            DecisionRepository decisions,
            UndoneDecisionRepository undone,
            AccountCiphers ciphers,
            DatabaseTime time,
            DeskTimers timers,
            Outbox outbox,
            DeskAudit audit) {
        this.reviews = reviews;
        this.decisions = decisions;
        this.undone = undone;
        this.ciphers = ciphers;
        this.time = time;
        this.timers = timers;
        this.outbox = outbox;
        this.audit = audit;
    }

    @WithTransaction
    public Uni<ReviewView> undo(long workOrder, Caller caller) {
        return reviews.lock(workOrder)
                .call(review ->
                        review.status() == ReviewStatus.OPEN ? requireUndoneBy(review, caller) : undo(review, caller))
                .map(ReviewView::from);
    }

    private Uni<Void> requireUndoneBy(Review review, Caller caller) {
        return undone.findById(UndoneDecision.id(review)).chain(last -> {
            if (last == null || !last.undoneBy().equals(caller.subject())) {
                throw Problems.conflict("NOTHING_DECIDED", "The review is not decided.");
            }
            return Uni.createFrom().voidItem();
        });
    }

    private Uni<Void> undo(Review review, Caller caller) {
        return time.now()
                .chain(now -> decisions.findById(review.workOrder()).chain(decision -> {
                    ReviewReopened reopened = review.undo(caller, now);
                    requireMay(decision, caller);
                    return keep(review, decision, caller, now)
                            .chain(() -> decisions.delete(decision))
                            .chain(() -> timers.stopTelling(review))
                            .chain(() -> timers.restartClock(review))
                            .chain(() -> outbox.append(reopened))
                            .chain(() -> audit.append(caller, "review.reopened", review, List.of("outcome")));
                }));
    }

    private static void requireMay(Decision decision, Caller caller) {
        if (!decision.isOf(caller.subject()) && !caller.has(Roles.SUPERVISOR)) {
            throw Problems.forbidden("NOT_DECIDER", "Who decided or confirmed it undoes it, or a supervisor.");
        }
    }

    private Uni<Void> keep(Review review, Decision decision, Caller caller, Instant now) {
        return ciphers.forAccount(review.submission().accountId())
                .map(cipher -> UndoneDecision.of(review, decision, caller.subject(), now, cipher))
                .chain(undone::persist)
                .replaceWithVoid();
    }
}
