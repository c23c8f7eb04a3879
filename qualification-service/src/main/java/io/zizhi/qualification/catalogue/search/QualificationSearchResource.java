package io.zizhi.qualification.catalogue.search;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.Page;
import io.zizhi.platform.http.PageRequest;
import io.zizhi.platform.identity.CurrentCaller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.openapi.Refusal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Search for qualifications by staff. */
@Path("/v1/qualifications/search")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.SUPERVISOR, Roles.AUDITOR, Roles.OPERATOR})
public class QualificationSearchResource {

    private final SearchQualifications searchQualifications;
    private final CurrentCaller caller;

    QualificationSearchResource(SearchQualifications searchQualifications, CurrentCaller caller) {
        this.searchQualifications = searchQualifications;
        this.caller = caller;
    }

    /**
     * Searches the submitted qualifications of all accounts, the newest first; drafts and deleted ones are not found.
     * By {@code id}, staff read the state, restriction and version of one qualification, which its own address shows
     * only to its account. The criteria are in the request body, so that they do not appear in URLs or access logs. The
     * audit log records the names of the criteria.
     */
    @POST
    @Operation(operationId = "searchQualifications")
    @Refusal(
            status = 400,
            code = "CRITERION_REQUIRED",
            when = "The body names no id, work order, company, code, name, account or restriction.")
    public Uni<Page<FoundQualificationView>> search(
            @BeanParam PageRequest page, @Valid @NotNull(message = "BODY_REQUIRED") QualificationSearchRequest wanted) {
        return searchQualifications.search(wanted, page, caller.get());
    }
}
