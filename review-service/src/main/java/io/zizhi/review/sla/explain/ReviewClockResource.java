package io.zizhi.review.sla.explain;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.openapi.Refusal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The clock of one review. */
@Path("/v1/reviews/{workOrder}/clock")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.REVIEWER, Roles.SUPERVISOR, Roles.AUDITOR, Roles.OPERATOR})
public class ReviewClockResource {

    private final ExplainReviewClock explainReviewClock;

    public ReviewClockResource(ExplainReviewClock explainReviewClock) {
        this.explainReviewClock = explainReviewClock;
    }

    /**
     * Explains why a review is due when it is: the policy, the days that the calendar was asked for, the open time counted
     * on the way, what its clock has reached, and what has moved it since: extensions with who, when, how much and why,
     * changes of policies and calendar, and whether the applicant urged it. A call of its holder does not renew the lease.
     *
     * @param workOrder work order of the submission, which is the id of its review
     */
    @GET
    @Operation(operationId = "explainReviewClock")
    @Refusal(status = 404, code = "REVIEW_NOT_FOUND", when = "There is no review of this work order.")
    public Uni<ReviewClockView> clock(@PathParam("workOrder") long workOrder) {
        return explainReviewClock.explain(workOrder);
    }
}
