package io.zizhi.review.decision.reasons;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The catalogue of reasons. Reviewers choose from it instead of writing free text. */
@Path("/v1/reasons")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.REVIEWER, Roles.SUPERVISOR, Roles.AUDITOR, Roles.OPERATOR})
public class ReasonResource {

    private final ReasonCatalogue catalogue;
    private final CannedTextRepository texts;

    public ReasonResource(ReasonCatalogue catalogue, CannedTextRepository texts) {
        this.catalogue = catalogue;
        this.texts = texts;
    }

    /**
     * Lists the reasons with their canned texts, the places that they can point to, and the kinds of document that can
     * be requested.
     */
    @GET
    @Operation(operationId = "listReasons")
    @WithSession
    public Uni<ReasonsView> reasons() {
        return texts.all().map(own -> ReasonsView.from(catalogue, own));
    }

    /** Lists what each reason means and what the applicant should do, and the names of the places, for every caller. */
    @GET
    @Path("/labels")
    @RolesAllowed({Roles.APPLICANT, Roles.REVIEWER, Roles.SUPERVISOR, Roles.AUDITOR, Roles.OPERATOR})
    @Operation(operationId = "listReasonLabels")
    public Uni<ReasonLabelsView> labels() {
        return Uni.createFrom().item(ReasonLabelsView.from(catalogue));
    }
}
