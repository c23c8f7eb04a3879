package io.zizhi.qualification.bulk;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import io.zizhi.platform.http.IncomingBody;
import io.zizhi.platform.http.Page;
import io.zizhi.platform.http.PageRequest;
import io.zizhi.platform.identity.CurrentCaller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.openapi.Refusal;
import io.zizhi.qualification.bulk.model.BulkFilingView;
import io.zizhi.qualification.bulk.model.BulkRowView;
import io.zizhi.qualification.bulk.model.RowState;
import io.zizhi.qualification.bulk.transfer.UploadSheet;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Submits many qualifications with one sheet (批量提交). */
@Path("/v1/bulk-filings")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.APPLICANT)
public class BulkFilingResource {

    private static final String ID = "{id: [0-9]{1,16}}";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final UploadSheet upload;
    private final ReadBulkFiling read;
    private final ListBulkFilings filings;
    private final ListBulkRows list;
    private final NameVerification name;
    private final CancelBulkFiling cancel;
    private final CurrentCaller caller;

    BulkFilingResource(
            UploadSheet upload,
            ReadBulkFiling read,
            ListBulkFilings filings,
            ListBulkRows list,
            NameVerification name,
            CancelBulkFiling cancel,
            CurrentCaller caller) {
        this.upload = upload;
        this.read = read;
        this.filings = filings;
        this.list = list;
        this.name = name;
        this.cancel = cancel;
        this.caller = caller;
    }

    /**
     * Uploads a sheet of qualifications. It has one row per qualification, columns as in the template, and at most 1,000
     * rows and 2,097,152 bytes. Documents are uploaded beforehand and referenced by id or file name. Each row is drafted,
     * evaluated and submitted in the background, like a single form. A row whose administrator's phone is not yet verified
     * waits for the verification. A row updates the draft of an earlier filing with the same name, unless somebody has
     * edited it since. The template's example is skipped. So are rows that a result sheet marks as submitted, and rows
     * that an earlier sheet has submitted.
     *
     * @param noticeVersion version of the notice (资质授权) to which the applicant agrees for every row
     */
    @POST
    @Consumes(MediaType.WILDCARD)
    @Operation(operationId = "uploadBulkFiling")
    @RequestBody(
            required = true,
            description = "The sheet. CSV is UTF-8, with or without a byte order mark, or GB 18030. The content types"
                    + " application/vnd.ms-excel and application/octet-stream are accepted for both formats.",
            content = {@Content(mediaType = "text/csv"), @Content(mediaType = XLSX)})
    @APIResponse(responseCode = "201", description = "The new bulk filing.")
    @Refusal(status = 400, code = "FIELD_REQUIRED", when = "`noticeVersion` is missing.")
    @Refusal(status = 400, code = "FIELD_TOO_LONG", when = "`noticeVersion` has more than 40 characters.")
    @Refusal(
            status = 400,
            code = "NOTICE_VERSION_NOT_CURRENT",
            when = "`noticeVersion` is not the version of the current notice.")
    @Refusal(status = 400, code = "SHEET_EMPTY", when = "The sheet has no rows to submit.")
    @Refusal(status = 400, code = "SHEET_HEADER_UNKNOWN", when = "A column has no header or an unknown header.")
    @Refusal(status = 400, code = "SHEET_HEADER_TWICE", when = "Two columns have the same header.")
    @Refusal(status = 400, code = "CSV_ENCODING_UNKNOWN", when = "The text is neither UTF-8 nor GB 18030.")
    @Refusal(status = 400, code = "CSV_MALFORMED", when = "A quotation mark is unclosed or misplaced.")
    @Refusal(status = 400, code = "XLSX_MALFORMED", when = "The file is not a readable XLSX.")
    @Refusal(status = 409, code = "TOO_MANY_BULK_FILINGS", when = "The account has too many unfinished bulk filings.")
    @Refusal(
            status = 415,
            code = "UNSUPPORTED_MEDIA_TYPE",
            when = "The content type is none of a CSV or XLSX; the answer names the accepted ones.")
    @Refusal(status = 400, code = "BODY_INTERRUPTED", when = "The request body ended early.")
    @Refusal(status = 408, code = "BODY_TOO_SLOW", when = "The request body arrived too slowly.")
    @Refusal(
            status = 413,
            code = "SHEET_TOO_LARGE",
            when = "The sheet has more than 2,097,152 bytes or characters, or unpacks to more than 33,554,432 bytes.")
    @Refusal(
            status = 413,
            code = "SHEET_TOO_MANY_ROWS",
            when = "The sheet has more than 1,000 rows, or a row below row 10,000.")
    @Refusal(status = 413, code = "SHEET_TOO_MANY_COLUMNS", when = "A row has more than 100 columns.")
    @Refusal(status = 413, code = "SHEET_TOO_SLOW", when = "Reading the sheet took too long.")
    @Refusal(
            status = 429,
            code = "SHEETS_BUSY",
            when = "Other sheets of this account are being processed; retry later.")
    @Refusal(status = 503, code = "SHEETS_BUSY", when = "Too many sheets are being processed; retry later.")
    @Refusal(
            status = 429,
            code = "TOO_BUSY",
            when = "Too many requests of this account are being processed; retry later.")
    @Refusal(status = 503, code = "TOO_BUSY", when = "Too many requests are being processed; retry later.")
    @Refusal(
            status = 503,
            code = "DOCUMENT_SERVICE_UNAVAILABLE",
            when = "File names in the sheet cannot be looked up now; retry later.")
    public Uni<RestResponse<BulkFilingView>> upload(
            @Parameter(required = true, schema = @Schema(maxLength = 40), example = "2026-11")
                    @QueryParam("noticeVersion")
                    @Nullable
                    String noticeVersion,
            @HeaderParam("Content-Type") @Nullable String contentType,
            @Context RoutingContext context) {
        return upload.handle(caller.get(), noticeVersion, contentType, new IncomingBody(context))
                .map(view -> ResponseBuilder.<BulkFilingView>created(URI.create("/v1/bulk-filings/" + view.id()))
                        .entity(view)
                        .build());
    }

