package io.zizhi.platform.operations.outbox;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.Page;
import io.zizhi.platform.http.PageRequest;
import io.zizhi.platform.identity.CurrentCaller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.openapi.Refusal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Sent and unsent events of this service. */
@Path("/v1/operations/outbox-events")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OPERATOR)
public class OutboxEventResource {

    private final OutboxEventRepository events;
    private final InspectOutboxEvent inspectOutboxEvent;
    private final ResendEvents resendEvents;
    private final RetrySending retrySending;
    private final CurrentCaller caller;

    OutboxEventResource(
            OutboxEventRepository events,
            InspectOutboxEvent inspectOutboxEvent,
            ResendEvents resendEvents,
            RetrySending retrySending,
            CurrentCaller caller) {
        this.events = events;
        this.inspectOutboxEvent = inspectOutboxEvent;
        this.resendEvents = resendEvents;
        this.retrySending = retrySending;
        this.caller = caller;
    }

    /** Lists events of the outbox in order. */
    @GET
    @Operation(operationId = "listOutboxEvents")
    @Refusal(status = 400, code = "TOPIC_UNKNOWN", when = "`topic` is unknown.")
    @Refusal(status = 400, code = "PARAMETER_INVALID", when = "A parameter is invalid; `errors` names it.")
    public Uni<Page<OutboxEventView>> list(@BeanParam OutboxListRequest request, @BeanParam PageRequest page) {
        return events.list(request.filter(), page);
    }

    /**
     * Shows one event with its masked payload. The view is recorded in the audit log.
     *
     * @param sequence its place in the outbox
     */
    @GET
    @Path("/{sequence: \\d{1,18}}")
    @Operation(operationId = "inspectOutboxEvent")
    @Refusal(status = 404, code = "OUTBOX_EVENT_NOT_FOUND", when = "No such event.")
    public Uni<OutboxEventView> inspect(@PathParam("sequence") long sequence) {
        return inspectOutboxEvent.inspect(sequence, caller.get());
    }

    /**
     * Resends a range of sent events with their ids and in their original order. Consumers drop the events that they
     * already have. At most 10,000 events per request.
     */
    @POST
    @Path("/resends")
    @Operation(operationId = "resendEvents")
    @Refusal(
            status = 400,
            code = "RANGE_REQUIRED",
            when = "The range is incomplete: send both sequences, both instants, or topic and aggregate.")
    @Refusal(status = 400, code = "TOPIC_UNKNOWN", when = "`topic` is unknown.")
    @Refusal(status = 400, code = "PARAMETER_INVALID", when = "A field is invalid; `errors` names it.")
    @Refusal(status = 422, code = "RANGE_TOO_WIDE", when = "The range has more than 10,000 events; none was resent.")
    public Uni<CountView> resend(@NotNull(message = "BODY_REQUIRED") @Valid ResendRequest request) {
        return resendEvents.resend(request, caller.get());
    }

    /** Retries failing events at once instead of after their pause. */
    @POST
    @Path("/retries")
    @Operation(operationId = "retrySending")
    @Refusal(status = 400, code = "TOPIC_UNKNOWN", when = "`topic` is unknown.")
    @Refusal(status = 400, code = "PARAMETER_INVALID", when = "A field is invalid; `errors` names it.")
    public Uni<CountView> retry(@NotNull(message = "BODY_REQUIRED") @Valid SendRetryRequest request) {
        return retrySending.retry(request, caller.get());
    }
}
