package io.zizhi.qualification.catalogue.copy;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.Parameters;
import io.zizhi.platform.http.internal.Callers;
import io.zizhi.platform.identity.CurrentCaller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.openapi.Refusal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Copies of accounts, for the export of document-service. */
@Path("/internal/v1/accounts/{accountId: " + Parameters.ACCOUNT + "}/copy")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.SERVICE)
@Callers("document-service")
public class AccountCopyResource {

    private final CopyAccount copy;
    private final CurrentCaller caller;

    AccountCopyResource(CopyAccount copy, CurrentCaller caller) {
        this.copy = copy;
        this.caller = caller;
    }

    /**
     * Returns the next page of the verified identity, the qualifications and the letters of an account, with their
     * personal data in plain text. Deleted qualifications and letters are included. The first page is recorded in the
     * audit log with the recipient. So is each page whose `after` was not returned for the recipient within an hour.
     *
     * @param accountId the account, as in the claim {@code account} of its tokens
     */
    @POST
    @Operation(operationId = "copyAccount")
    @Refusal(status = 409, code = "ACCOUNT_ERASED", when = "The account was erased, or its keys were destroyed.")
    public Uni<AccountCopyView> copy(
            @PathParam("accountId") String accountId,
            @NotNull(message = "BODY_REQUIRED") @Valid AccountCopyRequest request) {
        return copy.page(accountId, request, caller.get());
    }
}
