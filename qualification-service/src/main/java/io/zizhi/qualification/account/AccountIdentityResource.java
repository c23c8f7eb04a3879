package io.zizhi.qualification.account;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.internal.Callers;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.identity.CurrentCaller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.openapi.Refusal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Identities of accounts, for the operator. */
@Path("/internal/v1/accounts/{accountId: [A-Za-z0-9._-]{1,64}}/identity")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OPERATOR)
@Callers(roles = Roles.OPERATOR)
public class AccountIdentityResource {

    private final VerifyAccount verifyAccount;
    private final AccountIdentityRepository identities;
    private final CurrentCaller caller;

    AccountIdentityResource(VerifyAccount verifyAccount, AccountIdentityRepository identities, CurrentCaller caller) {
        this.verifyAccount = verifyAccount;
        this.identities = identities;
        this.caller = caller;
    }

    /**
     * Says what an account was verified as. A company has a name and a valid credit code, a person neither. The new
     * identity is published. An account that belongs to another company or person is changed by two operators.
     *
     * @param accountId the account, as it stands in the claim {@code account} of its tokens
     */
    @PUT
    @Operation(operationId = "verifyAccount")
    @Refusal(
            status = 409,
            code = "SECOND_PERSON_REQUIRED",
            when = "The account belongs to another company or person; ask for the change and have it confirmed.")
    public Uni<VerifiedIdentity> verify(
            @PathParam("accountId") String accountId,
            @NotNull(message = "BODY_REQUIRED") @Valid VerifiedIdentity identity) {
        return verifyAccount.handle(caller.get(), accountId, identity);
    }

    /**
     * Shows what an account was verified as.
     *
     * @param accountId the account, as it stands in the claim {@code account} of its tokens
     */
    @GET
    @Operation(operationId = "getAccountIdentity")
    @Refusal(status = 404, code = "ACCOUNT_NOT_VERIFIED", when = "Nobody has verified this account yet.")
    @WithSession
    public Uni<VerifiedIdentity> get(@PathParam("accountId") String accountId) {
        return identities
                .verified(accountId)
                .map(identity -> identity.orElseThrow(
                        () -> Problems.notFound("ACCOUNT_NOT_VERIFIED", "Nobody has verified this account yet.")));
    }
}
