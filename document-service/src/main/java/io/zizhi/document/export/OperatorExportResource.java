package io.zizhi.document.export;

import io.zizhi.platform.identity.CurrentCaller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.identity.stepup.StepUp;
import io.zizhi.platform.openapi.Refusal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestMulti;

/** Copies of the data of an account, made by operators. */
@Path("/v1/operations/account-exports")
@Consumes(MediaType.APPLICATION_JSON)
@Produces("application/zip")
@RolesAllowed(Roles.OPERATOR)
public class OperatorExportResource {

    private final ExportAccount export;
    private final CurrentCaller caller;

    OperatorExportResource(ExportAccount export, CurrentCaller caller) {
        this.export = export;
        this.caller = caller;
    }

    /**
     * Exports the data of an account, as the account itself could: to answer its request for a copy.
     * Needs a recent sign-in. The export is recorded in the audit log of the account, with the reason. Each document in
     * it is recorded as a view with the reason `EXPORT`, which `listStaffViews` shows to the owner.
     */
    @POST
    @StepUp
    @Operation(operationId = "exportAccount")
    @APIResponse(
            responseCode = "200",
            description = "The ZIP file, streamed.",
            headers =
                    @Header(
                            name = "Content-Disposition",
                            description = "`attachment`, with a file name.",
                            schema = @Schema(type = SchemaType.STRING)))
    @Refusal(status = 409, code = "EXPORT_RUNNING", when = "An export of this account is running.")
    @Refusal(status = 409, code = "ACCOUNT_ERASED", when = "The account was erased.")
    @Refusal(status = 503, code = "EXPORTS_BUSY", when = "Too many exports are running.")
    public RestMulti<byte[]> export(@NotNull(message = "BODY_REQUIRED") @Valid AccountExportRequest request) {
        return export.answer(ExportedAccount.of(request, caller.get()));
    }
}
