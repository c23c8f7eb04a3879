package io.zizhi.qualification.reviewapi.related;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.internal.Callers;
import io.zizhi.platform.identity.CurrentCaller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.openapi.Refusal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Finds related qualifications for review-service. */
@Path("/internal/v1/submissions/{workOrder: [0-9]{1,16}}/related")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.SERVICE)
@Callers("review-service")
public class RelatedResource {

    private final FindRelated find;
    private final CurrentCaller caller;

    RelatedResource(FindRelated find, CurrentCaller caller) {
        this.find = find;
        this.caller = caller;
    }

    /**
     * Finds submissions of other accounts with the same administrator, legal representative, phone or company, and the
     * account's own qualifications for that company. Persons and phones are compared by keyed hashes. The answer
     * contains no personal data of other accounts.
     *
     * @param workOrder work order of the submission
     */
    @GET
    @Operation(operationId = "findRelated")
    @Refusal(status = 404, code = "WORK_ORDER_NOT_FOUND", when = "There is no such work order.")
    public Uni<RelatedView> related(@PathParam("workOrder") long workOrder) {
        return find.handle(workOrder, caller.get());
    }
}
