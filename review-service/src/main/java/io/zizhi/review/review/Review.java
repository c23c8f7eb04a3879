package io.zizhi.review.review;

import io.zizhi.contracts.AuthorizationLetterSubmitted;
import io.zizhi.contracts.DecisionProposed;
import io.zizhi.contracts.DecisionReturned;
import io.zizhi.contracts.ExtensionReason;
import io.zizhi.contracts.QualificationSubmitted;
import io.zizhi.contracts.ReviewCancelled;
import io.zizhi.contracts.ReviewClaimed;
import io.zizhi.contracts.ReviewEvent;
import io.zizhi.contracts.ReviewOpened;
import io.zizhi.contracts.ReviewOutcome;
import io.zizhi.contracts.ReviewReassigned;
import io.zizhi.contracts.ReviewReleased;
import io.zizhi.contracts.ReviewReopened;
import io.zizhi.contracts.SlaExtended;
import io.zizhi.contracts.SlaRescheduled;
import io.zizhi.contracts.SubmittedLetter;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.observability.tracing.TraceContext;
import io.zizhi.review.clock.ClockData;
import io.zizhi.review.clock.ClockPolicy;
import io.zizhi.review.clock.DueTimes;
import io.zizhi.review.clock.ExtendedTarget;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The review of one submission, of a qualification or of a letter. Its methods check and apply transitions and return
 * the resulting events. Callers pass the current instant and hold the lock on its row, so that its state cannot change
 * before the commit.
 */
@Entity
@Table(name = "review")
public class Review {

    @Id
    private long workOrder;

    @Embedded
    private Submission submission;

    @Embedded
    private SlaTimes sla;

    /** Open time that supervisors added to the target. */
    @Embedded
    private Extension extension = Extension.none();

    /** Of a new review only: the holder of the review may see these documents. */
    @Transient
    private Set<String> documentIds = Set.of();

    /** Of a new review only: these accounts have a conflict of interest. */
    @Transient
    private Set<String> personAccounts = Set.of();

    @Enumerated(EnumType.STRING)
    private ReviewStatus status = ReviewStatus.OPEN;

    @Embedded
    private Lease lease = Lease.none();

    /** Proposer of the decision that waits for a second reviewer; null if none waits. */
    private @Nullable String proposerId;

    /** Number of proposals made for this review. */
    private int proposals;

    @Enumerated(EnumType.STRING)
    private @Nullable ReviewOutcome outcome;

    private @Nullable Instant decidedAt;

    /** End of the undo window; until then the decision is not published. Null once it is published. */
    private @Nullable Instant undoUntil;

    /** Number of decisions that had an undo window. */
    private int heldDecisions;

    private @Nullable Instant cancelledAt;

    /** When the applicant withdrew after the decision. */
    private @Nullable Instant supersededAt;

    /** The submission's instant from its event; only if the clock starts at another instant. */
    private @Nullable Instant statedSubmissionAt;

    /** When the applicant urged the desk. */
    private @Nullable Instant urgedAt;

    /** When a reviewer held it for the first time, by claim or assignment. */
    private @Nullable Instant firstTouchedAt;

    /** The trace of the submission. The decision continues it. */
    private @Nullable String traceparent;

    /** Revision of policies and calendar that its clock was computed from. */
    private long clockRevision;

    /** Used by Hibernate. */
    protected Review() {}

    private Review(long workOrder, Submission submission, SlaTimes sla, List<String> documentIds) {
        this.workOrder = workOrder;
        this.submission = submission;
        this.sla = sla;
        this.documentIds = Set.copyOf(documentIds);
    }

    public static Review open(QualificationSubmitted event, DueTimes due) {
        List<String> documents = new ArrayList<>(event.documentIds());
        Optional.ofNullable(event.letter()).map(SubmittedLetter::documentIds).ifPresent(documents::addAll);
        Review review = new Review(event.workOrder(), Submission.from(event), SlaTimes.from(due), documents);
        review.personAccounts = Set.copyOf(event.personAccounts());
        return review;
    }

