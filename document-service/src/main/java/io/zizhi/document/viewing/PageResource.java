package io.zizhi.document.viewing;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.zizhi.document.viewing.pages.PageSize;
import io.zizhi.document.viewing.record.ViewReason;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.identity.CurrentCaller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.identity.stepup.StepUp;
import io.zizhi.platform.openapi.Refusal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
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

/** Pages of one document. */
@Path("/v1/documents/{id}/pages")
@RolesAllowed({Roles.APPLICANT, Roles.REVIEWER, Roles.SUPERVISOR})
@Refusal(status = 404, code = "DOCUMENT_NOT_FOUND", when = "No such document, or the caller may not see it.")
public class PageResource {

    private final ViewPage view;
    private final CurrentCaller caller;
    private final SecurityIdentity identity;

    PageResource(ViewPage view, CurrentCaller caller, SecurityIdentity identity) {
        this.view = view;
        this.caller = caller;
        this.identity = identity;
    }

    /**
     * Shows a page of a document as PNG, to its owner, or to a reviewer or supervisor with a live claim on its review.
     * For staff, the page has a watermark with person, work order, time and the mark of the view. A picture has one
     * page. Each view is recorded before the first byte is sent. Small pictures count as views too, but up to a width of
     * 240 pixels they do not count as opening the document; they are at most 240 pixels high.
     *
     * @param id id of the document, 32 hexadecimal digits
     * @param number number of the page, from 1
     * @param width wanted width in pixels, 64 to 2,000; the page is narrower if the original is, or if it is very tall
     * @param reason reason of a staff view, not {@code EXPORT}, which is only recorded; not needed by owners
     */
    // A plain Response, because the number of pages is known only with the page.
    @GET
    @Path("/{number}")
    @Produces("image/png")
    @StepUp
    @Operation(operationId = "getDocumentPage")
    @APIResponse(
            responseCode = "200",
            description = "The page, which must not be stored.",
            headers = {
                @Header(
                        name = "Page-Count",
                        description = "Number of pages of the document.",
                        schema = @Schema(type = SchemaType.INTEGER, format = "int32")),
                @Header(name = "Cache-Control", description = "`no-store`.", schema = @Schema(type = SchemaType.STRING))
            })
    @Refusal(status = 400, code = "REASON_REQUIRED", when = "`reason` is missing; staff must give one.")
    @Refusal(status = 400, code = "REASON_UNKNOWN", when = "`reason` is not of the list.")
    @Refusal(status = 400, code = "PARAMETER_INVALID", when = "`width` is not a whole number from 64 to 2,000.")
    @Refusal(status = 403, code = "CLAIM_REQUIRED", when = "The caller has no live claim on a review of the document.")
    @Refusal(status = 404, code = "PAGE_NOT_FOUND", when = "The document has fewer pages.")
    @Refusal(status = 409, code = "DOCUMENT_PENDING_SCAN", when = "A DOC or DOCX is shown only after the malware scan.")
    @Refusal(status = 409, code = "DOCUMENT_QUARANTINED", when = "The malware scan found a threat in the document.")
    @Refusal(
            status = 409,
            code = "DOWNLOAD_ONLY",
            when = "The document is a DOC or DOCX, and this installation cannot show it as pages.")
    @Refusal(status = 410, code = "DOCUMENT_LOST", when = "The stored bytes are lost. The operator is alerted.")
    @Refusal(
            status = 422,
            code = "PAGE_UNREADABLE",
            when = "The file is damaged, protected by a password, or contains something that cannot be shown.")
    @Refusal(status = 422, code = "PAGE_TOO_COMPLEX", when = "The page takes too much time or memory.")
    @Refusal(
            status = 429,
            code = "PAGES_LIMITED",
            when = "The account has used up its time for rendering pages. Continue after `Retry-After`.")
    @Refusal(status = 429, code = "VIEWS_BUSY", when = "The caller has too many unread views.")
    @Refusal(
            status = 429,
            code = "VIEWING_LIMITED",
            when = "The caller viewed documents of others too often, or too many documents, submissions or accounts."
                    + " Continue after `Retry-After`, or when a supervisor has lifted the limit.")
    @Refusal(status = 502, code = "DOCUMENT_DAMAGED", when = "The stored bytes are damaged. The operator is alerted.")
    @Refusal(status = 503, code = "STORAGE_UNAVAILABLE", when = "The document store does not answer.")
    @Refusal(status = 503, code = "VIEWS_BUSY", when = "Too many views are in progress.")
    @Refusal(status = 503, code = "PAGES_UNAVAILABLE", when = "The process that renders pages ended unexpectedly.")
    @Refusal(status = 503, code = "REVIEW_SERVICE_UNAVAILABLE", when = "The claim cannot be checked.")
    public Uni<Response> page(
            @RestPath String id,
            @Parameter(schema = @Schema(type = SchemaType.INTEGER, format = "int32", minimum = "1")) @RestPath
                    String number,
            @Parameter(
                            schema =
                                    @Schema(
                                            type = SchemaType.INTEGER,
                                            format = "int32",
                                            minimum = "64",
                                            maximum = "2000",
                                            defaultValue = "1200"))
                    @RestQuery
                    @Nullable
                    String width,
            @Parameter(schema = @Schema(implementation = ViewReason.class)) @RestQuery @Nullable String reason) {
        return view.view(caller.get(), identity.getPrincipal().getName(), id, number(number), width(width), reason)
                .map(page -> page.content()
                        .toResponse()
                        .header("Page-Count", page.pages())
                        .build());
    }

    private static int number(String number) {
        if (!number.matches("[1-9]\\d{0,5}")) {
            throw ViewPage.noSuchPage();
        }
        return Integer.parseInt(number);
    }

    private static int width(@Nullable String width) {
        if (width == null) {
            return PageSize.USUAL_WIDTH;
        }
        if (!width.matches("\\d{2,4}")
                || Integer.parseInt(width) < PageSize.SMALLEST_WIDTH
                || Integer.parseInt(width) > PageSize.LARGEST_WIDTH) {
            throw Problems.badRequest("PARAMETER_INVALID", "?width", "`width` must be a whole number from 64 to 2000.");
        }
        return Integer.parseInt(width);
    }
}
