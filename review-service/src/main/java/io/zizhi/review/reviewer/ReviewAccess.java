package io.zizhi.review.reviewer;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.problem.Problems;
import io.zizhi.platform.time.DatabaseTime;
import io.zizhi.review.desk.Review;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Decides who reads the content of a review: the submitted form, the evidence, the decision and its notes. Supervisors
 * read every review. Reviewers read a review while they hold it, and afterwards if they took part in its decision. Needs a
 * session.
 */
@ApplicationScoped
public class ReviewAccess {

    private final Remits remits;
    private final ParticipantRepository participants;
    private final DatabaseTime time;

    @Inject
    ReviewAccess(Remits remits, ParticipantRepository participants, DatabaseTime time) {
        this.remits = remits;
        this.participants = participants;
        this.time = time;
    }

    /** 403 unless the caller may read the review. Reviewers with a conflict of interest are refused first. */
    public Uni<Void> requireReader(Review review, Caller caller) {
        return remits.refuseRelated(review, caller)
                .chain(() -> isReader(review, caller))
                .invoke(reader -> {
                    if (!reader) {
                        throw Problems.forbidden(
                                "CLAIM_REQUIRED",
                                "Claim the review to read it. Only supervisors and those who took part in its decision"
                                        + " read it without a claim.");
                    }
                })
                .replaceWithVoid();
    }

    /**
     * Whether the caller may read the review. Does not check for a conflict of interest: callers call
     * {@link Remits#refuseRelated} first.
     */
    public Uni<Boolean> isReader(Review review, Caller caller) {
        if (caller.has(Roles.SUPERVISOR)) {
            return Uni.createFrom().item(true);
        }
        return isHolder(review, caller)
                .chain(holder -> holder
                        ? Uni.createFrom().item(true)
                        : participants.tookPart(review.workOrder(), caller.subject()));
    }

    private Uni<Boolean> isHolder(Review review, Caller caller) {
        return review.lease().isHeldBy(caller.subject())
                ? time.now().map(review.lease()::isLive)
                : Uni.createFrom().item(false);
    }
}
