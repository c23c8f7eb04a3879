package io.zizhi.review.decision;

import io.smallrye.common.annotation.NonBlocking;
import io.zizhi.platform.identity.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The catalogue of reasons, so that a reviewer chooses instead of writing prose. */
@Path("/v1/reasons")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.REVIEWER, Roles.SUPERVISOR, Roles.AUDITOR, Roles.OPERATOR})
public class ReasonResource {

    private final ReasonCatalogue catalogue;

    @Inject
    public ReasonResource(ReasonCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Lists the reasons that a reviewer can choose from, and the kinds of document that can be asked for. */
    @GET
    @NonBlocking
    @Operation(operationId = "listReasons")
    public ReasonCatalogue reasons() {
        return catalogue;
    }
}
