package io.zizhi.review.decision;

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

/** The notes of a decision, for qualification-service. */
@Path("/internal/v1/reviews/{workOrder}/notes")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.SERVICE)
@Callers("qualification-service")
public class NotesResource {

    private final ReadNotes readNotes;
    private final CurrentCaller caller;

    public NotesResource(ReadNotes readNotes, CurrentCaller caller) {
        this.readNotes = readNotes;
        this.caller = caller;
    }

    /**
     * Returns the part of a decision that the applicant may read.
     *
     * @param workOrder work order of the submission, which is the id of its review
     */
    @GET
    @Operation(operationId = "getDecisionNotes")
    @Refusal(status = 404, code = "DECISION_NOT_FOUND", when = "The review is not decided or does not exist.")
    public Uni<NotesView> notes(@PathParam("workOrder") long workOrder) {
        return readNotes.read(workOrder, caller.get());
    }
}
