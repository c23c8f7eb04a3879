package io.zizhi.platform.operations.erasures;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.Page;
import io.zizhi.platform.http.PageRequest;
import io.zizhi.platform.http.Parameters;
import io.zizhi.platform.identity.CurrentCaller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.openapi.Refusal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Erased accounts, with the proof of what this service erased. */
@Path("/v1/operations/erasures")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.AUDITOR, Roles.OPERATOR})
public class ErasureResource {

    private final ListErasures listErasures;
    private final ReadErasure readErasure;
    private final CurrentCaller caller;

    ErasureResource(ListErasures listErasures, ReadErasure readErasure, CurrentCaller caller) {
        this.listErasures = listErasures;
        this.readErasure = readErasure;
        this.caller = caller;
    }

    /**
     * Lists the erased accounts by id.
     *
     * @param state only erasures in this state; by default all
     */
    @GET
    @Operation(operationId = "listErasures")
    @Refusal(status = 400, code = "PARAMETER_INVALID", when = "A parameter is invalid; `errors` names it.")
    public Uni<Page<ErasureView>> list(
            @Parameter(schema = @Schema(implementation = ErasureState.class)) @QueryParam("state") @Nullable
                    String state,
            @BeanParam PageRequest page) {
        return listErasures.list(state, page);
    }

    /**
     * Shows what this service erased of an account. The view is recorded in the audit log.
     *
     * @param accountId the account, as in the claim {@code account} of its tokens
     */
    @GET
    @Path("/{accountId: " + Parameters.ACCOUNT + "}")
    @Operation(operationId = "readErasure")
    @Refusal(status = 404, code = "ERASURE_NOT_FOUND", when = "This service has erased no account with this id.")
    public Uni<ErasureView> read(@PathParam("accountId") String accountId) {
        return readErasure.read(accountId, caller.get());
    }
}
