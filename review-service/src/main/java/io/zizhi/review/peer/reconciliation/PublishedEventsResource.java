package io.zizhi.review.peer.reconciliation;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.internal.Callers;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.openapi.Refusal;
import io.zizhi.platform.operations.reconciliation.MissingEventsRequest;
import io.zizhi.platform.operations.reconciliation.PublishedEvents;
import io.zizhi.platform.operations.reconciliation.PublishedVersions;
import io.zizhi.platform.operations.reconciliation.ResentEvents;
import io.zizhi.platform.operations.reconciliation.VersionsRequest;
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

/** The published events, for the services that consume them. */
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
     * Returns the next 500 aggregates of a topic with the last version that consumers should have applied by now. Events that
     * were sent a moment ago do not count yet.
     *
     * @param topic topic of the aggregates
     * @param after id of the last aggregate of the page before; without it the first page is returned
     */
    @GET
    @Path("/aggregates")
    @Operation(operationId = "listPublishedAggregates")
    @Refusal(status = 400, code = "TOPIC_UNKNOWN", when = "`topic` is not a topic of the suite.")
    @Refusal(status = 400, code = "PARAMETER_INVALID", when = "`after` is not an id; `errors` says why.")
    public Uni<PublishedVersions> aggregates(
            @QueryParam("topic") @Nullable String topic, @QueryParam("after") @Nullable String after) {
        return events.page(topic, after);
    }

    /**
     * Sends the events after the given versions again, alongside new ones and at a bounded rate. Aggregates are left
     * out if any of these events was already cleaned up.
     */
    @POST
    @Path("/resends")
    @Operation(operationId = "resendMissingEvents")
    @Refusal(status = 400, code = "TOPIC_UNKNOWN", when = "`topic` is not a topic of the suite.")
    public Uni<ResentEvents> resend(@NotNull(message = "BODY_REQUIRED") @Valid MissingEventsRequest request) {
        return events.resend(request);
    }
}
