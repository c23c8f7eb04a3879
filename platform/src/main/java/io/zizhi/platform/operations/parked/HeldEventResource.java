package io.zizhi.platform.operations.parked;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.Page;
import io.zizhi.platform.http.PageRequest;
import io.zizhi.platform.http.Parameters;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.openapi.Refusal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Events that were received and cannot be applied yet. */
@Path("/v1/operations/held-events")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OPERATOR)
public class HeldEventResource {

    private final ParkedAggregateRepository aggregates;

    HeldEventResource(ParkedAggregateRepository aggregates) {
        this.aggregates = aggregates;
    }

    /**
     * Lists the held events with their reasons, longest wait first.
     *
     * @param topic only events of this topic
     * @param aggregateId only events of this aggregate
     */
    @GET
    @Operation(operationId = "listHeldEvents")
    @Refusal(status = 400, code = "TOPIC_UNKNOWN", when = "`topic` is unknown.")
    @Refusal(status = 400, code = "PARAMETER_INVALID", when = "A parameter is invalid; `errors` names it.")
    public Uni<Page<HeldEventView>> list(
            @QueryParam("topic") @Nullable String topic,
            @QueryParam("aggregateId") @Nullable String aggregateId,
            @BeanParam PageRequest page) {
        return aggregates.held(Parameters.topic("?topic", topic), Parameters.text("?aggregateId", aggregateId), page);
    }
}
