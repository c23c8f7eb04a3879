package io.zizhi.review.desk;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** Claims, for document-service. */
@Path("/internal/v1/claims")
@RolesAllowed(Roles.SERVICE)
public class ClaimResource {

    private final FindClaim findClaim;

    @Inject
    public ClaimResource(FindClaim findClaim) {
        this.findClaim = findClaim;
    }

    @GET
    public Uni<ClaimView> claim(
            @QueryParam("reviewerId") @Nullable String reviewerId,
            @QueryParam("documentId") @Nullable String documentId) {
        return findClaim.find(reviewerId, documentId);
    }
}
