package io.zizhi.review.worklist.claim;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.internal.Callers;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.openapi.Refusal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The claim on one review, for qualification-service. */
@Path("/internal/v1/reviews/{workOrder: [0-9]{1,16}}/claim")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.SERVICE)
@Callers("qualification-service")
public class InternalReviewClaimResource {

    private final FindClaim findClaim;

    InternalReviewClaimResource(FindClaim findClaim) {
        this.findClaim = findClaim;
    }

    /**
     * Checks whether a person may view the submission in plain text now. This requires a live claim on its review.
     * Renews no lease.
     *
     * @param workOrder work order of the submission, which is the id of its review
     * @param reviewerId the {@code sub} of the person's tokens
     */
    @GET
    @Operation(operationId = "findReviewClaim")
    @Refusal(status = 400, code = "FIELD_REQUIRED", when = "`reviewerId` is missing.")
    @Refusal(
            status = 404,
            code = "CLAIM_NOT_FOUND",
            when = "There is no live claim, or the person has a conflict of interest.")
    public Uni<ClaimView> claim(
            @PathParam("workOrder") long workOrder,
            @Parameter(required = true) @QueryParam("reviewerId") @Nullable String reviewerId) {
        return findClaim.find(reviewerId, workOrder);
    }
}
