package io.zizhi.review.decision.proposal;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.CurrentCaller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.openapi.Refusal;
import io.zizhi.review.decision.DecisionView;
import io.zizhi.review.reviewer.Remits;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The four-eyes check of a review. */
@Path("/v1/reviews/{workOrder}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.REVIEWER, Roles.SUPERVISOR})
public class ProposalResource {

    private final ReadProposals readProposals;
    private final ConfirmProposal confirmProposal;
    private final ReturnProposal returnProposal;
    private final CurrentCaller caller;

    public ProposalResource(
            ReadProposals readProposals,
            ConfirmProposal confirmProposal,
            ReturnProposal returnProposal,
            CurrentCaller caller) {
        this.readProposals = readProposals;
        this.confirmProposal = confirmProposal;
        this.returnProposal = returnProposal;
        this.caller = caller;
    }

    /**
     * Lists the decisions proposed for a review and their results, with all notes. Readers are the holder of the
     * review, reviewers who took part in its decision, and supervisors.
     *
     * @param workOrder work order of the submission, which is the id of its review
     */
    @GET
    @Path("/proposals")
    @Operation(operationId = "listProposals")
    @Refusal(status = 403, code = "REVIEWER_CONFLICTED", when = Remits.CONFLICTED)
    @Refusal(
            status = 403,
            code = "CLAIM_REQUIRED",
            when = "The caller is a reviewer without a live claim who took no part in the decision.")
    @Refusal(status = 404, code = "REVIEW_NOT_FOUND", when = "There is no review of this work order.")
    public Uni<ProposalsView> proposals(@PathParam("workOrder") long workOrder) {
        return readProposals.read(workOrder, caller.get());
    }

    /**
     * Confirms the proposed decision of a review, as a second reviewer who has claimed it. The review is then decided.
     * The same person may repeat the call and gets the same answer.
     *
     * @param workOrder work order of the submission, which is the id of its review
     */
    @POST
    @Path("/confirmation")
    @Operation(operationId = "confirmProposal")
    @Refusal(status = 404, code = "REVIEW_NOT_FOUND", when = "There is no review of this work order.")
    @Refusal(status = 403, code = "REVIEWER_CONFLICTED", when = Remits.CONFLICTED)
    @Refusal(status = 403, code = "REVIEWER_PROPOSED", when = "The caller proposed the decision.")
    @Refusal(status = 409, code = "NOTHING_PROPOSED", when = "No decision waits for a second reviewer.")
    @Refusal(
            status = 409,
            code = "REVIEW_DECIDED",
            when = "The review is already decided, and not by the caller's confirmation.")
    @Refusal(status = 409, code = "REVIEW_CANCELLED", when = "The applicant withdrew the submission.")
    @Refusal(status = 409, code = "LEASE_EXPIRED", when = "The caller's lease expired. Claim the review again.")
    @Refusal(status = 409, code = "LEASE_REQUIRED", when = "The caller does not hold the review.")
    @Refusal(
            status = 409,
            code = "DOCUMENTS_UNOPENED",
            when = "The caller approves documents without having opened them, and the desk's policy refuses that.")
    public Uni<DecisionView> confirm(@PathParam("workOrder") long workOrder) {
        return confirmProposal.confirm(workOrder, caller.get());
    }

    /**
     * Returns the proposed decision of a review with a note, as a second reviewer who has claimed it. The review is
     * open again. The same person may repeat the call with the same note and gets the same answer.
     *
     * @param workOrder work order of the submission, which is the id of its review
     */
    @POST
    @Path("/return")
    @Operation(operationId = "returnProposal")
    @Refusal(status = 404, code = "REVIEW_NOT_FOUND", when = "There is no review of this work order.")
    @Refusal(status = 403, code = "REVIEWER_CONFLICTED", when = Remits.CONFLICTED)
    @Refusal(status = 403, code = "REVIEWER_PROPOSED", when = "The caller proposed the decision.")
    @Refusal(status = 409, code = "NOTHING_PROPOSED", when = "No decision waits for a second reviewer.")
    @Refusal(status = 409, code = "REVIEW_DECIDED", when = "The review is decided.")
    @Refusal(status = 409, code = "REVIEW_CANCELLED", when = "The applicant withdrew the submission.")
    @Refusal(status = 409, code = "LEASE_EXPIRED", when = "The caller's lease expired. Claim the review again.")
    @Refusal(status = 409, code = "LEASE_REQUIRED", when = "The caller does not hold the review.")
    public Uni<ProposalView> sendBack(
            @PathParam("workOrder") long workOrder, @NotNull(message = "BODY_REQUIRED") @Valid ReturnRequest request) {
        return returnProposal.sendBack(workOrder, request, caller.get());
    }
}
