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

/** Aggregates that stopped at an event that could not be applied. */
@Path("/v1/operations/parked-aggregates")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OPERATOR)
public class ParkedAggregateResource {

    private final ListParkedAggregates listParkedAggregates;
    private final InspectAggregate inspectAggregate;
    private final RetryAggregate retryAggregate;
    private final RetryAllOfCause retryAllOfCause;
    private final CurrentCaller caller;

    ParkedAggregateResource(
            ListParkedAggregates listParkedAggregates,
            InspectAggregate inspectAggregate,
            RetryAggregate retryAggregate,
            RetryAllOfCause retryAllOfCause,
            CurrentCaller caller) {
        this.listParkedAggregates = listParkedAggregates;
        this.inspectAggregate = inspectAggregate;
        this.retryAggregate = retryAggregate;
        this.retryAllOfCause = retryAllOfCause;
        this.caller = caller;
    }

    /**
     * Lists the aggregates that stopped, the one that stopped first at the top.
     *
     * @param topic only of that topic
     * @param cause only those whose cause starts like that
     */
    @GET
    @Operation(operationId = "listParkedAggregates")
    @Refusal(status = 400, code = "TOPIC_UNKNOWN", when = "`topic` is none of the topics of the suite.")
    @Refusal(
            status = 400,
            code = "PARAMETER_INVALID",
            when = "A parameter has not the form that it should have; `errors` say which.")
    public Uni<Page<ParkedAggregateView>> list(
            @QueryParam("topic") @Nullable String topic,
            @QueryParam("cause") @Nullable String cause,
            @BeanParam PageRequest page) {
        return listParkedAggregates.list(ParkedFilter.of(topic, cause), page);
    }

    /**
     * Shows where one aggregate stands: the last event applied, why it stopped, and what waits behind it. Contents are
     * masked; the look is kept in the audit log.
     *
     * @param topic topic of its events, for example {@code zizhi.qualification.v1}
     * @param aggregateId id of the aggregate, for example of a qualification
     */
    @GET
    @Path("/{topic}/{aggregateId}")
    @Operation(operationId = "inspectAggregate")
    @Refusal(status = 404, code = "AGGREGATE_NOT_FOUND", when = "No event of such an aggregate has come.")
    public Uni<AggregateView> inspect(@PathParam("topic") String topic, @PathParam("aggregateId") String aggregateId) {
        return inspectAggregate.inspect(topic, aggregateId, caller.get());
    }

    /**
     * Takes an aggregate up again where it stopped and shows where it stands then: further on, or parked again. In an
     * outage, or where very many events waited, it is parked no more and its events wait for nothing: they are applied in
     * the background. A second retry has no further effect.
     *
     * @param topic topic of its events, for example {@code zizhi.qualification.v1}
     * @param aggregateId id of the aggregate, for example of a qualification
     */
    @POST
    @Path("/{topic}/{aggregateId}/retry")
    @Operation(operationId = "retryAggregate")
    @Refusal(status = 404, code = "AGGREGATE_NOT_FOUND", when = "No event of such an aggregate has come.")
    public Uni<AggregateView> retry(@PathParam("topic") String topic, @PathParam("aggregateId") String aggregateId) {
        return retryAggregate.retry(topic, aggregateId, caller.get());
    }

    /** Takes up again all aggregates that stopped for one cause, 500 at once; their events are applied in the background. */
    @POST
    @Path("/retries")
    @Operation(operationId = "retryAllOfCause")
    @Refusal(status = 400, code = "TOPIC_UNKNOWN", when = "`topic` is none of the topics of the suite.")
    public Uni<RetriesView> retryAll(@NotNull(message = "BODY_REQUIRED") @Valid RetriesRequest request) {
        return retryAllOfCause.retry(request, caller.get());
    }
}
