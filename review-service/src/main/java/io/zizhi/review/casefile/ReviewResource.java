package io.zizhi.review.casefile;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.CurrentCaller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.openapi.Refusal;
import io.zizhi.review.reviewer.Remits;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** One review of the desk. */
@Path("/v1/reviews")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.REVIEWER, Roles.SUPERVISOR, Roles.AUDITOR})
public class ReviewResource {

    private final ReadReview readReview;
    private final CurrentCaller caller;

    public ReviewResource(ReadReview readReview, CurrentCaller caller) {
        this.readReview = readReview;
        this.caller = caller;
    }

    /**
     * Shows a review with the submitted form, personal data masked. Readers are its holder, whose call renews the
     * lease, reviewers who took part in its decision, supervisors and auditors.
     *
     * @param workOrder work order of the submission, which is the id of its review
     */
    @GET
    @Path("/{workOrder}")
    @Operation(operationId = "getReview")
    @Refusal(status = 403, code = "REVIEWER_CONFLICTED", when = Remits.CONFLICTED)
    @Refusal(
            status = 403,
            code = "CLAIM_REQUIRED",
            when = "The caller is a reviewer without a live claim who took no part in the decision.")
    @Refusal(status = 404, code = "REVIEW_NOT_FOUND", when = "There is no review of this work order.")
    public Uni<ReviewDetailView> review(@PathParam("workOrder") long workOrder) {
        return readReview.read(workOrder, caller.get());
    }
}
