package io.zizhi.qualification.outcome.restriction.reason;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Provides the catalogue of reasons for suspensions, reinstatements and revocations. */
@Path("/v1/restriction-reasons")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
public class RestrictionReasonResource {

    /** Lists the reasons with the acts that they can justify, and advice for the applicant. */
    @GET
    @Operation(operationId = "listRestrictionReasons")
    public Uni<RestrictionReasonsView> catalogue() {
        return Uni.createFrom().item(RestrictionReasonsView.catalogue());
    }
}
