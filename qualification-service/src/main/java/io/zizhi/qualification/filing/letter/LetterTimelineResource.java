package io.zizhi.qualification.filing.letter;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.Page;
import io.zizhi.platform.http.PageRequest;
import io.zizhi.platform.identity.CurrentCaller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.openapi.Refusal;
import io.zizhi.qualification.catalogue.timeline.EntryView;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

@Path("/v1/authorization-letters/{id: [0-9]{1,16}}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.APPLICANT)
public class LetterTimelineResource {

    private final ReadLetterTimeline timeline;
    private final CurrentCaller caller;

    LetterTimelineResource(ReadLetterTimeline timeline, CurrentCaller caller) {
        this.timeline = timeline;
        this.caller = caller;
    }

    /**
     * Returns the history of a letter, oldest first, in pages.
     *
     * @param id id of the letter
     */
    @GET
    @Path("/timeline")
    @Operation(operationId = "getLetterTimeline")
    @Refusal(status = 404, code = "LETTER_NOT_FOUND", when = "The account has no such letter.")
    public Uni<Page<EntryView>> timeline(@PathParam("id") long id, @BeanParam PageRequest page) {
        return timeline.handle(caller.get(), id, page);
    }
}
