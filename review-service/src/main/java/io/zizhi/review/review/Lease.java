package io.zizhi.review.review;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * In whose hands a review is, and until when. Instants are database time.
 *
 * @param reviewerId who holds the review, or held it when it ended; null while it is in the queue
 * @param claimedAt when they took it
 * @param endsAt when it returns to the queue; set exactly while somebody holds it, to decide or to confirm
 * @param cycle counts the timers armed for leases of this review
 * @param lapsedReviewerId whose lease ran out last, until the next claim: they are told so, and not that they never had it
 */
@Embeddable
public record Lease(
        @Column(name = "reviewer_id") @Nullable String reviewerId,
        @Column(name = "claimed_at") @Nullable Instant claimedAt,
        @Column(name = "lease_ends_at") @Nullable Instant endsAt,
        @Column(name = "lease_cycle") int cycle,
        @Column(name = "lapsed_reviewer_id") @Nullable String lapsedReviewerId) {

    /** Of a review that nobody has taken yet. */
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

    /** The review ended; it stays known in whose hands. */
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

    /** Whether {@code caller} had the review and ran out of time. */
    boolean isOverFor(String caller, Instant now) {
        return isHeldBy(caller) ? !isLive(now) : caller.equals(lapsedReviewerId);
    }
}
