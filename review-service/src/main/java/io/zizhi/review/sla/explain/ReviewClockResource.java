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
     * Explains the due time of a review: its policy, the days considered, the open time counted, and the stages
     * reached. It also lists later steps: extensions with supervisor, time, amount and reason, changes of policies and
     * calendar, and urging by the applicant. A call by the holder does not renew the lease.
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
