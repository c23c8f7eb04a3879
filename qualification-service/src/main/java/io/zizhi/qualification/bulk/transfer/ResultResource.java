package io.zizhi.qualification.bulk.transfer;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.CurrentCaller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.openapi.Refusal;
import io.zizhi.qualification.bulk.sheet.SheetFile;
import io.zizhi.qualification.bulk.sheet.file.SheetFormat;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** The result of a bulk filing as a sheet. */
@Path("/v1/bulk-filings/{id: [0-9]{1,16}}/sheet")
@RolesAllowed(Roles.APPLICANT)
public class ResultResource {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final DownloadResult download;
    private final CurrentCaller caller;

    ResultResource(DownloadResult download, CurrentCaller caller) {
        this.download = download;
        this.caller = caller;
    }

    /**
     * Downloads the result of a bulk filing as XLSX: the columns as uploaded, then the result and the advice for each row.
     * Correct the sheet and upload it again; submitted rows are skipped. The cells of a submitted row are erased, except
     * the names of qualification and company; those of other rows 30 days after their end.
     *
     * @param id id of the bulk filing
     * @param language language of results and advice, zh or en
     */
    @GET
    @Produces(XLSX)
    @Operation(operationId = "downloadBulkFiling")
    @APIResponse(
            responseCode = "200",
            description = "The result sheet.",
            headers =
                    @Header(
                            name = "Content-Disposition",
                            description = "`attachment`, with a file name.",
                            schema = @Schema(type = SchemaType.STRING)))
    @Refusal(status = 400, code = "LANGUAGE_UNKNOWN", when = "`language` is neither zh nor en.")
    @Refusal(status = 404, code = "BULK_FILING_NOT_FOUND", when = "The account has no such bulk filing.")
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
    public Uni<Response> get(
            @PathParam("id") long id,
            @Parameter(
                            schema =
                                    @Schema(
                                            enumeration = {"zh", "en"},
                                            defaultValue = "zh"))
                    @QueryParam("language")
                    @Nullable
                    String language) {
        return download.handle(caller.get(), id, language)
                .map(sheet -> new SheetFile(SheetFormat.XLSX, sheet).download("bulk-filing-" + id));
    }
}
