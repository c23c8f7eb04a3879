package io.zizhi.qualification.unmasking;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.CurrentCaller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.openapi.Refusal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseHeader;

/** Masked fields of a submission in plain text, for the review desk. */
@Path("/internal/v1/submissions/{workOrder: [0-9]{1,16}}/values")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.SERVICE)
public class ValuesResource {

    private final RevealValues reveal;
    private final CurrentCaller caller;

    @Inject
    ValuesResource(RevealValues reveal, CurrentCaller caller) {
        this.reveal = reveal;
        this.caller = caller;
    }

    /**
     * Shows masked fields of a submission in plain text. Who is to see them was checked and recorded by the desk before; that
     * they were handed out is recorded here once more. The answer is never to be kept.
     *
     * @param workOrder work order of the submission
     */
    @POST
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    @Operation(operationId = "revealValues")
    @Refusal(status = 404, code = "WORK_ORDER_NOT_FOUND", when = "There is no such work order.")
    public Uni<ValuesView> values(
            @PathParam("workOrder") long workOrder, @NotNull(message = "BODY_REQUIRED") @Valid ValuesRequest wanted) {
        return reveal.handle(workOrder, wanted.pointers(), caller.get());
    }
}
