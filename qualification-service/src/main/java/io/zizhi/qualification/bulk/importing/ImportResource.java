package io.zizhi.qualification.bulk.importing;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import io.zizhi.platform.http.IncomingBody;
import io.zizhi.platform.http.Page;
import io.zizhi.platform.http.PageRequest;
import io.zizhi.platform.identity.CurrentCaller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.openapi.Refusal;
import io.zizhi.qualification.bulk.importing.model.ImportRowState;
import io.zizhi.qualification.filing.submission.IdempotencyKey;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
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

/** Imports qualifications that another system approved. An import takes two operators. */
@Path("/v1/imports")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OPERATOR)
public class ImportResource {

    private static final String ID = "{id: [0-9]{1,16}}";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final UploadImport upload;
    private final ListImports list;
    private final ReadProgress read;
    private final ListImportRows rows;
    private final ConfirmImport confirm;
    private final CancelImport cancel;
    private final CurrentCaller caller;

    ImportResource(
            UploadImport upload,
            ListImports list,
            ReadProgress read,
            ListImportRows rows,
            ConfirmImport confirm,
            CancelImport cancel,
            CurrentCaller caller) {
        this.upload = upload;
        this.list = list;
        this.read = read;
        this.rows = rows;
        this.confirm = confirm;
        this.cancel = cancel;
        this.caller = caller;
    }

    /**
     * Uploads a sheet of qualifications that another system approved, for any number of accounts. It has one row per
     * qualification, at most 10,000 rows and 10,485,760 bytes. Columns are those of a bulk filing, and {@code
     * accountId}, {@code sourceSystem}, {@code sourceReference}, {@code approvedOn} and optionally {@code
     * approvalValidUntil}. Documents are optional and named by id. A dry run then checks each row in the background and
     * imports nothing. Repeating the upload with the same key and sheet returns the same import.
     *
     * @param key a new key for every sheet; 1 to 100 visible ASCII characters
     */
    @POST
    @Consumes(MediaType.WILDCARD)
    @Operation(operationId = "uploadImport")
    @RequestBody(
            required = true,
            description = "The sheet. CSV is UTF-8, with or without a byte order mark, or GB 18030. The content types"
                    + " application/vnd.ms-excel and application/octet-stream are accepted for both formats.",
            content = {@Content(mediaType = "text/csv"), @Content(mediaType = XLSX)})
    @APIResponse(responseCode = "201", description = "The new import.")
    @Refusal(status = 400, code = "IDEMPOTENCY_KEY_REQUIRED", when = "The header `Idempotency-Key` is missing.")
    @Refusal(status = 400, code = "IDEMPOTENCY_KEY_INVALID", when = "The header `Idempotency-Key` is malformed.")
    @Refusal(status = 400, code = "SHEET_EMPTY", when = "The sheet has no rows below its header.")
    @Refusal(status = 400, code = "SHEET_HEADER_UNKNOWN", when = "A column has no header or an unknown header.")
    @Refusal(status = 400, code = "SHEET_HEADER_TWICE", when = "Two columns have the same header.")
    @Refusal(status = 400, code = "SHEET_HEADER_MISSING", when = "A column that an import needs is missing.")
    @Refusal(status = 400, code = "CSV_ENCODING_UNKNOWN", when = "The text is neither UTF-8 nor GB 18030.")
    @Refusal(status = 400, code = "CSV_MALFORMED", when = "A quotation mark is unclosed or misplaced.")
    @Refusal(status = 400, code = "XLSX_MALFORMED", when = "The file is not a readable XLSX.")
    @Refusal(status = 422, code = "IDEMPOTENCY_KEY_REUSED", when = "The key was used for another sheet.")
    @Refusal(status = 409, code = "TOO_MANY_IMPORTS", when = "Too many imports are unfinished.")
    @Refusal(
            status = 415,
            code = "UNSUPPORTED_MEDIA_TYPE",
            when = "The content type is none of a CSV or XLSX; the answer names the accepted ones.")
    @Refusal(status = 400, code = "BODY_INTERRUPTED", when = "The request body ended early.")
    @Refusal(status = 408, code = "BODY_TOO_SLOW", when = "The request body arrived too slowly.")
    @Refusal(
            status = 413,
            code = "SHEET_TOO_LARGE",
            when = "The sheet has more than 10,485,760 bytes or characters, or unpacks to more than 201,326,592 bytes.")
    @Refusal(
            status = 413,
            code = "SHEET_TOO_MANY_ROWS",
            when = "The sheet has more than 10,000 rows, or a row below row 100,000.")
    @Refusal(status = 413, code = "SHEET_TOO_MANY_COLUMNS", when = "A row has more than 100 columns.")
    @Refusal(status = 413, code = "SHEET_TOO_SLOW", when = "Reading the sheet took too long.")
    @Refusal(
            status = 429,
            code = "SHEETS_BUSY",
            when = "Another sheet of this operator is being processed; retry later.")
    @Refusal(status = 503, code = "SHEETS_BUSY", when = "Another sheet is being processed; retry later.")
    @Refusal(
            status = 429,
            code = "TOO_BUSY",
            when = "Too many requests of this operator are being processed; retry later.")
    @Refusal(status = 503, code = "TOO_BUSY", when = "Too many requests are being processed; retry later.")
    public Uni<RestResponse<ImportView>> upload(
            @Parameter(
                            required = true,
                            schema = @Schema(pattern = "[\\x21-\\x7E]{1,100}"),
                            example = "0191d3c2-6c3f-7b8e-9a52-3f1f6b0a7c11")
                    @HeaderParam("Idempotency-Key")
                    @Nullable
                    String key,
            @HeaderParam("Content-Type") @Nullable String contentType,
            @Context RoutingContext context) {
        IncomingBody body = new IncomingBody(context);
        return upload.handle(caller.get(), IdempotencyKey.of(key), contentType, body)
                .map(view -> ResponseBuilder.<ImportView>created(URI.create("/v1/imports/" + view.id()))
                        .entity(view)
                        .build());
    }

