package io.zizhi.platform.operations.parked;

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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Aggregates parked at an event that could not be applied. */
@Path("/v1/operations/parked-aggregates")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OPERATOR)
public class ParkedAggregateResource {

    private final ParkedAggregateRepository aggregates;
    private final InspectAggregate inspectAggregate;
    private final RetryAggregate retryAggregate;
    private final RetryAllOfCause retryAllOfCause;
    private final CurrentCaller caller;

    ParkedAggregateResource(
            ParkedAggregateRepository aggregates,
            InspectAggregate inspectAggregate,
            RetryAggregate retryAggregate,
            RetryAllOfCause retryAllOfCause,
            CurrentCaller caller) {
        this.aggregates = aggregates;
        this.inspectAggregate = inspectAggregate;
        this.retryAggregate = retryAggregate;
        this.retryAllOfCause = retryAllOfCause;
        this.caller = caller;
    }

    /**
     * Lists the parked aggregates in the order in which they were parked.
     *
     * @param topic only aggregates of this topic
     * @param cause only causes with this prefix
     */
    @GET
    @Operation(operationId = "listParkedAggregates")
    @Refusal(status = 400, code = "TOPIC_UNKNOWN", when = "`topic` is unknown.")
    @Refusal(status = 400, code = "PARAMETER_INVALID", when = "A parameter is invalid; `errors` names it.")
    public Uni<Page<ParkedAggregateView>> list(
            @QueryParam("topic") @Nullable String topic,
            @QueryParam("cause") @Nullable String cause,
            @BeanParam PageRequest page) {
        return aggregates.parked(ParkedFilter.of(topic, cause), page);
    }

    /**
     * Shows the state of one aggregate: the last applied event, why it is parked, and the held events. Payloads are
     * masked; the view is recorded in the audit log.
     *
     * @param topic topic of its events, for example {@code zizhi.qualification.v1}
     * @param aggregateId id of the aggregate, for example of a qualification
     */
    @GET
    @Path("/{topic}/{aggregateId}")
    @Operation(operationId = "inspectAggregate")
    @Refusal(status = 404, code = "AGGREGATE_NOT_FOUND", when = "This service has received no event of the aggregate.")
    public Uni<AggregateView> inspect(@PathParam("topic") String topic, @PathParam("aggregateId") String aggregateId) {
        return inspectAggregate.inspect(topic, aggregateId, caller.get());
    }

    /**
     * Resumes an aggregate and shows its new state; it may be parked again. During an outage, or with very many held
     * events, the aggregate is no longer parked, and its events are applied in the background. A second retry has no
     * further effect.
     *
     * @param topic topic of its events, for example {@code zizhi.qualification.v1}
     * @param aggregateId id of the aggregate, for example of a qualification
     */
    @POST
    @Path("/{topic}/{aggregateId}/retry")
    @Operation(operationId = "retryAggregate")
    @Refusal(status = 404, code = "AGGREGATE_NOT_FOUND", when = "This service has received no event of the aggregate.")
    public Uni<AggregateView> retry(@PathParam("topic") String topic, @PathParam("aggregateId") String aggregateId) {
        return retryAggregate.retry(topic, aggregateId, caller.get());
    }

    /** Resumes all aggregates parked for one cause, 500 at once. Their events are applied in the background. */
    @POST
    @Path("/retries")
    @Operation(operationId = "retryAllOfCause")
    @Refusal(status = 400, code = "TOPIC_UNKNOWN", when = "`topic` is unknown.")
    public Uni<RetriesView> retryAll(@NotNull(message = "BODY_REQUIRED") @Valid RetriesRequest request) {
        return retryAllOfCause.retry(request, caller.get());
    }
}
