package io.zizhi.review.worklist.claim;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.internal.Callers;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.openapi.Refusal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Claims, for document-service. */
@Path("/internal/v1/claims")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.SERVICE)
@Callers("document-service")
public class InternalClaimResource {

    private final FindClaim findClaim;

    public InternalClaimResource(FindClaim findClaim) {
        this.findClaim = findClaim;
    }

    /**
     * Checks whether a person may view a document now. This requires a live claim on a review whose revision, or an
     * earlier one of the same qualification or letter, contains the document. If there is one, counts the view, and
     * records that the person opens the document. Renews no lease.
     *
     * @param reviewerId the {@code sub} of the person's tokens
     * @param documentId the document
     * @param view {@code thumbnail} for a picture too small to read, which is counted but does not open the document
     */
    @GET
    @Operation(operationId = "findClaim")
    @Refusal(status = 400, code = "FIELD_REQUIRED", when = "`reviewerId` or `documentId` is missing.")
    @Refusal(
            status = 404,
            code = "CLAIM_NOT_FOUND",
            when = "There is no live claim, or the person has a conflict of interest.")
    @Refusal(
            status = 429,
            code = "VIEWING_LIMITED",
            when = "The person viewed documents too often, or too many documents, submissions or accounts.")
    public Uni<ClaimView> claim(
            @Parameter(required = true) @QueryParam("reviewerId") @Nullable String reviewerId,
            @Parameter(required = true) @QueryParam("documentId") @Nullable String documentId,
            @HeaderParam("Zizhi-View") @Nullable String view) {
        return findClaim.find(reviewerId, documentId, !"thumbnail".equals(view));
    }
}
