package io.zizhi.platform.operations.discard;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.Page;
import io.zizhi.platform.http.PageRequest;
import io.zizhi.platform.http.Parameters;
import io.zizhi.platform.identity.CurrentCaller;
import io.zizhi.platform.identity.Roles;
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

/** Discards, each by two operators. */
@Path("/v1/operations/discards")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OPERATOR)
public class DiscardResource {

    private final RequestDiscard requestDiscard;
    private final ConfirmDiscard confirmDiscard;
    private final CancelDiscard cancelDiscard;
    private final DiscardRepository discards;
    private final CurrentCaller caller;

    DiscardResource(
            RequestDiscard requestDiscard,
            ConfirmDiscard confirmDiscard,
            CancelDiscard cancelDiscard,
            DiscardRepository discards,
            CurrentCaller caller) {
        this.requestDiscard = requestDiscard;
        this.confirmDiscard = confirmDiscard;
        this.cancelDiscard = cancelDiscard;
        this.discards = discards;
        this.caller = caller;
    }

    /**
     * Lists requests to discard something, oldest first.
     *
     * @param state only requests in this state; by default open requests
     */
    @GET
    @Operation(operationId = "listDiscards")
    @Refusal(status = 400, code = "PARAMETER_INVALID", when = "A parameter is invalid; `errors` names it.")
    @WithSession
    public Uni<Page<DiscardView>> list(
            @Parameter(schema = @Schema(implementation = TwoPersonState.class)) @QueryParam("state") @Nullable
                    String state,
            @BeanParam PageRequest page) {
        return discards.page(Parameters.oneOf(TwoPersonState.class, "?state", state), page)
                .map(found -> found.map(DiscardView::from));
    }

    /**
     * Requests a discard. Nothing is discarded until another operator confirms. For many parked events, the answer has
     * their number and a sample.
     */
    @POST
    @ResponseStatus(201)
    @Operation(operationId = "requestDiscard")
    @Refusal(
            status = 400,
            code = "FIELD_REQUIRED",
            when = "A field required for this kind is missing; `errors` names it.")
    @Refusal(status = 400, code = "TOPIC_UNKNOWN", when = "`topic` is unknown.")
    @Refusal(status = 400, code = "PARAMETER_INVALID", when = "A field is invalid; `errors` names it.")
    @Refusal(status = 409, code = "NOTHING_TO_DISCARD", when = "The object is not stuck, or it has changed.")
    public Uni<DiscardView> request(@NotNull(message = "BODY_REQUIRED") @Valid DiscardRequest request) {
        return requestDiscard.request(request, caller.get());
    }

    /**
     * Confirms the request of another operator. The object is discarded permanently, and the events behind it are
     * applied; during an outage they are applied later in the background. Many parked events are discarded in the
     * background too: the list shows the progress, and `finishedAt` the end.
     *
     * @param id id of the discard
     */
    @POST
    @Path("/{id: \\d{1,18}}/confirmation")
    @Operation(operationId = "confirmDiscard")
    @Refusal(status = 404, code = "DISCARD_NOT_FOUND", when = "This discard request does not exist.")
    @Refusal(status = 403, code = "SECOND_PERSON_REQUIRED", when = "Another operator must confirm the discard.")
    @Refusal(status = 409, code = "DISCARD_CLOSED", when = "The discard was already confirmed or cancelled.")
    @Refusal(status = 409, code = "NOTHING_TO_DISCARD", when = "The object is not stuck, or it has changed.")
    public Uni<DiscardView> confirm(@PathParam("id") long id) {
        return confirmDiscard.confirm(id, caller.get());
    }

    /**
     * Cancels a discard without carrying it out.
     *
     * @param id id of the discard
     */
    @POST
    @Path("/{id: \\d{1,18}}/cancellation")
    @Operation(operationId = "cancelDiscard")
    @Refusal(status = 404, code = "DISCARD_NOT_FOUND", when = "This discard request does not exist.")
    @Refusal(status = 409, code = "DISCARD_CLOSED", when = "The discard was already confirmed or cancelled.")
    public Uni<DiscardView> cancel(@PathParam("id") long id) {
        return cancelDiscard.cancel(id, caller.get());
    }
}
