package io.zizhi.review.peer.reconciliation;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.internal.Callers;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.openapi.Refusal;
import io.zizhi.platform.operations.reconciliation.published.MissingEventsRequest;
import io.zizhi.platform.operations.reconciliation.published.PublishedEvents;
import io.zizhi.platform.operations.reconciliation.published.PublishedVersions;
import io.zizhi.platform.operations.reconciliation.published.ResentEvents;
import io.zizhi.platform.operations.reconciliation.published.VersionsRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Lists and resends published events for the services that consume them. */
@Path("/internal/v1/published-events")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.SERVICE)
@Callers({"notification-service", "qualification-service"})
public class PublishedEventsResource {

    private final PublishedEvents events;

    PublishedEventsResource(PublishedEvents events) {
        this.events = events;
    }

    /** Returns the last version of each aggregate. Aggregates without published events are omitted. */
    @POST
    @Path("/versions")
    @Operation(operationId = "readPublishedVersions")
    @Refusal(status = 400, code = "TOPIC_UNKNOWN", when = "`topic` is not a topic of the suite.")
    public Uni<PublishedVersions> versions(@NotNull(message = "BODY_REQUIRED") @Valid VersionsRequest request) {
        return events.versions(request);
    }

    /**
     * Returns the next 500 aggregates of a topic with the last version that consumers should have applied. Events sent
     * a moment ago are not counted yet.
     *
     * @param topic topic of the aggregates
     * @param after id of the last aggregate of the previous page; omit it for the first page
     */
    @GET
    @Path("/aggregates")
    @Operation(operationId = "listPublishedAggregates")
    @Refusal(status = 400, code = "TOPIC_UNKNOWN", when = "`topic` is not a topic of the suite.")
    @Refusal(status = 400, code = "PARAMETER_INVALID", when = "`after` is not a valid id; see `errors`.")
    public Uni<PublishedVersions> aggregates(
            @QueryParam("topic") @Nullable String topic, @QueryParam("after") @Nullable String after) {
        return events.page(topic, after);
    }

    /**
     * Resends all events after the given versions, in parallel with new events and at a limited rate. Skips aggregates
     * for which one of these events was already purged.
     */
    @POST
    @Path("/resends")
    @Operation(operationId = "resendMissingEvents")
    @Refusal(status = 400, code = "TOPIC_UNKNOWN", when = "`topic` is not a topic of the suite.")
    public Uni<ResentEvents> resend(@NotNull(message = "BODY_REQUIRED") @Valid MissingEventsRequest request) {
        return events.resend(request);
    }
}
