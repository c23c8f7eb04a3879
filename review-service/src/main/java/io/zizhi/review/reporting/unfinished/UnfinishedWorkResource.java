package io.zizhi.review.reporting.unfinished;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The unfinished reviews. */
@Path("/v1/reviews/figures/open-work")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.REVIEWER, Roles.SUPERVISOR, Roles.AUDITOR})
public class UnfinishedWorkResource {

    private final MeasureUnfinishedWork measureUnfinishedWork;

    public UnfinishedWorkResource(MeasureUnfinishedWork measureUnfinishedWork) {
        this.measureUnfinishedWork = measureUnfinishedWork;
    }

    /**
     * Returns the current number of unfinished reviews, their age, the stages that their clocks reached, how many
     * nobody has claimed yet, and how many reviewers are working. Figures are given per clock policy and in total.
     */
    @GET
    @Operation(operationId = "getOpenWork")
    public Uni<UnfinishedWorkView> unfinishedWork() {
        return measureUnfinishedWork.measure().map(UnfinishedWorkView::from);
    }
}
