package io.zizhi.review.reporting.unfinished;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The work that is not finished. */
@Path("/v1/reviews/figures/open-work")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.REVIEWER, Roles.SUPERVISOR, Roles.AUDITOR})
public class UnfinishedWorkResource {

    private final MeasureUnfinishedWork measureUnfinishedWork;

    public UnfinishedWorkResource(MeasureUnfinishedWork measureUnfinishedWork) {
        this.measureUnfinishedWork = measureUnfinishedWork;
    }

    /**
     * Tells how much is not finished at this moment, how old it is, how far its clock has got, what nobody has touched yet, and
     * how many reviewers are at it; of each clock policy and of all.
     */
    @GET
    @Operation(operationId = "getOpenWork")
    public Uni<UnfinishedWorkView> unfinishedWork() {
        return measureUnfinishedWork.measure().map(UnfinishedWorkView::from);
    }
}
