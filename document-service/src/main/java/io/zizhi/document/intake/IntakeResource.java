package io.zizhi.document.intake;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.zizhi.document.storage.DocumentKind;
import io.zizhi.document.storage.DocumentView;
import io.zizhi.document.storage.FileNames;
import io.zizhi.platform.identity.CurrentCaller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.openapi.Refusal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Uploads: the request body is the file. */
@Path("/v1/documents")
@Produces(MediaType.APPLICATION_JSON)
public class IntakeResource {

    private final UploadDocument upload;
    private final CurrentCaller caller;
    private final CurrentVertxRequest request;
    private final FileNames names;

    IntakeResource(UploadDocument upload, CurrentCaller caller, CurrentVertxRequest request, FileNames names) {
        this.upload = upload;
        this.names = names;
        this.caller = caller;
        this.request = request;
    }

    /**
     * Uploads a document: the body is the file, at most 5,242,880 bytes. The format is detected from the bytes. {@code
     * Content-Type} must agree with it; {@code application/octet-stream} declares nothing. Certificates, identity
     * documents and letters must be JPEG, PNG or GIF, further material JPEG, PNG, PDF, DOC or DOCX. Images of
     * certificates and letters need at least 600 x 400 pixels, images of identity documents 300 x 200. A letter must
     * always bear the red seal of the company. A colour photo of any other original needs no seal; a copy or a
     * black-and-white picture needs the red seal and is then photographed. {@code colour} tells whether the picture has
     * colours. Pictures are stored upright and without metadata: JPEG as JPEG, PNG and GIF as PNG, with at most 9
     * megapixels. {@code uploadedSha256} is the digest of the file as sent, {@code sha256} that of the stored bytes.
     * PDF and Word files are stored unchanged; those with actions, macros, other files, encryption or content from
     * elsewhere are refused. An upload that no draft, sheet or submission names is removed after {@code
     * neverNamedForSeconds} of {@code getDocumentOffer}, by default 24 hours. A named document that no submission uses is
     * removed {@code unusedForSeconds}, by default 30 days, after its last check for a draft.
     *
     * @param kind kind of document
     * @param contentDisposition name of the file, by which sheets may refer to it: {@code attachment;
     *     filename*=UTF-8''licence.jpg} (RFC 6266), at most 255 characters
     */
    // The body is not a parameter: Quarkus would buffer it first, or block a thread while it arrives.
    @POST
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(Roles.APPLICANT)
    @Operation(operationId = "uploadDocument")
    @RequestBody(
            required = true,
            description = "The file.",
            content = {
                @Content(mediaType = "image/jpeg", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "image/png", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "image/gif", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "application/pdf", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(
                        mediaType = "application/msword",
                        schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(
                        mediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                        schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(
                        mediaType = "application/octet-stream",
                        schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(responseCode = "201", description = "The document, without its bytes.")
    @Refusal(status = 400, code = "FIELD_REQUIRED", when = "`kind` is missing.")
    @Refusal(status = 400, code = "KIND_UNKNOWN", when = "`kind` is unknown.")
    @Refusal(status = 400, code = "DOCUMENT_EMPTY", when = "The body is empty.")
    @Refusal(status = 400, code = "CONTENT_TYPE_MISMATCH", when = "The format of the file differs from `Content-Type`.")
    @Refusal(status = 400, code = "FILE_NAME_TOO_LONG", when = "The file name has more than 255 characters.")
    @Refusal(status = 400, code = "FILE_NAME_INVALID", when = "The file name is not percent-encoded UTF-8.")
    @Refusal(status = 400, code = "UPLOAD_INTERRUPTED", when = "The body ended before it was complete.")
    @Refusal(status = 400, code = "UPLOAD_TOO_SLOW", when = "The body arrived too slowly.")
    @Refusal(
            status = 400,
            code = "IMAGE_TOO_LARGE",
            when = "The image has more than 12,000 pixels per side or 40 megapixels; a progressive JPEG, or a PNG with"
                    + " 16 bits for each colour, more than 16.")
    @Refusal(
            status = 400,
            code = "IMAGE_TOO_SMALL",
            when = "The image has fewer pixels than its kind needs; `detail` names the bound.")
    @Refusal(status = 400, code = "IMAGE_UNREADABLE", when = "The image is damaged.")
    @Refusal(status = 400, code = "IMAGE_TRUNCATED", when = "The image is incomplete.")
    @Refusal(status = 400, code = "IMAGE_BLANK", when = "The image has nearly one colour only.")
    @Refusal(
            status = 400,
            code = "IMAGE_COLOURS_UNSUPPORTED",
            when = "The image has the colours of a printing press (CMYK).")
    @Refusal(
            status = 400,
            code = "FILE_TRAILING_BYTES",
            when = "The file continues after its end, or has bytes that belong to none of its parts.")
    @Refusal(
            status = 400,
            code = "FILE_POLYGLOT",
            when = "The file contains a second file: a ZIP, a RAR or a PDF file.")
    @Refusal(
            status = 400,
            code = "FILE_EXPANDS_TOO_MUCH",
            when = "The compressed parts of the file are far larger than the file.")
    @Refusal(
            status = 400,
            code = "PDF_PICTURES_UNSUPPORTED",
            when = "The PDF contains pictures in JPEG 2000 or JBIG2, which cannot be shown for the review.")
    @Refusal(
            status = 400,
            code = "PDF_ACTIVE",
            when = "The PDF contains actions, forms or links that do more than show pages; `detail` names one.")
    @Refusal(status = 400, code = "PDF_EMBEDDED_FILES", when = "The PDF contains other files, or takes data from them.")
    @Refusal(status = 400, code = "PDF_ENCRYPTED", when = "The PDF is encrypted.")
    @Refusal(status = 400, code = "PDF_UNREADABLE", when = "The PDF is damaged or unusual.")
    @Refusal(status = 400, code = "WORD_MACROS", when = "The Word file contains macros.")
    @Refusal(status = 400, code = "WORD_EMBEDDED_OBJECTS", when = "The Word file contains objects of other programs.")
    @Refusal(
            status = 400,
            code = "WORD_EXTERNAL_CONTENT",
            when = "The Word file loads a template, a picture or other content from elsewhere.")
    @Refusal(
            status = 400,
            code = "WORD_ACTIVE",
            when = "The Word file contains fields or links that do more than show text; `detail` names a field.")
    @Refusal(status = 400, code = "WORD_ENCRYPTED", when = "The Word file is encrypted.")
    @Refusal(status = 400, code = "WORD_UNREADABLE", when = "The Word file is damaged or unusual.")
    @Refusal(
            status = 409,
            code = "DOCUMENT_QUOTA_EXCEEDED",
            when = "The account has too many documents that no submission uses. Submit the drafts that use them, or"
                    + " delete documents. `getDocumentOffer` states when unused documents are removed.")
    @Refusal(status = 413, code = "DOCUMENT_TOO_LARGE", when = "The file has more than 5,242,880 bytes.")
    @Refusal(status = 415, code = "FORMAT_NOT_ACCEPTED", when = "A document of this kind cannot have this format.")
    @Refusal(status = 415, code = "FORMAT_UNKNOWN", when = "The format of the file is unknown.")
    @Refusal(status = 415, code = "UNSUPPORTED_MEDIA_TYPE", when = "The header Content-Type names no single type.")
    @Refusal(status = 429, code = "UPLOADS_BUSY", when = "The account has too many uploads in progress.")
    @Refusal(
            status = 429,
            code = "PICTURES_LIMITED",
            when = "The account has used up its time for decoding pictures. Continue after `Retry-After`.")
    @Refusal(
            status = 429,
            code = "UPLOADS_TOO_FREQUENT",
            when = "The account has uploaded too many documents in a minute.")
    @Refusal(status = 503, code = "STORAGE_UNAVAILABLE", when = "The document store does not answer.")
    @Refusal(
            status = 503,
            code = "INSPECTION_UNAVAILABLE",
            when = "The process that inspects PDF files ended unexpectedly.")
    @Refusal(
            status = 503,
            code = "UPLOADS_BUSY",
            when = "Too many uploads are in progress, or this upload is too slow while others wait.")
    public Uni<RestResponse<DocumentView>> upload(
            @Parameter(required = true, schema = @Schema(implementation = DocumentKind.class)) @RestQuery @Nullable
                    String kind,
            @HeaderParam("Content-Type") @Nullable String contentType,
            @HeaderParam("Content-Disposition") @Nullable String contentDisposition,
            @HeaderParam("Content-Length") @Nullable String contentLength) {
        return upload.upload(
                        caller.get(),
                        Upload.of(kind, contentType, contentDisposition, contentLength),
                        request.getCurrent())
                .chain(names::view)
                .map(document -> RestResponse.ResponseBuilder.<DocumentView>create(RestResponse.Status.CREATED)
                        .location(URI.create("/v1/documents/" + document.documentId()))
                        .entity(document)
                        .build());
    }
}