    /** Lists imports with their progress, latest first. */
    @GET
    @Operation(operationId = "listImports")
    public Uni<Page<ImportView>> list(@BeanParam PageRequest page) {
        return list.handle(page);
    }

    /**
     * Returns the progress of an import.
     *
     * @param id id of the import
     */
    @GET
    @Path(ID)
    @Operation(operationId = "getImport")
    @Refusal(status = 404, code = "IMPORT_NOT_FOUND", when = "There is no such import.")
    public Uni<ImportView> get(@PathParam("id") long id) {
        return read.handle(id);
    }

    /**
     * Lists the rows of an import by number, with their states and findings, without personal data.
     *
     * @param id id of the import
     * @param state state to filter by; by default all rows are listed
     */
    @GET
    @Path(ID + "/rows")
    @Operation(operationId = "listImportRows")
    @Refusal(
            status = 400,
            code = "PARAMETER_INVALID",
            when = "A parameter is invalid; `errors` names it and the expected value.")
    @Refusal(status = 404, code = "IMPORT_NOT_FOUND", when = "There is no such import.")
    public Uni<Page<ImportRowView>> rows(
            @PathParam("id") long id,
            @Parameter(schema = @Schema(implementation = ImportRowState.class)) @QueryParam("state") @Nullable
                    String state,
            @BeanParam PageRequest page) {
        return rows.handle(id, state, page);
    }

    /**
     * Confirms another operator's import. Its checked rows become approved qualifications in the background; invalid
     * rows are left out. Repeating the confirmation changes nothing.
     *
     * @param id id of the import
     */
    @POST
    @Path(ID + "/confirmation")
    @Operation(operationId = "confirmImport")
    @Refusal(status = 404, code = "IMPORT_NOT_FOUND", when = "There is no such import.")
    @Refusal(status = 403, code = "SECOND_PERSON_REQUIRED", when = "The operator who uploaded it cannot confirm it.")
    @Refusal(status = 409, code = "IMPORT_NOT_CHECKED", when = "The dry run is not over.")
    @Refusal(status = 409, code = "IMPORT_EMPTY", when = "No row can be imported.")
    @Refusal(status = 409, code = "IMPORT_CLOSED", when = "The import was confirmed by another operator or cancelled.")
    public Uni<ImportView> confirm(@PathParam("id") long id) {
        return confirm.handle(caller.get(), id);
    }

    /**
     * Cancels an import that is not confirmed, and erases its forms. Repeating the cancellation changes nothing.
     *
     * @param id id of the import
     */
    @POST
    @Path(ID + "/cancellation")
    @Operation(operationId = "cancelImport")
    @Refusal(status = 404, code = "IMPORT_NOT_FOUND", when = "There is no such import.")
    @Refusal(status = 409, code = "IMPORT_CLOSED", when = "The import was confirmed.")
    public Uni<ImportView> cancel(@PathParam("id") long id) {
        return cancel.handle(caller.get(), id);
    }
}
