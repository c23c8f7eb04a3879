package io.zizhi.review.casefile.evidence;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.CurrentCaller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.openapi.Refusal;
import io.zizhi.review.reviewer.Remits;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The evidence for a decision. */
@Path("/v1/reviews/{workOrder}/evidence")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.REVIEWER, Roles.SUPERVISOR, Roles.AUDITOR})
public class EvidenceResource {

    private final CollectEvidence collectEvidence;
    private final CurrentCaller caller;

    EvidenceResource(CollectEvidence collectEvidence, CurrentCaller caller) {
        this.collectEvidence = collectEvidence;
        this.caller = caller;
    }

    /**
     * Shows all evidence for a decision: the submission, its documents, the automatic findings, the changes, and
     * earlier decisions; personal data masked. A section that cannot be fetched carries the reason; the other sections
     * are shown. Readers are the holder, whose call renews the lease, reviewers who took part in the decision,
     * supervisors and auditors.
     *
     * @param workOrder work order of the submission, which is the id of its review
     */
    @GET
    @Operation(operationId = "getEvidence")
    @Refusal(status = 403, code = "REVIEWER_CONFLICTED", when = Remits.CONFLICTED)
    @Refusal(
            status = 403,
            code = "CLAIM_REQUIRED",
            when = "The caller is a reviewer without a live claim who took no part in the decision.")
    @Refusal(status = 404, code = "REVIEW_NOT_FOUND", when = "There is no review of this work order.")
    public Uni<EvidenceView> evidence(@PathParam("workOrder") long workOrder) {
        return collectEvidence.handle(workOrder, caller.get());
    }
}
