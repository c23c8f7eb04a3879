package io.zizhi.document.viewing;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.zizhi.document.storage.DocumentView;
import io.zizhi.document.viewing.record.StaffViewView;
import io.zizhi.document.viewing.record.ViewReason;
import io.zizhi.platform.http.Page;
import io.zizhi.platform.http.PageRequest;
import io.zizhi.platform.identity.CurrentCaller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.identity.stepup.StepUp;
import io.zizhi.platform.openapi.Refusal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
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
@Refusal(status = 404, code = "DOCUMENT_NOT_FOUND", when = "No such document, or the caller may not see it.")
public class ViewingResource {

    private final ShowDocument show;
    private final ViewContent view;
    private final ListViews views;
    private final CurrentCaller caller;
    private final SecurityIdentity identity;

    ViewingResource(
            ShowDocument show, ViewContent view, ListViews views, CurrentCaller caller, SecurityIdentity identity) {
        this.show = show;
        this.view = view;
        this.views = views;
        this.caller = caller;
        this.identity = identity;
    }

    /**
     * Shows the metadata of a document of the caller's account, without its bytes.
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
     * Lists when staff viewed a document of the caller's account, newest first, in which role and why. Names of staff are
     * not shown. The list outlives the document.
     *
     * @param id id of the document, 32 hexadecimal digits
     */
    @GET
    @Path("/views")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.APPLICANT)
    @Operation(operationId = "listStaffViews")
    public Uni<Page<StaffViewView>> views(@RestPath String id, @BeanParam PageRequest page) {
        return views.list(caller.get(), id, page);
    }

    /**
     * Returns the bytes of a document to its owner. A reviewer or supervisor with a live claim on its review gets a
     * picture as PNG with a watermark, like {@code getDocumentPage}; a DOC or DOCX that this installation cannot show as
     * pages as it is, after a clean scan; and no other original. Each view is recorded with viewer, time and reason
     * before the first byte is sent. A client that reads too slowly is cut off.
     *
     * @param id id of the document, 32 hexadecimal digits
     * @param reason reason of a staff view, not {@code EXPORT}, which is only recorded; not needed by owners
     */
    // The media types of FileFormat. A plain Response, because the type is known only with the document.
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
    @StepUp
    @Operation(operationId = "getDocumentContent")
    @APIResponse(
            responseCode = "200",
            description = "The bytes, which must not be stored.",
            headers = {
                @Header(
                        name = "Content-Disposition",
                        description = "`inline`, with a file name built from id and format.",
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
                        description = "Forbids scripts and other active content.",
                        schema = @Schema(type = SchemaType.STRING)),
                @Header(
                        name = "Cross-Origin-Resource-Policy",
                        description = "`same-origin`.",
                        schema = @Schema(type = SchemaType.STRING))
            })
    @Refusal(status = 400, code = "REASON_REQUIRED", when = "`reason` is missing; staff must give one.")
    @Refusal(status = 400, code = "REASON_UNKNOWN", when = "`reason` is not of the list.")
    @Refusal(status = 403, code = "CLAIM_REQUIRED", when = "The caller has no live claim on a review of the document.")
    @Refusal(status = 409, code = "PAGES_ONLY", when = "Staff must view this document page by page.")
    @Refusal(
            status = 409,
            code = "DOCUMENT_PENDING_SCAN",
            when = "Staff may download the document only after the malware scan.")
    @Refusal(status = 409, code = "DOCUMENT_QUARANTINED", when = "The malware scan found a threat in the document.")
    @Refusal(status = 410, code = "DOCUMENT_LOST", when = "The stored bytes are lost. The operator is alerted.")
    @Refusal(status = 422, code = "PAGE_UNREADABLE", when = "Staff only: the picture is damaged.")
    @Refusal(status = 422, code = "PAGE_TOO_COMPLEX", when = "Staff only: the picture takes too much time or memory.")
    @Refusal(status = 429, code = "VIEWS_BUSY", when = "The caller has too many unread views.")
    @Refusal(
            status = 429,
            code = "VIEWING_LIMITED",
            when = "The caller viewed documents of others too often, or too many documents, submissions or accounts."
                    + " Continue after `Retry-After`, or when a supervisor has lifted the limit.")
    @Refusal(status = 502, code = "DOCUMENT_DAMAGED", when = "The stored bytes are damaged. The operator is alerted.")
    @Refusal(status = 503, code = "STORAGE_UNAVAILABLE", when = "The document store does not answer.")
    @Refusal(status = 503, code = "VIEWS_BUSY", when = "Too many views are in progress.")
    @Refusal(
            status = 503,
            code = "PAGES_UNAVAILABLE",
            when = "Staff only: the process that renders the picture ended unexpectedly.")
    @Refusal(status = 503, code = "REVIEW_SERVICE_UNAVAILABLE", when = "The claim cannot be checked.")
    public Uni<Response> content(
            @RestPath String id,
            @Parameter(schema = @Schema(implementation = ViewReason.class)) @RestQuery @Nullable String reason) {
        return view.view(caller.get(), identity.getPrincipal().getName(), id, reason)
                .map(content -> content.toResponse().build());
    }
}
