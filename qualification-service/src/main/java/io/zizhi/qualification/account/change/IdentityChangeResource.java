package io.zizhi.qualification.account.change;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.Page;
import io.zizhi.platform.http.PageRequest;
import io.zizhi.platform.identity.CurrentCaller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.openapi.Refusal;
import io.zizhi.platform.operations.Parameters;
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

/** Changes of identities, which take two operators. */
@Path("/v1/operations/identity-changes")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OPERATOR)
public class IdentityChangeResource {

    private final AskForIdentityChange askForIdentityChange;
    private final ConfirmIdentityChange confirmIdentityChange;
    private final TakeBackIdentityChange takeBackIdentityChange;
    private final IdentityChangeRepository changes;
    private final CurrentCaller caller;

    IdentityChangeResource(
            AskForIdentityChange askForIdentityChange,
            ConfirmIdentityChange confirmIdentityChange,
            TakeBackIdentityChange takeBackIdentityChange,
            IdentityChangeRepository changes,
            CurrentCaller caller) {
        this.askForIdentityChange = askForIdentityChange;
        this.confirmIdentityChange = confirmIdentityChange;
        this.takeBackIdentityChange = takeBackIdentityChange;
        this.changes = changes;
        this.caller = caller;
    }

    /**
     * Lists the changes of identities that operators asked for, oldest first.
     *
     * @param state only those; without it the open ones
     */
    @GET
    @Operation(operationId = "listIdentityChanges")
    @Refusal(
            status = 400,
            code = "PARAMETER_INVALID",
            when = "A parameter has not the form that it should have; `errors` say which.")
    @WithSession
    public Uni<Page<IdentityChangeView>> list(
            @Parameter(schema = @Schema(implementation = IdentityChangeState.class)) @QueryParam("state") @Nullable
                    String state,
            @BeanParam PageRequest page) {
        return changes.page(Parameters.oneOf(IdentityChangeState.class, "?state", state), page)
                .map(found -> found.map(IdentityChangeView::from));
    }

    /**
     * Asks for another company or person as the owner of an account. Nothing changes until another operator confirms. An
     * account has one open request at most.
     */
    @POST
    @ResponseStatus(201)
    @Operation(operationId = "askForIdentityChange")
    @Refusal(
            status = 409,
            code = "NOTHING_TO_CONFIRM",
            when = "The account has no identity yet, or belongs to this company or person: set the identity directly.")
    @Refusal(
            status = 409,
            code = "IDENTITY_CHANGE_OPEN",
            when = "A change of this account's identity waits for confirmation.")
    public Uni<IdentityChangeView> ask(@NotNull(message = "BODY_REQUIRED") @Valid IdentityChangeRequest request) {
        return askForIdentityChange.ask(caller.get(), request);
    }

    /**
     * Confirms what another operator asked for: the account has the new identity, which is published.
     *
     * @param id id of the request
     */
    @POST
    @Path("/{id: \\d{1,18}}/confirm")
    @Operation(operationId = "confirmIdentityChange")
    @Refusal(status = 404, code = "IDENTITY_CHANGE_NOT_FOUND", when = "There is no such request.")
    @Refusal(status = 403, code = "SECOND_PERSON_REQUIRED", when = "The operator who asked cannot confirm.")
    @Refusal(status = 409, code = "IDENTITY_CHANGE_CLOSED", when = "It was carried out or taken back already.")
    @Refusal(
            status = 409,
            code = "IDENTITY_CHANGED",
            when = "The identity has changed since the request was made; take the request back.")
    public Uni<IdentityChangeView> confirm(@PathParam("id") long id) {
        return confirmIdentityChange.confirm(caller.get(), id);
    }

    /**
     * Ends a request without carrying it out.
     *
     * @param id id of the request
     */
    @POST
    @Path("/{id: \\d{1,18}}/take-back")
    @Operation(operationId = "takeBackIdentityChange")
    @Refusal(status = 404, code = "IDENTITY_CHANGE_NOT_FOUND", when = "There is no such request.")
    @Refusal(status = 409, code = "IDENTITY_CHANGE_CLOSED", when = "It was carried out or taken back already.")
    public Uni<IdentityChangeView> takeBack(@PathParam("id") long id) {
        return takeBackIdentityChange.takeBack(caller.get(), id);
    }
}
