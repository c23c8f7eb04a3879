package io.zizhi.platform.operations.deadletters;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.Page;
import io.zizhi.platform.http.PageRequest;
import io.zizhi.platform.identity.CurrentCaller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.messaging.deadletter.DeadLetterState;
import io.zizhi.platform.openapi.Refusal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Records that could not be read. */
@Path("/v1/operations/dead-letters")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OPERATOR)
public class DeadLetterResource {

    private final ListDeadLetters listDeadLetters;
    private final InspectDeadLetter inspectDeadLetter;
    private final RetryDeadLetter retryDeadLetter;
    private final CurrentCaller caller;

    DeadLetterResource(
            ListDeadLetters listDeadLetters,
            InspectDeadLetter inspectDeadLetter,
            RetryDeadLetter retryDeadLetter,
            CurrentCaller caller) {
        this.listDeadLetters = listDeadLetters;
        this.inspectDeadLetter = inspectDeadLetter;
        this.retryDeadLetter = retryDeadLetter;
        this.caller = caller;
    }

    /**
     * Lists records that could not be read, the oldest at the top.
     *
     * @param topic only of that topic
     * @param state only those; without it those that wait
     */
    @GET
    @Operation(operationId = "listDeadLetters")
    @Refusal(status = 400, code = "TOPIC_UNKNOWN", when = "`topic` is none of the topics of the suite.")
    @Refusal(
            status = 400,
            code = "PARAMETER_INVALID",
            when = "A parameter has not the form that it should have; `errors` say which.")
    public Uni<Page<DeadLetterView>> list(
            @QueryParam("topic") @Nullable String topic,
            @Parameter(schema = @Schema(implementation = DeadLetterState.class)) @QueryParam("state") @Nullable
                    String state,
            @BeanParam PageRequest page) {
        return listDeadLetters.list(topic, state, page);
    }

    /**
     * Shows one record that could not be read: why, and an excerpt in which personal data is masked. The look is kept in
     * the audit log.
     *
     * @param id id of the dead letter
     */
    @GET
    @Path("/{id: \\d{1,18}}")
    @Operation(operationId = "inspectDeadLetter")
    @Refusal(status = 404, code = "DEAD_LETTER_NOT_FOUND", when = "There is no such dead letter.")
    public Uni<DeadLetterDetailView> inspect(@PathParam("id") long id) {
        return inspectDeadLetter.inspect(id, caller.get());
    }

    /**
     * Reads a record again from the bytes that came. What can be read now goes the way of every event, in an outage as one
     * that is held and applied later; what cannot stays and tells why. A second retry has no further effect.
     *
     * @param id id of the dead letter
     */
    @POST
    @Path("/{id: \\d{1,18}}/retry")
    @Operation(operationId = "retryDeadLetter")
    @Refusal(status = 404, code = "DEAD_LETTER_NOT_FOUND", when = "There is no such dead letter.")
    @Refusal(status = 409, code = "DEAD_LETTER_DISCARDED", when = "It was given up.")
    public Uni<DeadLetterDetailView> retry(@PathParam("id") long id) {
        return retryDeadLetter.retry(id, caller.get());
    }
}
