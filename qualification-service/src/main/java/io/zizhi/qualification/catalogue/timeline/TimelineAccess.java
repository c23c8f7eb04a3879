package io.zizhi.qualification.catalogue.timeline;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.problem.ProblemException;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.qualification.peer.review.Reviews;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Decides which staff may read the timeline of a qualification. Supervisors and auditors may read every timeline.
 * Reviewers may read it only while they hold the claim on its review, because it contains the reviewers and reasons of
 * earlier decisions.
 */
@ApplicationScoped
class TimelineAccess {

    private final FindOpenReview openReview;
    private final Reviews reviews;

    TimelineAccess(FindOpenReview openReview, Reviews reviews) {
        this.openReview = openReview;
        this.reviews = reviews;
    }

    /**
     * Fails with 403 for reviewers without a live claim, and with 503 if claims cannot be checked. Applicants pass,
     * because {@link ReadTimeline} limits them to their own account.
     */
    Uni<Void> requireReader(Caller caller, long qualificationId) {
        if (caller.has(Roles.APPLICANT) || caller.has(Roles.SUPERVISOR) || caller.has(Roles.AUDITOR)) {
            return Uni.createFrom().voidItem();
        }
        return openReview
                .workOrder(qualificationId)
                .chain(open -> open.map(workOrder -> reviews.isClaimedBy(workOrder, caller.subject()))
                        .orElseGet(() -> Uni.createFrom().item(false)))
                .invoke(claimed -> {
                    if (!claimed) {
                        throw claimRequired();
                    }
                })
                .replaceWithVoid();
    }

    private static ProblemException claimRequired() {
        return Problems.forbidden(
                "CLAIM_REQUIRED",
                "Claim the review of the qualification to read its timeline. Only supervisors and auditors need no claim.");
    }
}
