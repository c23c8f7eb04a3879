package io.zizhi.review.sla.reschedule;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.openapi.Refusal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Recomputations of unfinished reviews after changes of the clock's settings. */
@Path("/v1/clock/recomputations")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.SUPERVISOR, Roles.AUDITOR, Roles.OPERATOR})
public class RecomputationResource {

    private final RecomputationRepository recomputations;

    RecomputationResource(RecomputationRepository recomputations) {
        this.recomputations = recomputations;
    }

    /**
     * Shows the progress of recomputing unfinished reviews after a change of a policy, the policy allocation or the
     * calendar.
     *
     * @param id the {@code revision} in the answer to the change
     */
    @GET
    @Path("/{id}")
    @Operation(operationId = "getClockRecomputation")
    @Refusal(status = 404, code = "RECOMPUTATION_NOT_FOUND", when = "There is no revision of this number.")
    @WithSession
    public Uni<RecomputationView> recomputation(@PathParam("id") long id) {
        return recomputations.require(id).map(RecomputationView::from);
    }
}
