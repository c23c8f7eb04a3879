package io.zizhi.qualification.signing.carrierfiling;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.internal.Callers;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.openapi.Refusal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Documents of claimed carrier filings, for the copies of document-service. */
@Path("/internal/v1/carrier-filings/{id: [0-9]{1,16}}/documents")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.SERVICE)
@Callers("document-service")
public class FiledDocumentResource {

    private final FindFiledDocument find;

    FiledDocumentResource(FindFiledDocument find) {
        this.find = find;
    }

    /**
     * Checks that a document belongs to a carrier filing with a live claim, so that the filing system may get a copy of
     * it. Changes nothing.
     *
     * @param id id of the carrier filing
     * @param documentId id of the document, 32 hexadecimal digits
     */
    @POST
    @Path("/{documentId}")
    @Operation(operationId = "findFiledDocument")
    @Refusal(status = 404, code = "CARRIER_FILING_NOT_FOUND", when = "There is no such carrier filing.")
    @Refusal(status = 404, code = "DOCUMENT_NOT_FOUND", when = "The carrier filing has no such document.")
    @Refusal(
            status = 409,
            code = "CARRIER_FILING_NOT_CLAIMED",
            when = "The filing is not pending, another claim is newer, the lease has run out, or the signature was"
                    + " released.")
    public Uni<FiledDocumentView> find(
            @PathParam("id") long id,
            @PathParam("documentId") String documentId,
            @NotNull(message = "BODY_REQUIRED") @Valid CarrierFilingDataRequest request) {
        return find.handle(id, request.claimId(), documentId);
    }
}
