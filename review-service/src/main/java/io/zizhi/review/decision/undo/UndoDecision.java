package io.zizhi.review.decision.undo;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.ReviewReopened;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.messaging.outbox.Outbox;
import io.zizhi.platform.privacy.encryption.AccountCiphers;
import io.zizhi.platform.privacy.encryption.jobs.EncryptedTable;
import io.zizhi.platform.runtime.time.DatabaseTime;
import io.zizhi.review.clock.ClockData;
import io.zizhi.review.decision.Decision;
import io.zizhi.review.decision.DecisionRepository;
import io.zizhi.review.review.DeskAudit;
import io.zizhi.review.review.DeskTimers;
import io.zizhi.review.review.Review;
import io.zizhi.review.review.ReviewRepository;
import io.zizhi.review.review.ReviewStatus;
import io.zizhi.review.review.ReviewView;
import io.zizhi.review.review.SlaTimes;
import io.zizhi.review.reviewer.Remits;
import io.zizhi.review.sla.explain.ClockStep;
import io.zizhi.review.sla.explain.ClockStepRepository;
import io.zizhi.review.sla.settings.CurrentClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Undoes a decision before it is published. Allowed for supervisors and for the reviewers who made or confirmed the
 * decision. It uses database time and keeps the row locked, so either the undo or the publishing timer succeeds, never
 * both. The same person may repeat the call while the review waits.
 */
@ApplicationScoped
public class UndoDecision {

    private final CurrentClock clock;
    private final ReviewRepository reviews;
    private final Remits remits;
    private final DecisionRepository decisions;
    private final UndoneDecisionRepository undone;
    private final AccountCiphers ciphers;
    private final DatabaseTime time;
    private final DeskTimers timers;
    private final ClockStepRepository steps;
    private final Outbox outbox;
    private final DeskAudit audit;

    UndoDecision(
            CurrentClock clock,
            ReviewRepository reviews,
            Remits remits,
            DecisionRepository decisions,
            UndoneDecisionRepository undone,
            AccountCiphers ciphers,
            DatabaseTime time,
            DeskTimers timers,
            ClockStepRepository steps,
            Outbox outbox,
            DeskAudit audit) {
        this.clock = clock;
        this.reviews = reviews;
        this.remits = remits;
        this.decisions = decisions;
        this.undone = undone;
        this.ciphers = ciphers;
        this.time = time;
        this.timers = timers;
        this.steps = steps;
        this.outbox = outbox;
        this.audit = audit;
    }

    @WithTransaction
    public Uni<ReviewView> undo(long workOrder, Caller caller) {
        return clock.nowAndUntilCommit()
                .chain(data -> reviews.lock(workOrder)
                        .call(review -> remits.refuseConflicted(review, caller))
                        .call(review -> review.status() == ReviewStatus.OPEN
                                ? requireUndoneBy(review, caller)
                                : undo(review, data, caller)))
                .map(ReviewView::from);
    }

    private Uni<Void> requireUndoneBy(Review review, Caller caller) {
        return undone.findById(UndoneDecision.id(review)).chain(last -> {
            if (last == null || !last.undoneBy().equals(caller.subject())) {
                throw Problems.conflict("NOTHING_DECIDED", "The review is OPEN and not decided.");
            }
            return Uni.createFrom().voidItem();
        });
    }

    private Uni<Void> undo(Review review, ClockData data, Caller caller) {
        return time.now()
                .chain(now -> decisions.findById(review.workOrder()).chain(decision -> {
                    ReviewReopened reopened = review.undo(caller, isOfOthers(decision, caller), now);
                    requireMay(decision, caller);
                    return store(review, decision, caller, now)
                            .chain(() -> decisions.delete(decision))
                            .chain(() -> timers.stopPublication(review))
                            .chain(() -> outbox.append(reopened))
                            .chain(() -> followClock(review, data, now))
                            .chain(() -> timers.restartClock(review))
                            .chain(() -> audit.append(caller, "review.reopened", review, List.of("outcome")));
                }));
    }

    /** @param decision null if nothing is decided; the review itself refuses that */
    private static boolean isOfOthers(@Nullable Decision decision, Caller caller) {
        return decision != null && !decision.isOf(caller.subject());
    }

    /**
     * Recomputes the clock, because policies and calendar may have changed while the review was decided and was not
     * recomputed.
     */
    private Uni<Void> followClock(Review review, ClockData data, Instant now) {
        SlaTimes before = review.sla();
        return review.follow(data, now)
                .map(rescheduled -> steps.append(List.of(ClockStep.rescheduled(review, before, now)))
                        .chain(() -> outbox.append(rescheduled)))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private static void requireMay(Decision decision, Caller caller) {
        if (!decision.isOf(caller.subject()) && !caller.has(Roles.SUPERVISOR)) {
            throw Problems.forbidden(
                    "NOT_DECIDER",
                    "Only a supervisor, or the reviewer who made or confirmed the decision, can undo it.");
        }
    }

    private Uni<Void> store(Review review, Decision decision, Caller caller, Instant now) {
        return ciphers.forAccount(review.submission().accountId())
                .map(cipher -> UndoneDecision.of(review, decision, caller.subject(), now, cipher))
                .chain(undone::persist)
                .replaceWithVoid();
    }

    @Produces
    @Singleton
    static EncryptedTable encryptedTable() {
        return EncryptedTable.of("undone_decision", "id", "text", "findings")
                .below("review_subject", "work_order", "work_order");
    }
}
