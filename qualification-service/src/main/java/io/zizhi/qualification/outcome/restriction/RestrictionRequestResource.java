package io.zizhi.qualification.outcome.restriction;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.Page;
import io.zizhi.platform.http.PageRequest;
import io.zizhi.platform.http.Parameters;
import io.zizhi.platform.identity.CurrentCaller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.identity.stepup.StepUp;
import io.zizhi.platform.openapi.Refusal;
import io.zizhi.platform.operations.twopersons.TwoPersonState;
import io.zizhi.qualification.outcome.restriction.request.RestrictionRequestRepository;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Requests to suspend, reinstate or revoke qualifications, which take two supervisors. */
@Path("/v1/restriction-requests")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.SUPERVISOR)
public class RestrictionRequestResource {

    private static final String ID = "{id: [0-9]{1,16}}";

    private final RestrictionRequestRepository requests;
    private final ReadRestrictionRequest read;
    private final ConfirmRestriction confirm;
    private final CancelRestrictionRequest cancel;
    private final CurrentCaller caller;

    RestrictionRequestResource(
            RestrictionRequestRepository requests,
            ReadRestrictionRequest read,
            ConfirmRestriction confirm,
            CancelRestrictionRequest cancel,
            CurrentCaller caller) {
        this.requests = requests;
        this.read = read;
        this.confirm = confirm;
        this.cancel = cancel;
        this.caller = caller;
    }

    /**
     * Lists requests of all accounts without their notes, oldest first. Requests about the caller's own account are
     * left out.
     *
     * @param state state to filter by; by default only open requests are listed
     */
    @GET
    @RolesAllowed({Roles.SUPERVISOR, Roles.AUDITOR})
    @Operation(operationId = "listRestrictionRequests")
    @Refusal(
            status = 400,
            code = "PARAMETER_INVALID",
            when = "A parameter is invalid; `errors` names it and the expected value.")
    @WithSession
    public Uni<Page<RestrictionRequestView>> list(
            @Parameter(schema = @Schema(implementation = TwoPersonState.class)) @QueryParam("state") @Nullable
                    String state,
            @BeanParam PageRequest page) {
        return requests.page(caller.get(), Parameters.oneOf(TwoPersonState.class, "?state", state), page)
                .map(found -> found.map(RestrictionRequestView::from));
    }

    /**
     * Returns a request with its notes. The view is audited.
     *
     * @param id id of the request
     */
    @GET
    @Path(ID)
    @RolesAllowed({Roles.SUPERVISOR, Roles.AUDITOR})
    @Operation(operationId = "getRestrictionRequest")
    @Refusal(
            status = 403,
            code = "SUPERVISOR_CONFLICTED",
            when = "The caller belongs to the account or company of the qualification.")
    @Refusal(status = 404, code = "RESTRICTION_REQUEST_NOT_FOUND", when = "There is no such request.")
    public Uni<RestrictionRequestView> get(@PathParam("id") long id) {
        return read.handle(caller.get(), id);
    }

    /**
     * Confirms another supervisor's request: suspends, reinstates or revokes the qualification, publishes it and
     * notifies the applicant. A repeated confirmation has no effect and gets the same answer.
     *
     * @param id id of the request
     */
    @POST
    @Path(ID + "/confirmation")
    @StepUp
    @Operation(operationId = "confirmRestriction")
    @Refusal(
            status = 403,
            code = "SECOND_PERSON_REQUIRED",
            when = "The supervisor who made the request cannot confirm it.")
    @Refusal(
            status = 403,
            code = "SUPERVISOR_CONFLICTED",
            when = "The supervisor belongs to the account or company of the qualification.")
    @Refusal(status = 404, code = "RESTRICTION_REQUEST_NOT_FOUND", when = "There is no such request.")
    @Refusal(
            status = 409,
            code = "RESTRICTION_REQUEST_CLOSED",
            when = "The request was already cancelled, or confirmed by another supervisor.")
    @Refusal(
            status = 409,
            code = "QUALIFICATION_CHANGED",
            when = "The qualification was deleted, restricted or got another revision in force since the request.")
    public Uni<RestrictionRequestView> confirm(@PathParam("id") long id) {
        return confirm.handle(caller.get(), id);
    }

    /**
     * Cancels a request without changing the qualification. A repeated call has no effect and gets the same answer.
     *
     * @param id id of the request
     */
    @POST
    @Path(ID + "/cancellation")
    @Operation(operationId = "cancelRestrictionRequest")
    @Refusal(
            status = 403,
            code = "SUPERVISOR_CONFLICTED",
            when = "The supervisor belongs to the account or company of the qualification.")
    @Refusal(status = 404, code = "RESTRICTION_REQUEST_NOT_FOUND", when = "There is no such request.")
    @Refusal(
            status = 409,
            code = "RESTRICTION_REQUEST_CLOSED",
            when = "The request was already confirmed, or cancelled by another supervisor.")
    public Uni<RestrictionRequestView> cancel(@PathParam("id") long id) {
        return cancel.handle(caller.get(), id);
    }
}