    /** Opens the review of a letter submitted alone. */
    public static Review open(AuthorizationLetterSubmitted event, DueTimes due) {
        return new Review(event.workOrder(), Submission.from(event), SlaTimes.from(due), event.documentIds());
    }

    /**
     * Computes the due instants from {@code data}, with the policy allocated there and the added open time; empty if
     * there is no such policy.
     */
    public Optional<DueTimes> computed(ClockData data) {
        return policyBy(data).map(policy -> computed(data, policy));
    }

    /** Computes the due instants with {@code policy}. */
    public DueTimes computed(ClockData data, ClockPolicy policy) {
        return data.due(ExtendedTarget.of(policy, extension.openTime()), sla.openedAt());
    }

    /** Returns the policy of the review under {@code data}; its current policy if {@code data} has no allocation. */
    public Optional<ClockPolicy> policyBy(ClockData data) {
        return submission.policyBy(data).or(() -> data.policies().named(sla.policy()));
    }

    /**
     * Returns whether {@code due} would give the review other due instants, another policy or another
     * {@code provisional} flag.
     */
    public boolean wouldMove(DueTimes due) {
        return !sla.agreesWith(due);
    }

    private SlaRescheduled reschedule(DueTimes due, long revision, Instant now) {
        Instant before = sla.dueAt();
        sla = sla.rescheduled(due, now);
        return new SlaRescheduled(
                workOrder,
                submission.qualificationId(),
                sla.policy(),
                sla.warnAt(),
                sla.dueAt(),
                sla.escalateAt(),
                sla.provisional(),
                before,
                revision,
                now,
                submission.subject(),
                submission.letterId());
    }

    /**
     * Recomputes the clock from {@code data}, unless it is up to date. Returns the event to publish if due instants
     * moved.
     */
    public Optional<SlaRescheduled> follow(ClockData data, Instant now) {
        if (clockRevision >= data.revision()) {
            return Optional.empty();
        }
        Optional<SlaRescheduled> moved =
                computed(data).filter(this::wouldMove).map(due -> reschedule(due, data.revision(), now));
        clockRevision = data.revision();
        return moved;
    }

    /** @param revision revision of the policies and the calendar */
    public void isComputedBy(long revision) {
        clockRevision = revision;
    }

    public long clockRevision() {
        return clockRevision;
    }

    public void isOpenedIn(@Nullable TraceContext trace) {
        traceparent = trace == null ? null : trace.traceparent();
    }

    /** Returns the trace of the submission, if there is one. */
    public @Nullable TraceContext trace() {
        return TraceContext.stored(traceparent, null);
    }

    public ReviewOpened opened() {
        return new ReviewOpened(
                workOrder,
                submission.qualificationId(),
                submission.revision(),
                sla.policy(),
                sla.openedAt(),
                sla.warnAt(),
                sla.dueAt(),
                sla.escalateAt(),
                sla.provisional(),
                submission.subject(),
                submission.letterId());
    }

    /**
     * Claims the review. If the caller already holds it, renews the lease and returns no events.
     *
     * <p>Refuses members of the submitting account. {@code Remits} checks for the same company.
     */
    public List<ReviewEvent> claim(Caller reviewer, Instant now, Duration term) {
        status.requireUnfinished();
        submission.refuseAccount(reviewer.accountId());
        requireNotProposedBy(reviewer.subject());
        if (lease.isLive(now)) {
            if (!lease.isHeldBy(reviewer.subject())) {
                throw Problems.conflict("REVIEW_CLAIMED", "Another reviewer holds this review.");
            }
            lease = lease.renew(now, term);
            return List.of();
        }
        List<ReviewEvent> events = new ArrayList<>();
        lapse(now).ifPresent(events::add);
        events.add(take(reviewer.subject(), now, term));
        return events;
    }

    /** Renews the holder's lease, as every call of the holder does. */
    public void renew(String caller, Instant now, Duration term) {
        requireLease(caller, now);
        lease = lease.renew(now, term);
    }

    public ReviewReleased release(String caller, Instant now) {
        requireLease(caller, now);
        returnToQueue();
        lease = lease.giveBack();
        return new ReviewReleased(
                workOrder,
                submission.qualificationId(),
                caller,
                false,
                now,
                submission.subject(),
                submission.letterId());
    }

