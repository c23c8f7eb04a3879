package io.zizhi.qualification.outcome.restriction;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.EntityTags;
import io.zizhi.platform.http.IfMatch;
import io.zizhi.platform.identity.CurrentCaller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.identity.stepup.StepUp;
import io.zizhi.platform.openapi.Refusal;
import io.zizhi.qualification.outcome.restriction.request.RequestedRestriction;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The restriction of a qualification. */
@Path("/v1/qualifications/{id: [0-9]{1,16}}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class RestrictionResource {

    private final ReadRestriction read;
    private final RequestRestriction request;
    private final CurrentCaller caller;

    RestrictionResource(ReadRestriction read, RequestRestriction request, CurrentCaller caller) {
        this.read = read;
        this.request = request;
        this.caller = caller;
    }

    /**
     * Returns whether a qualification is suspended or revoked, why, and how many signatures are bound to it.
     * Supervisors and auditors may read it for all accounts; the supervisors' note is shown to the owner only.
     *
     * @param id id of the qualification
     */
    @GET
    @Path("/restriction")
    @RolesAllowed({Roles.APPLICANT, Roles.SUPERVISOR, Roles.AUDITOR})
    @Operation(operationId = "getRestriction")
    @Refusal(status = 404, code = "QUALIFICATION_NOT_FOUND", when = "The account has no such qualification.")
    public Uni<RestResponse<RestrictionView>> get(@PathParam("id") long id) {
        return read.handle(caller.get(), id).map(view -> EntityTags.tagged(view, view.version()));
    }

    /**
     * Requests that a qualification be suspended, reinstated or revoked. Nothing changes until another supervisor
     * confirms. A qualification has at most one open request; repeating it returns it.
     *
     * @param id id of the qualification
     */
    @POST
    @Path("/restriction-requests")
    @RolesAllowed(Roles.SUPERVISOR)
    @ResponseStatus(201)
    @StepUp
    @Operation(operationId = "requestRestriction")
    @Refusal(
            status = 403,
            code = "SUPERVISOR_CONFLICTED",
            when = "The supervisor belongs to the account or company of the qualification.")
    @Refusal(status = 404, code = "QUALIFICATION_NOT_FOUND", when = "There is no such qualification.")
    @Refusal(status = 409, code = "NOT_IN_FORCE", when = "The qualification has no approved revision in force.")
    @Refusal(
            status = 409,
            code = "RESTRICTION_NOT_ALLOWED",
            when = "The act does not fit the current restriction, for example reinstating a revoked qualification.")
    @Refusal(status = 409, code = "RESTRICTION_REQUEST_OPEN", when = "The qualification has another open request.")
    @Refusal(status = 422, code = "REASON_NOT_APPLICABLE", when = "The reason does not apply to this act.")
    public Uni<RestrictionRequestView> request(
            @PathParam("id") long id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull(message = "BODY_REQUIRED") @Valid RequestedRestriction asked) {
        return request.handle(caller.get(), id, IfMatch.version(ifMatch), asked);
    }
}
