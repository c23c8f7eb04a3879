package io.zizhi.review.casefile.trail;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.Page;
import io.zizhi.platform.http.PageRequest;
import io.zizhi.platform.identity.CurrentCaller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.openapi.Refusal;
import io.zizhi.review.reviewer.Remits;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The audit trail of a review. */
@Path("/v1/reviews/{workOrder}/audit-trail")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.AUDITOR)
public class TrailResource {

    private final ReadTrail readTrail;
    private final CurrentCaller caller;

    TrailResource(ReadTrail readTrail, CurrentCaller caller) {
        this.readTrail = readTrail;
        this.caller = caller;
    }

    /**
     * Shows the recorded actions and views of a review, oldest first: claims, decisions, views of form, evidence and
     * decision, documents at the first view by each person, and unmasked fields with the reason. Contains names of
     * fields, never a value. The view of the trail is recorded in the audit log.
     *
     * @param workOrder work order of the submission, which is the id of its review
     */
    @GET
    @Operation(operationId = "getAuditTrail")
    @Refusal(status = 403, code = "REVIEWER_CONFLICTED", when = Remits.CONFLICTED)
    @Refusal(status = 404, code = "REVIEW_NOT_FOUND", when = "There is no review of this work order.")
    public Uni<Page<TrailEntryView>> trail(@PathParam("workOrder") long workOrder, @BeanParam PageRequest page) {
        return readTrail.handle(workOrder, page, caller.get());
    }
}
