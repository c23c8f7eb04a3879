package io.zizhi.review.decision;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** The notes of a decision, for qualification-service. */
@Path("/internal/v1/reviews/{workOrder}/notes")
@RolesAllowed(Roles.SERVICE)
public class NotesResource {

    private final ReadNotes readNotes;

    @Inject
    public NotesResource(ReadNotes readNotes) {
        this.readNotes = readNotes;
    }

    @GET
    public Uni<NotesView> notes(@PathParam("workOrder") long workOrder) {
        return readNotes.read(workOrder);
    }
}
