package io.zizhi.qualification.submission;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** Submitted revisions, for the other services. */
@Path("/internal/v1/submissions")
@RolesAllowed(Roles.SERVICE)
public class InternalSubmissionResource {

    private final ReadSubmission readSubmission;

    @Inject
    InternalSubmissionResource(ReadSubmission readSubmission) {
        this.readSubmission = readSubmission;
    }

    @GET
    @Path("/{workOrder: [0-9]{1,16}}")
    public Uni<SubmittedSnapshotView> get(@PathParam("workOrder") long workOrder) {
        return readSubmission.handle(workOrder);
    }
}
