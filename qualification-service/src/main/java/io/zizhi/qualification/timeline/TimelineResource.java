package io.zizhi.qualification.timeline;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.CurrentCaller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.openapi.Refusal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The history of a qualification. */
@Path("/v1/qualifications/{id: [0-9]{1,16}}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.APPLICANT)
public class TimelineResource {

    private final ReadTimeline timeline;
    private final CurrentCaller caller;

    @Inject
    TimelineResource(ReadTimeline timeline, CurrentCaller caller) {
        this.timeline = timeline;
        this.caller = caller;
    }

    /**
     * Shows the history of a qualification, oldest act first.
     *
     * @param id id of the qualification
     */
    @GET
    @Path("/timeline")
    @Operation(operationId = "getTimeline")
    @Refusal(status = 404, code = "QUALIFICATION_NOT_FOUND", when = "The account has no such qualification.")
    public Uni<TimelineView> timeline(@PathParam("id") long id) {
        return timeline.handle(caller.get(), id);
    }
}
