package io.zizhi.document.recognition;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.internal.Callers;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.openapi.Refusal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Recognised fields of a document, for the services that compare them with a form. */
@Path("/internal/v1/documents/{id}/recognition")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.SERVICE)
@Callers({"qualification-service", "review-service"})
public class PeerRecognitionResource {

    private final FindRecognition find;

    PeerRecognitionResource(FindRecognition find) {
        this.find = find;
    }

    /**
     * Returns what was recognised in the picture of a document, without waiting. Values are personal data: do not log
     * them.
     *
     * @param id id of the document, 32 hexadecimal digits
     * @param accountId owner of the document
     */
    @GET
    @Operation(operationId = "getRecognition")
    @Refusal(status = 404, code = "DOCUMENT_NOT_FOUND", when = "No such document, or it belongs to another account.")
    @Refusal(status = 400, code = "FIELD_REQUIRED", when = "`accountId` is missing.")
    public Uni<PeerRecognitionView> show(
            @RestPath String id, @Parameter(required = true) @RestQuery @Nullable String accountId) {
        if (accountId == null) {
            throw Problems.badRequest("FIELD_REQUIRED", "?accountId", "The query parameter `accountId` is required.");
        }
        return find.find(accountId, id).map(PeerRecognitionView::from);
    }
}
