package io.zizhi.review.decision.making;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.CurrentCaller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.openapi.Refusal;
import io.zizhi.review.decision.DecisionView;
import io.zizhi.review.decision.ReadDecision;
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

/** The decision of a review. */
@Path("/v1/reviews/{workOrder}/decision")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.REVIEWER, Roles.SUPERVISOR})
public class DecisionResource {

    private final DecideReview decideReview;
    private final ReadDecision readDecision;
    private final CurrentCaller caller;

    public DecisionResource(DecideReview decideReview, ReadDecision readDecision, CurrentCaller caller) {
        this.decideReview = decideReview;
        this.readDecision = readDecision;
        this.caller = caller;
    }

    /**
     * Decides a review that the caller holds. A rejection has reasons, a supplement request has items, an approval has
     * neither. Codes and pointers come from the list of reasons. {@code letterOutcome} decides a letter that the
     * qualification carries. The same decision by the same reviewer may be repeated and gets the same answer. If the
     * desk's policy requires a four-eyes check, the answer is a proposal, and the review stays PROPOSED until a second
     * reviewer confirms or returns it.
     *
     * @param workOrder work order of the submission, which is the id of its review
     */
    @POST
    @Operation(operationId = "decideReview")
    @Refusal(status = 403, code = "REVIEWER_CONFLICTED", when = Remits.CONFLICTED)
    @Refusal(status = 404, code = "REVIEW_NOT_FOUND", when = "There is no review of this work order.")
    @Refusal(
            status = 409,
            code = "REVIEW_DECIDED",
            when = "Another decision exists, or another reviewer made it. `errors` lists the differences"
                    + " if the caller may read the review.")
    @Refusal(
            status = 409,
            code = "REVIEW_PROPOSED",
            when = "Another decision is proposed, or another reviewer proposed it. `errors` lists the differences"
                    + " if the caller may read the review.")
    @Refusal(status = 409, code = "REVIEW_CANCELLED", when = "The applicant withdrew the submission.")
    @Refusal(status = 409, code = "LEASE_EXPIRED", when = "The caller's lease expired. Claim the review again.")
    @Refusal(status = 409, code = "LEASE_REQUIRED", when = "The caller does not hold the review.")
    @Refusal(
            status = 409,
            code = "DOCUMENTS_UNOPENED",
            when = "The caller approves documents without having opened them, and the desk's policy refuses that.")
    public Uni<DecisionView> decide(
            @PathParam("workOrder") long workOrder,
            @Valid @NotNull(message = "BODY_REQUIRED") DecisionRequest decision) {
        return decideReview.decide(workOrder, decision, caller.get());
    }

    /**
     * Shows how a review was decided, with all notes. Readers are reviewers who took part in the decision, and
     * supervisors.
     *
     * @param workOrder work order of the submission, which is the id of its review
     */
    @GET
    @Operation(operationId = "getDecision")
    @Refusal(status = 403, code = "REVIEWER_CONFLICTED", when = Remits.CONFLICTED)
    @Refusal(
            status = 403,
            code = "CLAIM_REQUIRED",
            when = "The caller is a reviewer without a live claim who took no part in the decision.")
    @Refusal(status = 404, code = "DECISION_NOT_FOUND", when = "The review is not decided or does not exist.")
    public Uni<DecisionView> decision(@PathParam("workOrder") long workOrder) {
        return readDecision.read(workOrder, caller.get());
    }
}
