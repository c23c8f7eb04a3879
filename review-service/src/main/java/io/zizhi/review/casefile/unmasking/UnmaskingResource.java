package io.zizhi.review.casefile.unmasking;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.CurrentCaller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.identity.stepup.StepUp;
import io.zizhi.platform.openapi.Refusal;
import io.zizhi.review.reviewer.Remits;
import io.zizhi.review.viewing.ViewingAllowance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseHeader;

/** Masked fields of a review in plain text. */
@Path("/v1/reviews/{workOrder}/unmasking")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.REVIEWER, Roles.SUPERVISOR})
public class UnmaskingResource {

    private final UnmaskFields unmaskFields;
    private final CurrentCaller caller;

    UnmaskingResource(UnmaskFields unmaskFields, CurrentCaller caller) {
        this.unmaskFields = unmaskFields;
        this.caller = caller;
    }

    /**
     * Shows masked fields of the submission in plain text to the holder of the review. The reviewer, the fields and the
     * reason are recorded before the fields are fetched, even if the fetch then fails. The answer must not be stored. A
     * call renews the lease.
     *
     * @param workOrder work order of the submission, which is the id of its review
     */
    @POST
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    @StepUp
    @Operation(operationId = "unmaskFields")
    @Refusal(status = 403, code = "REVIEWER_CONFLICTED", when = Remits.CONFLICTED)
    @Refusal(status = 404, code = "REVIEW_NOT_FOUND", when = "There is no review of this work order.")
    @Refusal(status = 409, code = "REVIEW_DECIDED", when = "The review is decided.")
    @Refusal(status = 409, code = "REVIEW_CANCELLED", when = "The applicant withdrew the submission.")
    @Refusal(status = 409, code = "LEASE_EXPIRED", when = "The caller's lease expired. Claim the review again.")
    @Refusal(status = 409, code = "LEASE_REQUIRED", when = "The caller does not hold the review.")
    @Refusal(
            status = 429,
            code = "UNMASKING_LIMITED",
            when = "The caller unmasked too many fields. Continue after `Retry-After`.")
    @Refusal(status = 429, code = "VIEWING_LIMITED", when = ViewingAllowance.LIMITED)
    @Refusal(status = 503, code = "QUALIFICATION_SERVICE_UNAVAILABLE", when = "The fields are unavailable now.")
    public Uni<UnmaskedView> unmask(
            @PathParam("workOrder") long workOrder,
            @Valid @NotNull(message = "BODY_REQUIRED") UnmaskingRequest wanted) {
        return unmaskFields.unmask(workOrder, wanted, caller.get());
    }
}
