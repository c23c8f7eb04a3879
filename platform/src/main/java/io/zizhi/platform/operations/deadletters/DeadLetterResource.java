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

/** Unreadable records. */
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
     * Lists unreadable records, oldest first.
     *
     * @param topic only records of this topic
     * @param state only records in this state; by default waiting records
     */
    @GET
    @Operation(operationId = "listDeadLetters")
    @Refusal(status = 400, code = "TOPIC_UNKNOWN", when = "`topic` is unknown.")
    @Refusal(status = 400, code = "PARAMETER_INVALID", when = "A parameter is invalid; `errors` names it.")
    public Uni<Page<DeadLetterView>> list(
            @QueryParam("topic") @Nullable String topic,
            @Parameter(schema = @Schema(implementation = DeadLetterState.class)) @QueryParam("state") @Nullable
                    String state,
            @BeanParam PageRequest page) {
        return listDeadLetters.list(topic, state, page);
    }

    /**
     * Shows an unreadable record with the reason and an excerpt in which personal data is masked. The view is recorded
     * in the audit log.
     *
     * @param id id of the dead letter
     */
    @GET
    @Path("/{id: \\d{1,18}}")
    @Operation(operationId = "inspectDeadLetter")
    @Refusal(status = 404, code = "DEAD_LETTER_NOT_FOUND", when = "No such dead letter.")
    public Uni<DeadLetterDetailView> inspect(@PathParam("id") long id) {
        return inspectDeadLetter.inspect(id, caller.get());
    }

    /**
     * Reads the stored bytes of a record again. If they are readable now, the event is processed like any other; during
     * an outage it is held and applied later. Otherwise the record stays with the new reason. A second retry has no
     * further effect.
     *
     * @param id id of the dead letter
     */
    @POST
    @Path("/{id: \\d{1,18}}/retry")
    @Operation(operationId = "retryDeadLetter")
    @Refusal(status = 404, code = "DEAD_LETTER_NOT_FOUND", when = "No such dead letter.")
    @Refusal(status = 409, code = "DEAD_LETTER_DISCARDED", when = "The dead letter was discarded.")
    public Uni<DeadLetterDetailView> retry(@PathParam("id") long id) {
        return retryDeadLetter.retry(id, caller.get());
    }
}