    /**
     * Assigns the review to {@code to}, even if another reviewer holds it. Returns it to the queue if {@code to} is
     * null. Has no effect if nothing changes.
     */
    public List<ReviewEvent> reassign(@Nullable String to, String supervisor, Instant now, Duration term) {
        status.requireUnfinished();
        List<ReviewEvent> events = new ArrayList<>();
        lapse(now).ifPresent(events::add);
        String from = lease.endsAt() == null ? null : lease.reviewerId();
        if (!Objects.equals(from, to)) {
            hand(to, now, term);
            events.add(new ReviewReassigned(
                    workOrder,
                    submission.qualificationId(),
                    from,
                    to,
                    lease.endsAt(),
                    supervisor,
                    now,
                    submission.subject(),
                    submission.letterId()));
        }
        return events;
    }

    private void hand(@Nullable String to, Instant now, Duration term) {
        if (to == null) {
            returnToQueue();
            lease = lease.giveBack();
            return;
        }
        if (to.equals(proposerId)) {
            throw Problems.conflict(
                    "ASSIGNEE_PROPOSED", "This reviewer proposed the decision. Another person must confirm it.");
        }
        leaveQueue();
        lease = lease.take(to, now, now.plus(term));
        touched(now);
    }

    /** Refuses with 409 if the review is finished, or if its due instant is not {@code expected}. */
    public void requireDueAt(Instant expected) {
        status.requireUnfinished();
        if (!sla.dueAt().equals(expected)) {
            throw Problems.conflict("DUE_TIME_MOVED", "The review is due at " + sla.dueAt() + ".");
        }
    }

    /**
     * Adds open time to the target and recomputes the clock from the current data.
     *
     * @param more open time to add to the target
     */
    public SlaExtended extend(ClockData data, Duration more, ExtensionReason reason, String supervisor, Instant now) {
        status.requireUnfinished();
        extension = extension.plus(more, reason, now);
        sla = sla.rescheduled(computed(data).orElseThrow(), now);
        clockRevision = data.revision();
        return new SlaExtended(
                workOrder,
                submission.qualificationId(),
                reason,
                sla.warnAt(),
                sla.dueAt(),
                sla.escalateAt(),
                sla.provisional(),
                supervisor,
                now,
                submission.subject(),
                submission.letterId());
    }

    /**
     * Records the submission's instant from its event if the clock starts at another instant; empty if it starts there.
     */
    public void startsInsteadOf(Optional<Instant> stated) {
        statedSubmissionAt = stated.orElse(null);
    }

    /** Records that the applicant urged the desk. Ignored once the review is finished and its decision published. */
    public void urge(Instant at) {
        if ((status.isUnfinished() || undoUntil != null) && urgedAt == null) {
            urgedAt = at;
        }
    }

    /** Returns the review to the queue if its lease is over. */
    public Optional<ReviewReleased> lapse(Instant now) {
        if (lease.endsAt() == null || lease.isLive(now)) {
            return Optional.empty();
        }
        returnToQueue();
        lease = lease.lapse();
        String holder = Objects.requireNonNull(lease.lapsedReviewerId());
        return Optional.of(new ReviewReleased(
                workOrder,
                submission.qualificationId(),
                holder,
                true,
                now,
                submission.subject(),
                submission.letterId()));
    }

    /** Decides the review. Only the holder can do this, while the lease is live. */
    public void decide(String caller, ReviewOutcome how, Instant now) {
        requireLease(caller, now);
        if (status == ReviewStatus.PROPOSED) {
            throw Problems.conflict("REVIEW_PROPOSED", "A decision is proposed. Confirm or return it.");
        }
        end(how, now);
    }

    /** Proposes the holder's decision for a second reviewer. The review waits for them and the clock keeps running. */
    public DecisionProposed propose(String caller, Instant now) {
        requireLease(caller, now);
        status = status.moveTo(ReviewStatus.PROPOSED);
        proposerId = caller;
        proposals++;
        lease = lease.giveBack();
        return new DecisionProposed(
                workOrder, submission.qualificationId(), caller, now, submission.subject(), submission.letterId());
    }

