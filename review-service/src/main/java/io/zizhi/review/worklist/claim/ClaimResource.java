package io.zizhi.review.worklist.claim;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.CurrentCaller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.openapi.Refusal;
import io.zizhi.review.review.ReviewView;
import io.zizhi.review.reviewer.Remits;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * Claims, renews and releases reviews. Here and at the decision, supervisors have the same rights as reviewers, under
 * the same lease. Supervisors are responsible for due times, so they must be able to step in when no reviewer takes a
 * review in time.
 */
@Path("/v1/reviews")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.REVIEWER, Roles.SUPERVISOR})
public class ClaimResource {

    private final ClaimReview claimReview;
    private final RenewLease renewLease;
    private final ReleaseReview releaseReview;
    private final CurrentCaller caller;

    public ClaimResource(
            ClaimReview claimReview, RenewLease renewLease, ReleaseReview releaseReview, CurrentCaller caller) {
        this.claimReview = claimReview;
        this.renewLease = renewLease;
        this.releaseReview = releaseReview;
        this.caller = caller;
    }

    /**
     * Claims a review for 15 minutes; every call of the holder on it renews the lease. Nobody reviews a submission of
     * their own account or company, or about that company. Skills may narrow the choice further.
     *
     * @param workOrder work order of the submission, which is the id of its review
     */
    @POST
    @Path("/{workOrder}/claim")
    @Operation(operationId = "claimReview")
    @Refusal(status = 404, code = "REVIEW_NOT_FOUND", when = "There is no review of this work order.")
    @Refusal(status = 403, code = "REVIEWER_CONFLICTED", when = Remits.CONFLICTED)
    @Refusal(status = 403, code = "REVIEWER_UNSKILLED", when = "The caller's skills do not cover this kind of review.")
    @Refusal(
            status = 403,
            code = "REVIEWER_PROPOSED",
            when = "The caller proposed the decision, which another person must confirm.")
    @Refusal(status = 409, code = "REVIEW_CLAIMED", when = "Another reviewer holds the review.")
    @Refusal(status = 409, code = "REVIEW_DECIDED", when = "The review is decided.")
    @Refusal(status = 409, code = "REVIEW_CANCELLED", when = "The applicant withdrew the submission.")
    public Uni<ReviewView> claim(@PathParam("workOrder") long workOrder) {
        return claimReview.claim(workOrder, caller.get());
    }

    /**
     * Renews the lease of a claimed review for another 15 minutes.
     *
     * @param workOrder work order of the submission, which is the id of its review
     */
    @POST
    @Path("/{workOrder}/heartbeat")
    @Operation(operationId = "renewLease")
    @Refusal(status = 403, code = "REVIEWER_CONFLICTED", when = Remits.CONFLICTED)
    @Refusal(status = 404, code = "REVIEW_NOT_FOUND", when = "There is no review of this work order.")
    @Refusal(status = 409, code = "REVIEW_DECIDED", when = "The review is decided.")
    @Refusal(status = 409, code = "REVIEW_CANCELLED", when = "The applicant withdrew the submission.")
    @Refusal(status = 409, code = "LEASE_EXPIRED", when = "The caller's lease expired. Claim the review again.")
    @Refusal(status = 409, code = "LEASE_REQUIRED", when = "The caller does not hold the review.")
    public Uni<ReviewView> heartbeat(@PathParam("workOrder") long workOrder) {
        return renewLease.renew(workOrder, caller.get());
    }

    /**
     * Releases a claimed review to the queue.
     *
     * @param workOrder work order of the submission, which is the id of its review
     */
    @POST
    @Path("/{workOrder}/release")
    @Operation(operationId = "releaseReview")
    @Refusal(status = 404, code = "REVIEW_NOT_FOUND", when = "There is no review of this work order.")
    @Refusal(status = 409, code = "REVIEW_DECIDED", when = "The review is decided.")
    @Refusal(status = 409, code = "REVIEW_CANCELLED", when = "The applicant withdrew the submission.")
    @Refusal(status = 409, code = "LEASE_EXPIRED", when = "The caller's lease expired. Claim the review again.")
    @Refusal(status = 409, code = "LEASE_REQUIRED", when = "The caller does not hold the review.")
    public Uni<ReviewView> release(@PathParam("workOrder") long workOrder) {
        return releaseReview.release(workOrder, caller.get());
    }
}
