package io.zizhi.qualification.reviewapi.unmasking;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.internal.Callers;
import io.zizhi.platform.identity.CurrentCaller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.openapi.Refusal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseHeader;

/** Reveals masked fields of a submission to review-service. */
@Path("/internal/v1/submissions/{workOrder: [0-9]{1,16}}/values")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.SERVICE)
@Callers("review-service")
public class ValuesResource {

    private final RevealToReviewer reveal;
    private final CurrentCaller caller;

    ValuesResource(RevealToReviewer reveal, CurrentCaller caller) {
        this.reveal = reveal;
        this.caller = caller;
    }

    /**
     * Returns masked fields of a submission in plain text. review-service has checked the claim and recorded the
     * access; this service checks and records both again. Do not store the answer.
     *
     * @param workOrder work order of the submission
     */
    @POST
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    @Operation(operationId = "revealValues")
    @Refusal(status = 403, code = "CLAIM_REQUIRED", when = "The reviewer holds no live claim on the review.")
    @Refusal(status = 404, code = "WORK_ORDER_NOT_FOUND", when = "There is no such work order.")
    @Refusal(status = 429, code = "UNMASKING_LIMITED", when = "The daily limit of unmasked fields is reached.")
    @Refusal(status = 503, code = "REVIEW_SERVICE_UNAVAILABLE", when = "review-service does not answer.")
    public Uni<ValuesView> values(
            @PathParam("workOrder") long workOrder, @NotNull(message = "BODY_REQUIRED") @Valid ValuesRequest wanted) {
        return reveal.handle(workOrder, wanted, caller.get());
    }
}
