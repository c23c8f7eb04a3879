package io.zizhi.document.export;

import io.zizhi.platform.identity.CurrentCaller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.openapi.Refusal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestMulti;

/** The copy of the data of the caller's account. */
@Path("/v1/documents/export")
@Produces("application/zip")
@Refusal(status = 409, code = "EXPORT_RUNNING", when = "An export of this account is running.")
@Refusal(status = 409, code = "ACCOUNT_ERASED", when = "The account was erased.")
@Refusal(status = 503, code = "EXPORTS_BUSY", when = "Too many exports are running.")
public class ExportResource {

    private final ExportAccount export;
    private final CurrentCaller caller;

    ExportResource(ExportAccount export, CurrentCaller caller) {
        this.export = export;
        this.caller = caller;
    }

    /**
     * Exports the data of the account of the caller as a ZIP file: the documents, decrypted, and the forms of its
     * qualifications and letters in plain text. It does not contain recognised fields, which `getDocumentRecognition`
     * returns, and the record of staff views, which `listStaffViews` returns. `manifest.json` is the last entry, so a
     * file without it is incomplete. The export is recorded in the audit log.
     */
    @GET
    @RolesAllowed(Roles.APPLICANT)
    @Operation(operationId = "exportOwnAccount")
    @APIResponse(
            responseCode = "200",
            description = "The ZIP file, streamed.",
            headers =
                    @Header(
                            name = "Content-Disposition",
                            description = "`attachment`, with a file name.",
                            schema = @Schema(type = SchemaType.STRING)))
    public RestMulti<byte[]> exportOwn() {
        return export.answer(ExportedAccount.own(caller.get()));
    }
}
