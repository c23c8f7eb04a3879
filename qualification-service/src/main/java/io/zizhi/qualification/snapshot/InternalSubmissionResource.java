package io.zizhi.qualification.snapshot;

import io.smallrye.mutiny.Uni;
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

/** Submitted revisions, for the other services. */
@Path("/internal/v1/submissions")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.SERVICE)
public class InternalSubmissionResource {

    private final ReadSubmission readSubmission;

    @Inject
    InternalSubmissionResource(ReadSubmission readSubmission) {
        this.readSubmission = readSubmission;
    }

    /**
     * Shows a submitted revision to the review desk, personal data masked.
     *
     * @param workOrder work order of the revision
     */
    @GET
    @Path("/{workOrder: [0-9]{1,16}}")
    @Operation(operationId = "getSubmission")
    @Refusal(status = 404, code = "WORK_ORDER_NOT_FOUND", when = "There is no such work order.")
    public Uni<SubmittedSnapshotView> get(@PathParam("workOrder") long workOrder) {
        return readSubmission.handle(workOrder);
    }
}
