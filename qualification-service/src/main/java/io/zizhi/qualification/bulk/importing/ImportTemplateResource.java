package io.zizhi.qualification.bulk.importing;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.CurrentCaller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.openapi.Refusal;
import io.zizhi.qualification.bulk.sheet.writing.WriteImportTemplate;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
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

/** The sheet template for imports. */
@Path("/v1/imports/template")
@RolesAllowed(Roles.OPERATOR)
public class ImportTemplateResource {

    private final WriteImportTemplate write;
    private final CurrentCaller caller;

    ImportTemplateResource(WriteImportTemplate write, CurrentCaller caller) {
        this.write = write;
        this.caller = caller;
    }

    /**
     * Downloads the empty sheet. Headers are accepted in both languages, whichever template is used.
     *
     * @param format csv or xlsx
     * @param language language of the headers, zh or en
     */
    @GET
    @Produces({"text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"})
    @Operation(operationId = "getImportTemplate")
    @APIResponse(
            responseCode = "200",
            description = "The empty sheet.",
            headers =
                    @Header(
                            name = "Content-Disposition",
                            description = "`attachment`, with a file name.",
                            schema = @Schema(type = SchemaType.STRING)))
    @Refusal(status = 400, code = "SHEET_FORMAT_UNKNOWN", when = "`format` is neither csv nor xlsx.")
    @Refusal(status = 400, code = "LANGUAGE_UNKNOWN", when = "`language` is neither zh nor en.")
    @Refusal(
            status = 429,
            code = "TOO_BUSY",
            when = "Too many requests of this operator are being processed; retry later.")
    @Refusal(status = 503, code = "TOO_BUSY", when = "Too many requests are being processed; retry later.")
    public Uni<Response> get(
            @Parameter(
                            schema =
                                    @Schema(
                                            enumeration = {"csv", "xlsx"},
                                            defaultValue = "csv"))
                    @QueryParam("format")
                    @Nullable
                    String format,
            @Parameter(
                            schema =
                                    @Schema(
                                            enumeration = {"zh", "en"},
                                            defaultValue = "zh"))
                    @QueryParam("language")
                    @Nullable
                    String language) {
        return write.handle(caller.get().subject(), format, language).map(sheet -> sheet.download("import"));
    }
}