    /** Confirms the proposed decision as the second reviewer, who holds the review. This ends it. */
    public void confirm(String caller, ReviewOutcome how, Instant now) {
        requireSecond(caller, now);
        end(how, now);
        proposerId = null;
    }

    /** Returns the proposal as the second reviewer, who holds the review. The review goes back to the queue. */
    public DecisionReturned returnProposal(String caller, Instant now) {
        String proposer = requireSecond(caller, now);
        status = status.moveTo(ReviewStatus.OPEN);
        proposerId = null;
        lease = lease.giveBack();
        return new DecisionReturned(
                workOrder,
                submission.qualificationId(),
                proposer,
                caller,
                now,
                submission.subject(),
                submission.letterId());
    }

    /** Opens the undo window: the decision is published at {@code until} and can be undone before. */
    public void holdUntil(Instant until) {
        undoUntil = until;
        heldDecisions++;
    }

    /** Ends the undo window if it is over; returns whether the decision is to be published now. */
    public boolean publish(Instant now) {
        if (undoUntil == null || now.isBefore(undoUntil)) {
            return false;
        }
        undoUntil = null;
        return true;
    }

    /**
     * Undoes a decision before it is published. The review returns to the queue.
     *
     * @param bySupervisor whether the caller neither made nor confirmed it
     */
    public ReviewReopened undo(Caller caller, boolean bySupervisor, Instant now) {
        submission.refuseAccount(caller.accountId());
        requireUndoable(now);
        status = status.moveTo(ReviewStatus.OPEN);
        outcome = null;
        decidedAt = null;
        undoUntil = null;
        lease = lease.giveBack();
        return new ReviewReopened(
                workOrder,
                submission.qualificationId(),
                caller.subject(),
                now,
                submission.subject(),
                submission.letterId(),
                bySupervisor);
    }

    private void requireUndoable(Instant now) {
        if (status == ReviewStatus.CANCELLED) {
            status.requireUnfinished();
        }
        if (status != ReviewStatus.DECIDED) {
            throw Problems.conflict("NOTHING_DECIDED", "The review is " + status + " and not decided.");
        }
        if (supersededAt != null) {
            throw Problems.conflict("REVIEW_SUPERSEDED", "The applicant withdrew the submission.");
        }
        if (undoUntil == null || !now.isBefore(undoUntil)) {
            throw Problems.conflict("UNDO_TOO_LATE", "The decision was published and can no longer be undone.");
        }
    }

    /**
     * Cancels the review in any state, because the applicant withdrew the submission. An unpublished decision is never
     * published; the review is published as cancelled. Changes nothing if it is cancelled already, for example because
     * the account was erased.
     */
    public Optional<ReviewCancelled> withdraw(Instant at) {
        if (status == ReviewStatus.CANCELLED) {
            return Optional.empty();
        }
        if (status == ReviewStatus.DECIDED) {
            supersededAt = at;
            boolean unpublished = undoUntil != null;
            undoUntil = null;
            return unpublished ? Optional.of(cancelled(at)) : Optional.empty();
        }
        status = status.moveTo(ReviewStatus.CANCELLED);
        proposerId = null;
        cancelledAt = at;
        lease = lease.end();
        return Optional.of(cancelled(at));
    }

    private ReviewCancelled cancelled(Instant at) {
        return new ReviewCancelled(
                workOrder, submission.qualificationId(), at, submission.subject(), submission.letterId());
    }

    /**
     * Marks that the clock reached {@code stage}; ignored once the review is finished. Changes only the stage's flag,
     * which {@link ReviewRepository#recordReached} writes.
     */
    Optional<ReviewEvent> reach(SlaStage stage, Instant now) {
        if (!status.isUnfinished()) {
            return Optional.empty();
        }
        return Optional.of(flag(stage, now));
    }

    /** Marks that the clock reached {@code stage}, also if a decision has just ended the review. */
    ReviewEvent flag(SlaStage stage, Instant now) {
        sla = sla.reached(stage, now);
        return stage.reached(workOrder, submission, sla.dueAt(), now);
    }