    /** Lists the bulk filings of the account with their progress, latest first. */
    @GET
    @Operation(operationId = "listBulkFilings")
    public Uni<Page<BulkFilingView>> list(@BeanParam PageRequest page) {
        return filings.handle(caller.get(), page);
    }

    /**
     * Returns the progress of a bulk filing.
     *
     * @param id id of the bulk filing
     */
    @GET
    @Path(ID)
    @Operation(operationId = "getBulkFiling")
    @Refusal(status = 404, code = "BULK_FILING_NOT_FOUND", when = "The account has no such bulk filing.")
    public Uni<BulkFilingView> get(@PathParam("id") long id) {
        return read.handle(caller.get(), id);
    }

    /**
     * Lists the rows of a bulk filing by number, with their states and findings.
     *
     * @param id id of the bulk filing
     * @param state state to filter by; by default all rows are listed
     */
    @GET
    @Path(ID + "/rows")
    @Operation(operationId = "listBulkRows")
    @Refusal(status = 400, code = "STATE_UNKNOWN", when = "`state` is not a row state.")
    @Refusal(status = 404, code = "BULK_FILING_NOT_FOUND", when = "The account has no such bulk filing.")
    public Uni<Page<BulkRowView>> rows(
            @PathParam("id") long id,
            @Parameter(schema = @Schema(implementation = RowState.class)) @QueryParam("state") @Nullable String state,
            @BeanParam PageRequest page) {
        return list.handle(caller.get(), id, state, page);
    }

    /**
     * Sets the phone verification of a row that waits for one. This is not needed if the account verified the number in
     * the last 30 minutes: such a verification is found automatically.
     *
     * @param id id of the bulk filing
     * @param number number of the row
     */
    @PUT
    @Path(ID + "/rows/{number: [0-9]{1,7}}/phone-verification")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "nameBulkRowVerification")
    @Refusal(status = 404, code = "BULK_FILING_NOT_FOUND", when = "The account has no such bulk filing.")
    @Refusal(status = 404, code = "BULK_ROW_NOT_FOUND", when = "The bulk filing has no such row.")
    @Refusal(status = 409, code = "BULK_ROW_NOT_WAITING", when = "The row does not wait for a phone verification.")
    @Refusal(status = 412, code = "STALE_VERSION", when = "The row's draft was edited manually.")
    public Uni<BulkRowView> nameVerification(
            @PathParam("id") long id,
            @PathParam("number") int number,
            @NotNull(message = "BODY_REQUIRED") @Valid VerificationRequest body) {
        return name.handle(caller.get(), id, number, body.phoneVerificationId());
    }

    /**
     * Cancels the open rows of a bulk filing. Submitted rows stay submitted, and drafts stay drafts.
     *
     * @param id id of the bulk filing
     */
    @POST
    @Path(ID + "/cancellation")
    @Operation(operationId = "cancelBulkFiling")
    @Refusal(status = 404, code = "BULK_FILING_NOT_FOUND", when = "The account has no such bulk filing.")
    public Uni<BulkFilingView> cancel(@PathParam("id") long id) {
        return cancel.handle(caller.get(), id);
    }
}
