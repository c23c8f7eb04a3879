package io.zizhi.qualification.account.change;

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
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** Changes of account identities, which take two operators. */
@Path("/v1/operations/identity-changes")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OPERATOR)
public class IdentityChangeResource {

    private final RequestIdentityChange requestIdentityChange;
    private final ConfirmIdentityChange confirmIdentityChange;
    private final CancelIdentityChange cancelIdentityChange;
    private final IdentityChangeRepository changes;
    private final CurrentCaller caller;

    IdentityChangeResource(
            RequestIdentityChange requestIdentityChange,
            ConfirmIdentityChange confirmIdentityChange,
            CancelIdentityChange cancelIdentityChange,
            IdentityChangeRepository changes,
            CurrentCaller caller) {
        this.requestIdentityChange = requestIdentityChange;
        this.confirmIdentityChange = confirmIdentityChange;
        this.cancelIdentityChange = cancelIdentityChange;
        this.changes = changes;
        this.caller = caller;
    }

    /**
     * Lists requests for identity changes, oldest first.
     *
     * @param state state to filter by; by default only open requests are listed
     */
    @GET
    @Operation(operationId = "listIdentityChanges")
    @Refusal(
            status = 400,
            code = "PARAMETER_INVALID",
            when = "A parameter is invalid; `errors` names it and the expected value.")
    @WithSession
    public Uni<Page<IdentityChangeView>> list(
            @Parameter(schema = @Schema(implementation = TwoPersonState.class)) @QueryParam("state") @Nullable
                    String state,
            @BeanParam PageRequest page) {
        return changes.page(Parameters.oneOf(TwoPersonState.class, "?state", state), page)
                .map(found -> found.map(IdentityChangeView::from));
    }

    /**
     * Requests that an account be given to another company or person. Nothing changes until another operator confirms.
     * An account has at most one open request.
     */
    @POST
    @ResponseStatus(201)
    @StepUp
    @Operation(operationId = "requestIdentityChange")
    @Refusal(
            status = 409,
            code = "NOTHING_TO_CONFIRM",
            when = "The account has no identity yet or already belongs to this owner: set the identity directly.")
    @Refusal(status = 409, code = "IDENTITY_CHANGE_OPEN", when = "This account already has an open identity change.")
    public Uni<IdentityChangeView> request(@NotNull(message = "BODY_REQUIRED") @Valid IdentityChangeRequest request) {
        return requestIdentityChange.request(caller.get(), request);
    }

    /**
     * Confirms another operator's request: sets the new identity and publishes it.
     *
     * @param id id of the request
     */
    @POST
    @Path("/{id: \\d{1,18}}/confirmation")
    @StepUp
    @Operation(operationId = "confirmIdentityChange")
    @Refusal(status = 404, code = "IDENTITY_CHANGE_NOT_FOUND", when = "There is no such request.")
    @Refusal(status = 403, code = "SECOND_PERSON_REQUIRED", when = "The requesting operator cannot confirm the change.")
    @Refusal(
            status = 409,
            code = "IDENTITY_CHANGE_CLOSED",
            when = "The identity change was already confirmed or cancelled.")
    @Refusal(
            status = 409,
            code = "IDENTITY_CHANGED",
            when = "The identity has changed since the request was made; cancel the request.")
    public Uni<IdentityChangeView> confirm(@PathParam("id") long id) {
        return confirmIdentityChange.confirm(caller.get(), id);
    }

    /**
     * Cancels a request without changing the identity.
     *
     * @param id id of the request
     */
    @POST
    @Path("/{id: \\d{1,18}}/cancellation")
    @Operation(operationId = "cancelIdentityChange")
    @Refusal(status = 404, code = "IDENTITY_CHANGE_NOT_FOUND", when = "There is no such request.")
    @Refusal(
            status = 409,
            code = "IDENTITY_CHANGE_CLOSED",
            when = "The identity change was already confirmed or cancelled.")
    public Uni<IdentityChangeView> cancel(@PathParam("id") long id) {
        return cancelIdentityChange.cancel(caller.get(), id);
    }
}
