package io.zizhi.qualification.catalogue.timeline;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.Page;
import io.zizhi.platform.http.PageRequest;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.identity.CurrentCaller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.openapi.Refusal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

@Path("/v1/qualifications/{id: [0-9]{1,16}}")
@Produces(MediaType.APPLICATION_JSON)
public class TimelineResource {

    private final TimelineAccess access;
    private final ReadTimeline timeline;
    private final CurrentCaller caller;

    TimelineResource(TimelineAccess access, ReadTimeline timeline, CurrentCaller caller) {
        this.access = access;
        this.timeline = timeline;
        this.caller = caller;
    }

    /**
     * Returns the history of a qualification, oldest first: who did what and when, and which fields changed.
     * Supervisors and auditors may read it for all accounts, including deleted qualifications. Reviewers may read it
     * while they hold the claim on the review. Staff also see which reviewer acted; reviewers' notes are part of the
     * review.
     *
     * @param id id of the qualification
     */
    @GET
    @Path("/timeline")
    @RolesAllowed({Roles.APPLICANT, Roles.REVIEWER, Roles.SUPERVISOR, Roles.AUDITOR})
    @Operation(operationId = "getTimeline")
    @Refusal(
            status = 403,
            code = "CLAIM_REQUIRED",
            when = "The reviewer does not hold a live claim on the review of the qualification.")
    @Refusal(status = 404, code = "QUALIFICATION_NOT_FOUND", when = "The account has no such qualification.")
    @Refusal(status = 503, code = "REVIEW_SERVICE_UNAVAILABLE", when = "Claims cannot be checked now; retry later.")
    public Uni<Page<EntryView>> timeline(@PathParam("id") long id, @BeanParam PageRequest page) {
        Caller reader = caller.get();
        return access.requireReader(reader, id).chain(() -> timeline.handle(reader, id, page));
    }
}
