package io.zizhi.document.intake.identical;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.internal.Callers;
import io.zizhi.platform.identity.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Identical documents, for the review desk. */
@Path("/internal/v1/documents/identical")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.SERVICE)
@Callers("review-service")
public class IdenticalResource {

    private final FindIdentical findIdentical;

    IdenticalResource(FindIdentical findIdentical) {
        this.findIdentical = findIdentical;
    }

    /** Returns the documents that are byte-identical to a document of another account. Changes nothing. */
    @POST
    @Operation(operationId = "findIdenticalDocuments")
    public Uni<IdenticalView> find(@NotNull(message = "BODY_REQUIRED") @Valid IdenticalRequest request) {
        return findIdentical.find(request.documentIds());
    }
}
