package io.zizhi.review.viewing;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.Page;
import io.zizhi.platform.http.PageRequest;
import io.zizhi.platform.http.Parameters;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.identity.CurrentCaller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.identity.stepup.StepUp;
import io.zizhi.platform.openapi.Refusal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** How much personal data the members of staff see. */
@Path("/v1/viewing")
@Produces(MediaType.APPLICATION_JSON)
public class ViewingResource {

    private final ReadViewing read;
    private final LiftViewingLimit lift;
    private final CurrentCaller caller;

    ViewingResource(ReadViewing read, LiftViewingLimit lift, CurrentCaller caller) {
        this.read = read;
        this.lift = lift;
        this.caller = caller;
    }

    /**
     * Lists the people who have viewed documents or unmasked fields within a day, by id, with the counts that the
     * limits bound. A person at a limit can view no further objects until views leave the window, or until a supervisor
     * lifts the limit.
     */
    @GET
    @RolesAllowed({Roles.SUPERVISOR, Roles.AUDITOR})
    @Operation(operationId = "listViewing")
    public Uni<Page<ViewingView>> list(@BeanParam PageRequest page) {
        int limit = page.limit();
        return read.people(after(page.cursor()), limit + 1)
                .map(found -> Page.of(found, limit, ViewingView::reviewerId));
    }

    /**
     * Lifts the limit of a person: the counts start again from 0. The audit log records the reason. Nobody lifts their
     * own limit.
     *
     * @param reviewerId the {@code sub} of the person's tokens
     */
    @POST
    @Path("/{reviewerId: [A-Za-z0-9._:@-]{1,100}}/lift")
    @RolesAllowed(Roles.SUPERVISOR)
    @StepUp
    @Operation(operationId = "liftViewingLimit")
    @Refusal(status = 403, code = "SECOND_PERSON_REQUIRED", when = "The limit is the caller's own.")
    @Refusal(status = 404, code = "VIEWS_NOT_FOUND", when = "The person has viewed no personal data within a day.")
    public Uni<ViewingView> lift(
            @PathParam("reviewerId") String reviewerId,
            @Valid @NotNull(message = "BODY_REQUIRED") LiftRequest request) {
        return lift.lift(caller.get(), reviewerId, request);
    }

    private static String after(@Nullable String cursor) {
        if (cursor == null) {
            return "";
        }
        if (!Parameters.isStorable(cursor)) {
            throw Problems.badRequest(
                    "CURSOR_INVALID", "?cursor", "Send the nextCursor of the previous page unchanged.");
        }
        return cursor;
    }
}
