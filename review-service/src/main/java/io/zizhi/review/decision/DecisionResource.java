package io.zizhi.review.decision;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.CurrentCaller;
import io.zizhi.platform.identity.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** The decision of a review. */
@Path("/v1/reviews/{workOrder}/decision")
@RolesAllowed({Roles.REVIEWER, Roles.SUPERVISOR})
public class DecisionResource {

    private final DecideReview decideReview;
    private final ReadDecision readDecision;
    private final CurrentCaller caller;

    @Inject
    public DecisionResource(DecideReview decideReview, ReadDecision readDecision, CurrentCaller caller) {
        this.decideReview = decideReview;
        this.readDecision = readDecision;
        this.caller = caller;
    }

    @POST
    public Uni<DecisionView> decide(
            @PathParam("workOrder") long workOrder,
            @Valid @NotNull(message = "BODY_REQUIRED") DecisionRequest decision) {
        return decideReview.decide(workOrder, decision, caller.get());
    }

    @GET
    public Uni<DecisionView> decision(@PathParam("workOrder") long workOrder) {
        return readDecision.read(workOrder);
    }
}
