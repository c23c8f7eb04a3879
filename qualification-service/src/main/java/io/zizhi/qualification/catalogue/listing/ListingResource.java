package io.zizhi.qualification.catalogue.listing;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
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
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestMulti;

/** The qualifications of the caller's account, seen together. */
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

    /**
     * Lists the qualifications of the account, those that were drafted last first, unless another order is asked for.
     * Filters are combined.
     */
    @GET
    @Operation(operationId = "listQualifications")
    @Refusal(status = 400, code = "STATUS_UNKNOWN", when = "`status` is none of the statuses.")
    @Refusal(status = 400, code = "PARAMETER_INVALID", when = "A parameter has not the form that it must have.")
    @Refusal(status = 400, code = "FIELD_TOO_LONG", when = "A name is longer than any can be.")
    @Refusal(status = 400, code = "FIELD_HAS_CONTROL_CHARACTERS", when = "A name has characters that none can have.")
    @Refusal(status = 400, code = "CURSOR_OF_ANOTHER_LIST", when = "The cursor was given for another filter or order.")
    public Uni<Page<QualificationSummaryView>> list(@BeanParam ListParameters asked, @BeanParam PageRequest page) {
        return list.handle(caller.get(), asked, page);
    }

    /** Tells how many qualifications of the account stand where. */
    @GET
    @Path("/counts")
    @Operation(operationId = "countQualifications")
    @WithSession
    public Uni<CountsView> counts() {
        return listing.counts(caller.get().requireAccount()).map(CountsView::from);
    }

    /**
     * Exports the list as comma-separated values for spreadsheets, in UTF-8 with a byte order mark, persons masked. The
     * last line is `#` and the number of rows; without it the file is not complete.
     */
    @GET
    @Path("/export")
    @Produces("text/csv;charset=UTF-8")
    @Operation(operationId = "exportQualifications")
    @APIResponse(
            responseCode = "200",
            description = "The list, streamed.",
            headers =
                    @Header(
                            name = "Content-Disposition",
                            description = "`attachment`, with a file name.",
                            schema = @Schema(type = SchemaType.STRING)))
    @Refusal(status = 400, code = "STATUS_UNKNOWN", when = "`status` is none of the statuses.")
    @Refusal(status = 400, code = "PARAMETER_INVALID", when = "A parameter has not the form that it must have.")
    @Refusal(status = 400, code = "FIELD_TOO_LONG", when = "A name is longer than any can be.")
    @Refusal(status = 400, code = "FIELD_HAS_CONTROL_CHARACTERS", when = "A name has characters that none can have.")
    public RestMulti<String> export(@BeanParam ListParameters asked) {
        return RestMulti.fromMultiData(export.handle(caller.get(), asked))
                .header("Content-Disposition", "attachment; filename=\"qualifications.csv\"")
                .header("Cache-Control", "no-store")
                .build();
    }
}
