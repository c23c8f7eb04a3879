package io.zizhi.review.review;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The holder of a review, and the end of their lease. Instants are database time.
 *
 * @param reviewerId who holds the review, or held it when it ended; null while it is in the queue
 * @param claimedAt when they claimed it
 * @param endsAt when it returns to the queue; not null exactly while someone holds it, to decide or to confirm
 * @param cycle counts the timers armed for leases of this review
 * @param lapsedReviewerId whose lease expired last, until the next claim; that reviewer gets {@code LEASE_EXPIRED}
 *     instead of {@code LEASE_REQUIRED}
 */
@Embeddable
public record Lease(
        @Column(name = "reviewer_id") @Nullable String reviewerId,
        @Column(name = "claimed_at") @Nullable Instant claimedAt,
        @Column(name = "lease_ends_at") @Nullable Instant endsAt,
        @Column(name = "lease_cycle") int cycle,
        @Column(name = "lapsed_reviewer_id") @Nullable String lapsedReviewerId) {

    /** Returns the lease of a review that nobody has claimed yet. */
    static Lease none() {
        return new Lease(null, null, null, 0, null);
    }

    Lease take(String reviewer, Instant now, Instant until) {
        return new Lease(reviewer, now, until, cycle, null);
    }

    Lease renew(Instant now, Duration term) {
        return new Lease(reviewerId, claimedAt, now.plus(term), cycle, lapsedReviewerId);
    }

    Lease giveBack() {
        return new Lease(null, null, null, cycle, null);
    }

    Lease lapse() {
        return new Lease(null, null, null, cycle, reviewerId);
    }

    /** Ends the lease of a finished review; the holder stays recorded. */
    Lease end() {
        return new Lease(reviewerId, claimedAt, null, cycle, null);
    }

    Lease nextCycle() {
        return new Lease(reviewerId, claimedAt, endsAt, cycle + 1, lapsedReviewerId);
    }

    public boolean isLive(Instant now) {
        return endsAt != null && now.isBefore(endsAt);
    }

    public boolean isHeldBy(String caller) {
        return endsAt != null && caller.equals(reviewerId);
    }

    /** Returns whether {@code caller} held the review and their lease expired. */
    boolean isOverFor(String caller, Instant now) {
        return isHeldBy(caller) ? !isLive(now) : caller.equals(lapsedReviewerId);
    }
}
