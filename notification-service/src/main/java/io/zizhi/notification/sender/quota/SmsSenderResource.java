package io.zizhi.notification.sender.quota;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.CurrentCaller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.openapi.Refusal;
import io.zizhi.platform.operations.Reason;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The senders of SMS: what they got today, and a switch for each of them. */
@Path("/v1/operations/sms-senders")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OPERATOR)
public class SmsSenderResource {

    private static final String NAME = "{name: [a-z][a-z0-9-]{0,39}}";

    private final ReadSenders read;
    private final SwitchSender change;
    private final CurrentCaller caller;

    SmsSenderResource(ReadSenders read, SwitchSender change, CurrentCaller caller) {
        this.read = read;
        this.change = change;
        this.caller = caller;
    }

    /** Lists the senders in order of preference, with what they got today. */
    @GET
    @Operation(operationId = "listSmsSenders")
    public Uni<SmsSendersView> list() {
        return read.view();
    }

    /**
     * Stops a sender: no replica hands it another message until it is started. Messages go to the senders behind it, or
     * wait in the queue.
     *
     * @param name name of the sender
     */
    @POST
    @Path(NAME + "/stop")
    @Operation(operationId = "stopSmsSender")
    @Refusal(status = 404, code = "SENDER_NOT_FOUND", when = "No such sender is configured.")
    public Uni<SmsSendersView> stop(
            @PathParam("name") String name, @NotNull(message = "BODY_REQUIRED") @Valid Reason reason) {
        return change.stop(name, reason, caller.get()).chain(read::view);
    }

    /**
     * Starts a stopped sender. Does nothing if it runs.
     *
     * @param name name of the sender
     */
    @POST
    @Path(NAME + "/start")
    @Operation(operationId = "startSmsSender")
    @Refusal(status = 404, code = "SENDER_NOT_FOUND", when = "No such sender is configured.")
    public Uni<SmsSendersView> start(
            @PathParam("name") String name, @NotNull(message = "BODY_REQUIRED") @Valid Reason reason) {
        return change.start(name, reason, caller.get()).chain(read::view);
    }
}
