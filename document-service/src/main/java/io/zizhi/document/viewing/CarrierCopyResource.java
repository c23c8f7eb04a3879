package io.zizhi.document.viewing;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.internal.Callers;
import io.zizhi.platform.identity.CurrentCaller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.openapi.Refusal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;

/** Copies of documents for carriers, taken by the filing system. */
@Path("/internal/v1/documents/{id}/carrier-copies")
@RolesAllowed(Roles.CARRIER_FILING_SYSTEM)
@Callers(roles = Roles.CARRIER_FILING_SYSTEM)
public class CarrierCopyResource {

    private final CopyForCarrier copies;
    private final CurrentCaller caller;

    CarrierCopyResource(CopyForCarrier copies, CurrentCaller caller) {
        this.copies = copies;
        this.caller = caller;
    }

    /**
     * Returns a copy of a document that a claimed carrier filing names: a page as PNG, at most 2,000 pixels wide, with a
     * watermark that names purpose, carrier, filing, time and the mark of the view. A picture has one page. Without
     * {@code page} it returns the original, after a clean scan, for the carriers of
     * {@code zizhi.carrier-copies.originals-for} only. Each copy is recorded as a view with the reason `CARRIER_FILING`
     * before the first byte is sent. Do not store it longer than the carrier needs.
     *
     * @param id id of the document, 32 hexadecimal digits
     */
    // The media types of FileFormat. A plain Response, because type and number of pages are known only with the copy.
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces({
        "image/png",
        "image/jpeg",
        "image/gif",
        "application/pdf",
        "application/msword",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    })
    @Operation(operationId = "copyForCarrier")
    @APIResponse(
            responseCode = "200",
            description = "The page or the original.",
            headers = {
                @Header(
                        name = "Page-Count",
                        description = "Number of pages of the document; absent for an original.",
                        schema = @Schema(type = SchemaType.INTEGER, format = "int32")),
                @Header(name = "Cache-Control", description = "`no-store`.", schema = @Schema(type = SchemaType.STRING))
            })
    @Refusal(
            status = 404,
            code = "DOCUMENT_NOT_FOUND",
            when = "No such document or carrier filing, or the filing does not name the document.")
    @Refusal(status = 404, code = "PAGE_NOT_FOUND", when = "The document has fewer pages.")
    @Refusal(
            status = 409,
            code = "CARRIER_FILING_NOT_CLAIMED",
            when = "The filing is not pending, another claim is newer, the lease has run out, or the signature was"
                    + " released.")
    @Refusal(status = 409, code = "PAGES_ONLY", when = "The carrier gets no originals.")
    @Refusal(
            status = 409,
            code = "DOWNLOAD_ONLY",
            when = "The document is a DOC or DOCX, and this installation cannot show it as pages.")
    @Refusal(
            status = 409,
            code = "DOCUMENT_PENDING_SCAN",
            when = "An original, or a page of a DOC or DOCX, is given only after the malware scan.")
    @Refusal(status = 409, code = "DOCUMENT_QUARANTINED", when = "The malware scan found a threat in the document.")
    @Refusal(status = 410, code = "DOCUMENT_LOST", when = "The stored bytes are lost. The operator is alerted.")
    @Refusal(
            status = 422,
            code = "PAGE_UNREADABLE",
            when = "The file is damaged, protected by a password, or contains something that cannot be shown.")
    @Refusal(status = 422, code = "PAGE_TOO_COMPLEX", when = "The page takes too much time or memory.")
    @Refusal(status = 429, code = "VIEWS_BUSY", when = "The caller has too many unread copies.")
    @Refusal(status = 502, code = "DOCUMENT_DAMAGED", when = "The stored bytes are damaged. The operator is alerted.")
    @Refusal(status = 503, code = "STORAGE_UNAVAILABLE", when = "The document store does not answer.")
    @Refusal(status = 503, code = "VIEWS_BUSY", when = "Too many views are in progress.")
    @Refusal(status = 503, code = "PAGES_UNAVAILABLE", when = "The process that renders pages ended unexpectedly.")
    @Refusal(status = 503, code = "QUALIFICATION_SERVICE_UNAVAILABLE", when = "The claim cannot be checked.")
    public Uni<Response> copy(
            @RestPath String id, @NotNull(message = "BODY_REQUIRED") @Valid CarrierCopyRequest request) {
        Integer number = request.page();
        return number == null
                ? copies.original(caller.get(), id, request)
                        .map(content -> content.toResponse().build())
                : copies.page(caller.get(), id, request, number)
                        .map(page -> page.content()
                                .toResponse()
                                .header("Page-Count", page.pages())
                                .build());
    }
}
