package io.zizhi.review.reviewer;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.runtime.time.DatabaseTime;
import io.zizhi.review.review.Review;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Decides who reads the content of a review: the submitted form, the evidence, the decision and its notes. Supervisors
 * and auditors read every review. Reviewers read a review while they hold it, and afterwards if they took part in its
 * decision. Needs a session.
 */
@ApplicationScoped
public class ReviewAccess {

    private final Remits remits;
    private final ParticipantRepository participants;
    private final DatabaseTime time;

    ReviewAccess(Remits remits, ParticipantRepository participants, DatabaseTime time) {
        this.remits = remits;
        this.participants = participants;
        this.time = time;
    }

    /**
     * Refuses with 403 unless the caller may read the review. Reviewers with a conflict of interest are refused first.
     */
    public Uni<Void> requireReader(Review review, Caller caller) {
        return requireReader(review, caller, time::now);
    }

    /** Like the other method, for callers that already have the database time. */
    public Uni<Void> requireReader(Review review, Caller caller, Instant now) {
        return requireReader(review, caller, () -> Uni.createFrom().item(now));
    }

    private Uni<Void> requireReader(Review review, Caller caller, Supplier<Uni<Instant>> now) {
        return remits.refuseConflicted(review, caller)
                .chain(() -> readable(List.of(review), caller, now))
                .map(readable -> !readable.isEmpty())
                .invoke(reader -> {
                    if (!reader) {
                        throw Problems.forbidden(
                                "CLAIM_REQUIRED",
                                "Claim the review to read it. Without a claim, only supervisors, auditors and reviewers"
                                        + " who took part in its decision can read it.");
                    }
                })
                .replaceWithVoid();
    }

    /**
     * Returns whether the caller may read the review. Does not check for a conflict of interest: callers call
     * {@link Remits#refuseConflicted} first.
     */
    public Uni<Boolean> isReader(Review review, Caller caller) {
        return readable(List.of(review), caller).map(readable -> !readable.isEmpty());
    }

    /**
     * Returns the work orders of those reviews that the caller may read, by the same rule, with at most two queries.
     */
    public Uni<Set<Long>> readable(List<Review> reviews, Caller caller) {
        return readable(reviews, caller, time::now);
    }

    private Uni<Set<Long>> readable(List<Review> reviews, Caller caller, Supplier<Uni<Instant>> now) {
        if (caller.has(Roles.SUPERVISOR) || caller.has(Roles.AUDITOR)) {
            return Uni.createFrom().item(workOrders(reviews.stream()));
        }
        return held(reviews, caller, now).chain(held -> {
            Set<Long> others = workOrders(reviews.stream());
            others.removeAll(held);
            return participants
                    .withPart(others, caller.subject())
                    .map(withPart ->
                            Stream.concat(held.stream(), withPart.stream()).collect(Collectors.toSet()));
        });
    }

    private static Uni<Set<Long>> held(List<Review> reviews, Caller caller, Supplier<Uni<Instant>> now) {
        List<Review> claimed = reviews.stream()
                .filter(review -> review.lease().isHeldBy(caller.subject()))
                .toList();
        return claimed.isEmpty()
                ? Uni.createFrom().item(Set.of())
                : now.get()
                        .map(instant -> workOrders(
                                claimed.stream().filter(review -> review.lease().isLive(instant))));
    }

    private static Set<Long> workOrders(Stream<Review> reviews) {
        return reviews.map(Review::workOrder).collect(Collectors.toCollection(HashSet::new));
    }
}
