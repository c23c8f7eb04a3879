package io.zizhi.review.worklist.supervision;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.CurrentCaller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.openapi.Refusal;
import io.zizhi.review.review.ReviewView;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Supervision of reviews. */
@Path("/v1/reviews")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.SUPERVISOR)
@Refusal(status = 404, code = "REVIEW_NOT_FOUND", when = "There is no review of this work order.")
@Refusal(status = 409, code = "REVIEW_DECIDED", when = "The review is decided.")
@Refusal(status = 409, code = "REVIEW_CANCELLED", when = "The applicant withdrew the submission.")
public class SupervisionResource {

    private final ReassignReview reassignReview;
    private final ExtendReview extendReview;
    private final CurrentCaller caller;

    public SupervisionResource(ReassignReview reassignReview, ExtendReview extendReview, CurrentCaller caller) {
        this.reassignReview = reassignReview;
        this.extendReview = extendReview;
        this.caller = caller;
    }

    /**
     * Assigns a review to a reviewer, even if another reviewer holds it, or returns it to the queue. The new reviewer
     * gets a lease of one hour; their first call on the review starts an ordinary lease. Assigning the review to its
     * holder changes nothing. Only people who have called the desk as reviewers can get a review. The audit trail shows
     * the reason and the new reviewer.
     *
     * @param workOrder work order of the submission, which is the id of its review
     */
    @POST
    @Path("/{workOrder}/reassignment")
    @Operation(operationId = "reassignReview")
    @Refusal(
            status = 403,
            code = "REVIEWER_CONFLICTED",
            when = "The caller assigns the review to themselves and has a conflict of interest.")
    @Refusal(
            status = 400,
            code = "ASSIGNEE_REQUIRED",
            when = "The body names neither a reviewer nor the queue, or both.")
    @Refusal(
            status = 409,
            code = "ASSIGNEE_UNKNOWN",
            when = "The person has never called the desk as a reviewer. `listReviewers` lists the known reviewers.")
    @Refusal(
            status = 409,
            code = "ASSIGNEE_CONFLICTED",
            when = "The submission comes from the reviewer's own account or company, or concerns that company."
                    + " The account is the one of their last call.")
    @Refusal(
            status = 409,
            code = "ASSIGNEE_UNSKILLED",
            when = "The reviewer's skills do not cover this kind of review. Change them first.")
    @Refusal(
            status = 409,
            code = "ASSIGNEE_PROPOSED",
            when = "The reviewer proposed the decision, which another person must confirm.")
    @Refusal(status = 409, code = "REVIEW_STATUS", when = "The status of the review does not allow an assignment.")
    public Uni<ReviewView> reassign(
            @PathParam("workOrder") long workOrder,
            @Valid @NotNull(message = "BODY_REQUIRED") ReassignmentRequest reassignment) {
        return reassignReview.reassign(workOrder, reassignment, caller.get());
    }

    /**
     * Extends a review by open time. The time is added to the target, so the due instants are computed from the
     * submission with a longer target. The applicant sees the new due time and the reason.
     *
     * @param workOrder work order of the submission, which is the id of its review
     */
    @POST
    @Path("/{workOrder}/extension")
    @Operation(operationId = "extendReview")
    @Refusal(status = 409, code = "DUE_TIME_MOVED", when = "The review is not due at `currentDueAt`.")
    @Refusal(
            status = 409,
            code = "EXTENSION_TOO_LONG",
            when = "All extensions together would add more than 100 open days.")
    public Uni<ReviewView> extend(
            @PathParam("workOrder") long workOrder,
            @Valid @NotNull(message = "BODY_REQUIRED") ExtensionRequest extension) {
        return extendReview.extend(workOrder, extension, caller.get());
    }
}
