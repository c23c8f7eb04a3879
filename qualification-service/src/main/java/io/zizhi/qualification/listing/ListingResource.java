package io.zizhi.qualification.listing;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.Page;
import io.zizhi.platform.http.PageRequest;
import io.zizhi.platform.identity.CurrentCaller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.openapi.Refusal;
import io.zizhi.qualification.dossier.QualificationStatus;
import io.zizhi.qualification.form.Particulars;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The qualifications of the caller's account, seen together. */
@Path("/v1/qualifications")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.APPLICANT)
public class ListingResource {

    private final ListQualifications list;
    private final CurrentCaller caller;

    @Inject
    ListingResource(ListQualifications list, CurrentCaller caller) {
        this.list = list;
        this.caller = caller;
    }

    /**
     * Lists the qualifications of the account, newest first.
     *
     * @param status only those that stand there
     * @param name only those whose name contains this
     */
    @GET
    @Operation(operationId = "listQualifications")
    @Refusal(status = 400, code = "STATUS_UNKNOWN", when = "`status` is none of the statuses.")
    @Refusal(status = 400, code = "FIELD_TOO_LONG", when = "`name` has more than 100 characters.")
    @Refusal(status = 400, code = "FIELD_HAS_CONTROL_CHARACTERS", when = "`name` has characters that no name can have.")
    public Uni<Page<QualificationSummaryView>> list(
            @Parameter(schema = @Schema(implementation = QualificationStatus.class)) @QueryParam("status") @Nullable
                    String status,
            @Parameter(schema = @Schema(maxLength = Particulars.MAX_NAME)) @QueryParam("name") @Nullable String name,
            @BeanParam PageRequest page) {
        return list.handle(caller.get(), status, name, page);
    }
}
