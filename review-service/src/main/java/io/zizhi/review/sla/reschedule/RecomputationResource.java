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

/** What changes of policies and of the calendar do to reviews that are not finished. */
@Path("/v1/clock/recomputations")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.SUPERVISOR, Roles.AUDITOR, Roles.OPERATOR})
public class RecomputationResource {

    private final RecomputationRepository recomputations;

    RecomputationResource(RecomputationRepository recomputations) {
        this.recomputations = recomputations;
    }

    /**
     * Shows how far a change of a policy or of the calendar has been carried to the reviews that are not finished.
     *
     * @param id the {@code revision} that the change was answered with
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
