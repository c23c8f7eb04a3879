package io.zizhi.qualification.catalogue.listing;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.Page;
import io.zizhi.platform.http.PageRequest;
import io.zizhi.platform.identity.CurrentCaller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.openapi.Refusal;
import io.zizhi.qualification.catalogue.listing.export.ExportQualifications;
import io.zizhi.qualification.catalogue.listing.query.ListParameters;
import io.zizhi.qualification.catalogue.listing.query.ListingRepository;
import io.zizhi.qualification.catalogue.listing.query.QualificationSummaryView;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestMulti;

/** The list of the account's qualifications. */
@Path("/v1/qualifications")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.APPLICANT)
public class ListingResource {

    private final ListQualifications list;
    private final ListingRepository listing;
    private final ExportQualifications export;
    private final CurrentCaller caller;

    ListingResource(
            ListQualifications list, ListingRepository listing, ExportQualifications export, CurrentCaller caller) {
        this.list = list;
        this.listing = listing;
        this.export = export;
        this.caller = caller;
    }

    /** Lists the qualifications of the account, most recently drafted first by default. Filters are combined. */
    @GET
    @Operation(operationId = "listQualifications")
    @Refusal(status = 400, code = "STATUS_UNKNOWN", when = "`status` is not a qualification status.")
    @Refusal(
            status = 400,
            code = "PARAMETER_INVALID",
            when = "A parameter is invalid; `errors` names it and the expected value.")
    @Refusal(status = 400, code = "FIELD_TOO_LONG", when = "A name or company to filter by is too long.")
    @Refusal(
            status = 400,
            code = "FIELD_HAS_CONTROL_CHARACTERS",
            when = "A name or company to filter by contains control characters.")
    @Refusal(status = 400, code = "CURSOR_OF_ANOTHER_LIST", when = "The cursor belongs to another filter or order.")
    public Uni<Page<QualificationSummaryView>> list(@BeanParam ListParameters asked, @BeanParam PageRequest page) {
        return list.handle(caller.get(), asked, page);
    }

    /** Counts the qualifications of the account by status. */
    @GET
    @Path("/counts")
    @Operation(operationId = "countQualifications")
    @WithSession
    public Uni<CountsView> counts() {
        return listing.counts(caller.get().requireAccount()).map(CountsView::from);
    }

    /**
     * Exports the list as CSV for spreadsheets, in UTF-8 with a byte order mark. Personal data is masked. The last line
     * is `#` and the number of rows; if it is missing, the file is incomplete.
     */
    @GET
    @Path("/export")
    @Produces("text/csv;charset=UTF-8")
    @Operation(operationId = "exportQualifications")
    @APIResponse(
            responseCode = "200",
            description = "The exported list, streamed.",
            headers =
                    @Header(
                            name = "Content-Disposition",
                            description = "`attachment`, with a file name.",
                            schema = @Schema(type = SchemaType.STRING)))
    @Refusal(status = 400, code = "STATUS_UNKNOWN", when = "`status` is not a qualification status.")
    @Refusal(
            status = 400,
            code = "PARAMETER_INVALID",
            when = "A parameter is invalid; `errors` names it and the expected value.")
    @Refusal(status = 400, code = "FIELD_TOO_LONG", when = "A name or company to filter by is too long.")
    @Refusal(
            status = 400,
            code = "FIELD_HAS_CONTROL_CHARACTERS",
            when = "A name or company to filter by contains control characters.")
    public RestMulti<String> export(@BeanParam ListParameters asked) {
        return RestMulti.fromMultiData(export.handle(caller.get(), asked))
                .header("Content-Disposition", "attachment; filename=\"qualifications.csv\"")
                .header("Cache-Control", "no-store")
                .build();
    }
}