    /** Returns the cycle number for the next lease timer. */
    int nextLeaseCycle() {
        lease = lease.nextCycle();
        return lease.cycle();
    }

    private void end(ReviewOutcome how, Instant now) {
        status = status.moveTo(ReviewStatus.DECIDED);
        outcome = how;
        decidedAt = now;
        lease = lease.end();
    }

    /** Moves a claimed review back to OPEN. A proposed review stays PROPOSED. */
    private void returnToQueue() {
        if (status != ReviewStatus.PROPOSED) {
            status = status.moveTo(ReviewStatus.OPEN);
        }
    }

    /** Moves an open review to CLAIMED. A proposed review stays PROPOSED; a claimed one is already out of the queue. */
    private void leaveQueue() {
        if (status != ReviewStatus.PROPOSED && status != ReviewStatus.CLAIMED) {
            status = status.moveTo(ReviewStatus.CLAIMED);
        }
    }

    private ReviewClaimed take(String reviewer, Instant now, Duration term) {
        leaveQueue();
        Instant until = now.plus(term);
        lease = lease.take(reviewer, now, until);
        touched(now);
        return new ReviewClaimed(
                workOrder, submission.qualificationId(), reviewer, until, submission.subject(), submission.letterId());
    }

    private void touched(Instant now) {
        if (firstTouchedAt == null) {
            firstTouchedAt = now;
        }
    }

    private void requireLease(String caller, Instant now) {
        status.requireUnfinished();
        if (lease.isOverFor(caller, now)) {
            throw Problems.conflict("LEASE_EXPIRED", "The lease expired. Claim the review again.");
        }
        if (!lease.isHeldBy(caller)) {
            throw Problems.conflict("LEASE_REQUIRED", "Claim the review first.");
        }
    }

    /** Returns the proposer. Rejects the call unless the caller holds the review and is another person. */
    public String requireSecond(String caller, Instant now) {
        status.requireUnfinished();
        if (proposerId == null) {
            throw Problems.conflict("NOTHING_PROPOSED", "No decision waits for a second reviewer.");
        }
        requireNotProposedBy(caller);
        requireLease(caller, now);
        return proposerId;
    }

    private void requireNotProposedBy(String caller) {
        if (caller.equals(proposerId)) {
            throw Problems.forbidden("REVIEWER_PROPOSED", "You proposed the decision. Another person must confirm it.");
        }
    }

    public long workOrder() {
        return workOrder;
    }

    /** Returns the number of proposals. It is also the number of the latest proposal. */
    public int proposals() {
        return proposals;
    }

    /** Returns the number of decisions with an undo window. It is also the number of the latest such decision. */
    public int heldDecisions() {
        return heldDecisions;
    }

    /** Returns the end of the undo window; null if the decision cannot be undone. */
    public @Nullable Instant undoUntil() {
        return undoUntil;
    }

    /** Returns the proposer of the waiting decision; null if none waits. */
    public @Nullable String proposerId() {
        return proposerId;
    }

    public Submission submission() {
        return submission;
    }

    Set<String> documentIds() {
        return documentIds;
    }

    Set<String> personAccounts() {
        return personAccounts;
    }

    public ReviewStatus status() {
        return status;
    }

    public SlaTimes sla() {
        return sla;
    }

    public Lease lease() {
        return lease;
    }

    public Extension extension() {
        return extension;
    }

    /** Returns the instant at which a reviewer first claimed the review; null before. */
    public @Nullable Instant firstTouchedAt() {
        return firstTouchedAt;
    }

    /**
     * Returns the submission's instant from its event, if it was implausible and the clock starts at another instant.
     */
    public Optional<Instant> statedSubmissionAt() {
        return Optional.ofNullable(statedSubmissionAt);
    }

    public @Nullable Instant urgedAt() {
        return urgedAt;
    }

    @Nullable
    ReviewOutcome outcome() {
        return outcome;
    }

    @Nullable
    Instant decidedAt() {
        return decidedAt;
    }

    @Nullable
    Instant cancelledAt() {
        return cancelledAt;
    }

    @Nullable
    Instant supersededAt() {
        return supersededAt;
    }
}
