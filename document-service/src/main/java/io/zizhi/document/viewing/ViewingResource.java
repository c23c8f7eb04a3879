package io.zizhi.document.viewing;

import io.smallrye.mutiny.Uni;
import io.zizhi.document.storage.Document;
import io.zizhi.document.storage.DocumentView;
import io.zizhi.platform.identity.CurrentCaller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.openapi.Refusal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Views of one document. */
@Path("/v1/documents/{id}")
@Refusal(
        status = 404,
        code = "DOCUMENT_NOT_FOUND",
        when = "There is no such document, or it is not for the caller to see.")
public class ViewingResource {

    private final ShowDocument show;
    private final ViewContent view;
    private final CurrentCaller caller;

    ViewingResource(ShowDocument show, ViewContent view, CurrentCaller caller) {
        this.show = show;
        this.view = view;
        this.caller = caller;
    }

    /**
     * Shows what is known of a document of the own account, without its bytes.
     *
     * @param id id of the document, 32 hexadecimal digits
     */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.APPLICANT)
    @Operation(operationId = "getDocument")
    public Uni<DocumentView> show(@RestPath String id) {
        return show.show(caller.get(), id);
    }

    /**
     * Hands out the bytes of a document: to its owner, and to a reviewer or supervisor who holds a live claim on the
     * review that it belongs to. Every view is recorded with who, when and why before the first byte. A client that reads
     * too slowly is cut off.
     *
     * @param id id of the document, 32 hexadecimal digits
     * @param reason why staff need to see it, one line; owners need none
     */
    // The types of FileFormat, and a plain Response, whose type is known only with its document.
    @GET
    @Path("/content")
    @Produces({
        "image/jpeg",
        "image/png",
        "image/gif",
        "application/pdf",
        "application/msword",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    })
    @RolesAllowed({Roles.APPLICANT, Roles.REVIEWER, Roles.SUPERVISOR})
    @Operation(operationId = "getDocumentContent")
    @APIResponse(
            responseCode = "200",
            description = "The bytes, never to be kept.",
            headers = {
                @Header(
                        name = "Content-Disposition",
                        description = "`inline`, with a file name made of id and format.",
                        schema = @Schema(type = SchemaType.STRING)),
                @Header(
                        name = "Cache-Control",
                        description = "`no-store`.",
                        schema = @Schema(type = SchemaType.STRING)),
                @Header(
                        name = "X-Content-Type-Options",
                        description = "`nosniff`.",
                        schema = @Schema(type = SchemaType.STRING)),
                @Header(
                        name = "Content-Security-Policy",
                        description = "Nothing in it is run.",
                        schema = @Schema(type = SchemaType.STRING)),
                @Header(
                        name = "Cross-Origin-Resource-Policy",
                        description = "`same-origin`.",
                        schema = @Schema(type = SchemaType.STRING))
            })
    @Refusal(status = 400, code = "REASON_REQUIRED", when = "Staff gave no `reason`.")
    @Refusal(status = 400, code = "FIELD_TOO_LONG", when = "`reason` has more than 200 characters.")
    @Refusal(status = 400, code = "FIELD_INVALID", when = "`reason` is more than one line of text.")
    @Refusal(
            status = 403,
            code = "CLAIM_REQUIRED",
            when = "The caller holds no live claim on a review that holds the document.")
    @Refusal(status = 409, code = "DOCUMENT_QUARANTINED", when = "A scanner found something in it.")
    @Refusal(status = 410, code = "DOCUMENT_LOST", when = "Its stored bytes are lost. The operator is alerted.")
    @Refusal(status = 429, code = "VIEWS_BUSY", when = "The caller does not read what it has asked for already.")
    @Refusal(status = 502, code = "DOCUMENT_DAMAGED", when = "Its stored bytes are damaged. The operator is alerted.")
    @Refusal(status = 503, code = "STORAGE_UNAVAILABLE", when = "The document store does not answer.")
    @Refusal(status = 503, code = "VIEWS_BUSY", when = "Too many documents are being shown.")
    @Refusal(status = 503, code = "REVIEW_SERVICE_UNAVAILABLE", when = "It cannot be found out who holds a claim.")
    public Uni<Response> content(
            @RestPath String id, @Parameter(schema = @Schema(maxLength = 200)) @RestQuery @Nullable String reason) {
        return view.view(caller.get(), id, reason).map(ViewingResource::answer);
    }

    /** A browser shows it as the picture that it is and runs nothing of it, keeps nothing and lets no site embed it. */
    private static Response answer(Content content) {
        Document document = content.document();
        return Response.ok(content)
                .type(document.format().contentType())
                .header("Content-Disposition", "inline; filename=\"" + document.fileName() + "\"")
                .header("Cache-Control", "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .build();
    }
}
