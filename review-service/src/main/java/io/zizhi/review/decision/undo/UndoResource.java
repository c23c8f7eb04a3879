package io.zizhi.review.decision.undo;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.CurrentCaller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.openapi.Refusal;
import io.zizhi.review.review.ReviewView;
import io.zizhi.review.reviewer.Remits;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Undoes decisions. */
@Path("/v1/reviews/{workOrder}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.REVIEWER, Roles.SUPERVISOR})
public class UndoResource {

    private final UndoDecision undoDecision;
    private final ReadUndoneDecisions readUndone;
    private final CurrentCaller caller;

    public UndoResource(UndoDecision undoDecision, ReadUndoneDecisions readUndone, CurrentCaller caller) {
        this.undoDecision = undoDecision;
        this.readUndone = readUndone;
        this.caller = caller;
    }

    /**
     * Undoes a decision before it is published, if the desk's policy allows it ({@code undoUntil} of the review).
     * Allowed for supervisors and for the reviewers who made or confirmed the decision. The review returns to the
     * queue, and its clock keeps running.
     *
     * @param workOrder work order of the submission, which is the id of its review
     */
    @POST
    @Path("/undo")
    @Operation(operationId = "undoDecision")
    @Refusal(status = 404, code = "REVIEW_NOT_FOUND", when = "There is no review of this work order.")
    @Refusal(status = 403, code = "NOT_DECIDER", when = "The caller neither made nor confirmed the decision.")
    @Refusal(status = 403, code = "REVIEWER_CONFLICTED", when = Remits.CONFLICTED)
    @Refusal(status = 409, code = "NOTHING_DECIDED", when = "The review is not decided.")
    @Refusal(status = 409, code = "REVIEW_CANCELLED", when = "The applicant withdrew the submission.")
    @Refusal(status = 409, code = "UNDO_TOO_LATE", when = "The decision was published.")
    @Refusal(
            status = 409,
            code = "REVIEW_SUPERSEDED",
            when = "The applicant withdrew the submission after it was decided.")
    public Uni<ReviewView> undo(@PathParam("workOrder") long workOrder) {
        return undoDecision.undo(workOrder, caller.get());
    }

    /**
     * Lists the undone decisions of a review, with all notes. Readers are the holder of the review, reviewers who took
     * part in its decision, and supervisors.
     *
     * @param workOrder work order of the submission, which is the id of its review
     */
    @GET
    @Path("/undone-decisions")
    @Operation(operationId = "listUndoneDecisions")
    @Refusal(status = 403, code = "REVIEWER_CONFLICTED", when = Remits.CONFLICTED)
    @Refusal(
            status = 403,
            code = "CLAIM_REQUIRED",
            when = "The caller is a reviewer without a live claim who took no part in the decision.")
    @Refusal(status = 404, code = "REVIEW_NOT_FOUND", when = "There is no review of this work order.")
    public Uni<UndoneDecisionsView> undone(@PathParam("workOrder") long workOrder) {
        return readUndone.read(workOrder, caller.get());
    }
}
