package io.zizhi.notification.template;

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

/** Requests to publish texts of messages, which take two operators. */
@Path("/v1/sms-publications")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OPERATOR)
public class SmsPublicationResource {

    private final SmsPublicationRepository publications;
    private final ConfirmPublication confirm;
    private final CancelPublication cancel;
    private final CurrentCaller caller;

    SmsPublicationResource(
            SmsPublicationRepository publications,
            ConfirmPublication confirm,
            CancelPublication cancel,
            CurrentCaller caller) {
        this.publications = publications;
        this.confirm = confirm;
        this.cancel = cancel;
        this.caller = caller;
    }

    /**
     * Lists requests to publish versions of templates, with their texts, oldest first.
     *
     * @param state state to filter by; by default only open requests are listed
     */
    @GET
    @Operation(operationId = "listSmsPublications")
    @Refusal(
            status = 400,
            code = "PARAMETER_INVALID",
            when = "A parameter is invalid; `errors` names it and the expected value.")
    @WithSession
    public Uni<Page<SmsPublicationView>> list(
            @Parameter(schema = @Schema(implementation = TwoPersonState.class)) @QueryParam("state") @Nullable
                    String state,
            @BeanParam PageRequest page) {
        return publications.page(Parameters.oneOf(TwoPersonState.class, "?state", state), page);
    }

    /**
     * Confirms the request of another operator and publishes the version. All replicas make messages from it within
     * seconds. Messages in the queue keep their version.
     *
     * @param id id of the request
     */
    @POST
    @Path("/{id: \\d{1,18}}/confirmation")
    @Operation(operationId = "confirmSmsPublication")
    @Refusal(status = 400, code = "SMS_TOO_LONG", when = "A text has too many segments by the present settings.")
    @Refusal(status = 400, code = "LINK_NOT_ALLOWED", when = "A text links to a host that is not allowed any more.")
    @Refusal(status = 403, code = "SECOND_PERSON_REQUIRED", when = "Another operator must confirm the request.")
    @Refusal(status = 404, code = "SMS_PUBLICATION_NOT_FOUND", when = "There is no such request.")
    @Refusal(status = 409, code = "SMS_PUBLICATION_CLOSED", when = "The request was already confirmed or cancelled.")
    public Uni<SmsPublicationView> confirm(@PathParam("id") long id) {
        return confirm.confirm(caller.get(), id);
    }

    /**
     * Cancels a request without publishing anything.
     *
     * @param id id of the request
     */
    @POST
    @Path("/{id: \\d{1,18}}/cancellation")
    @Operation(operationId = "cancelSmsPublication")
    @Refusal(status = 404, code = "SMS_PUBLICATION_NOT_FOUND", when = "There is no such request.")
    @Refusal(status = 409, code = "SMS_PUBLICATION_CLOSED", when = "The request was already confirmed or cancelled.")
    public Uni<SmsPublicationView> cancel(@PathParam("id") long id) {
        return cancel.cancel(caller.get(), id);
    }
}
