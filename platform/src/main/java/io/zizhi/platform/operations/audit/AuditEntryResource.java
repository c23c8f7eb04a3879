package io.zizhi.platform.operations.audit;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.Page;
import io.zizhi.platform.http.PageRequest;
import io.zizhi.platform.identity.CurrentCaller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.openapi.Refusal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestMulti;
import org.jspecify.annotations.Nullable;

/** The audit log of this service. */
@Path("/v1/audit-entries")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.AUDITOR)
@Refusal(
        status = 403,
        code = "AUDITOR_CONFLICTED",
        when = "The caller's token names an account, so the caller may be an applicant.")
@Refusal(status = 400, code = "PARAMETER_INVALID", when = "A parameter is invalid; `errors` names it.")
public class AuditEntryResource {

    private final SearchAudit searchAudit;
    private final ExportAudit exportAudit;
    private final CurrentCaller caller;
    private final String service;

    AuditEntryResource(
            SearchAudit searchAudit,
            ExportAudit exportAudit,
            CurrentCaller caller,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.searchAudit = searchAudit;
        this.exportAudit = exportAudit;
        this.caller = caller;
        this.service = service;
    }

    /**
     * Searches the audit log of this service, newest first. An entry must meet all criteria; a criterion without a value,
     * such as {@code ?actor=}, is refused. The other services have logs of their own: send them the same request and merge the answers by {@code at}. The search is recorded in the
     * audit log.
     */
    @GET
    @Operation(operationId = "searchAudit")
    public Uni<Page<AuditEntryView>> search(@BeanParam AuditEntryRequest request, @BeanParam PageRequest page) {
        return searchAudit.search(caller.get(), request.filter(), page);
    }

    /**
     * Exports entries of the audit log of this service, newest first, one per line. The criteria are those of the search,
     * and one without a value is refused. The last line contains the number
     * of entries, which shows that the file is complete. An export ends after 100,000 entries or five minutes; its last
     * line then contains {@code nextCursor}. The export is recorded in the audit log.
     *
     * @param format {@code csv}, the default, or {@code json-lines}
     * @param cursor the {@code nextCursor} of the previous export; omit it for the newest entries
     */
    @GET
    @Path("/export")
    @Produces(ExportFormat.CSV_TYPE)
    @Operation(operationId = "exportAudit")
    @APIResponse(
            responseCode = "200",
            description = "The exported entries, streamed, in the format that `format` names.",
            content = {@Content(mediaType = ExportFormat.CSV_TYPE), @Content(mediaType = ExportFormat.JSON_LINES_TYPE)},
            headers =
                    @Header(
                            name = "Content-Disposition",
                            description = "`attachment`, with a file name.",
                            schema = @Schema(type = SchemaType.STRING)))
    @Refusal(status = 400, code = "CURSOR_INVALID", when = "`cursor` is not a `nextCursor` of an export.")
    public RestMulti<String> export(
            @BeanParam AuditEntryRequest request,
            @Parameter(
                            schema =
                                    @Schema(
                                            enumeration = {"csv", "json-lines"},
                                            defaultValue = "csv"))
                    @QueryParam("format")
                    @Nullable
                    String format,
            @QueryParam("cursor") @Nullable String cursor) {
        ExportFormat asked = ExportFormat.of(format);
        return RestMulti.fromMultiData(exportAudit.handle(caller.get(), request.filter(), cursor, asked))
                .header("Content-Type", asked.contentType())
                .header("Content-Disposition", "attachment; filename=\"audit-" + service + asked.suffix() + "\"")
                .header("Cache-Control", "no-store")
                .build();
    }
}
