package io.zizhi.platform.sample;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.internal.Callers;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.operations.reconciliation.published.MissingEventsRequest;
import io.zizhi.platform.operations.reconciliation.published.PublishedEvents;
import io.zizhi.platform.operations.reconciliation.published.PublishedVersions;
import io.zizhi.platform.operations.reconciliation.published.ResentEvents;
import io.zizhi.platform.operations.reconciliation.published.VersionsRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** Serves published events to the sample itself, which publishes and consumes the same topic. */
@Path("/internal/v1/published-events")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.SERVICE)
@Callers("platform")
public class InternalPublishedEventsResource {

    private final PublishedEvents events;

    @Inject
    InternalPublishedEventsResource(PublishedEvents events) {
        this.events = events;
    }

    /** Returns the last version of each aggregate. Aggregates without published events are left out. */
    @POST
    @Path("/versions")
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
    public Uni<ResentEvents> resend(@NotNull(message = "BODY_REQUIRED") @Valid MissingEventsRequest request) {
        return events.resend(request);
    }
}
