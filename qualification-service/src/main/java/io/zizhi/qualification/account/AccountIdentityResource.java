package io.zizhi.qualification.account;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.Parameters;
import io.zizhi.platform.http.internal.Callers;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.identity.CurrentCaller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.openapi.Refusal;
import io.zizhi.qualification.account.viewing.RecordView;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Verified identities of accounts, maintained by operators. */
@Path("/internal/v1/accounts/{accountId: " + Parameters.ACCOUNT + "}/identity")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OPERATOR)
@Callers(roles = Roles.OPERATOR)
public class AccountIdentityResource {

    private final VerifyAccount verifyAccount;
    private final AccountIdentityRepository identities;
    private final RecordView recordView;
    private final CurrentCaller caller;

    AccountIdentityResource(
            VerifyAccount verifyAccount,
            AccountIdentityRepository identities,
            RecordView recordView,
            CurrentCaller caller) {
        this.verifyAccount = verifyAccount;
        this.identities = identities;
        this.recordView = recordView;
        this.caller = caller;
    }

    /**
     * Sets the verified identity of an account and publishes it. A company has a name and a valid credit code. A person
     * has a name and an id number, which are stored encrypted and as keyed hashes, and never published; applications
     * of the person are compared with them. Without them the recorded ones stay. Giving an account to another company or
     * person takes two operators: request an identity change instead.
     *
     * @param accountId the account, as in the claim {@code account} of its tokens
     */
    @PUT
    @Operation(operationId = "verifyAccount")
    @Refusal(status = 409, code = "ACCOUNT_RESERVED", when = "The account id is reserved for the suite.")
    @Refusal(
            status = 409,
            code = "SECOND_PERSON_REQUIRED",
            when = "The account belongs to another company or person: request an identity change.")
    public Uni<IdentityView> verify(
            @PathParam("accountId") String accountId,
            @NotNull(message = "BODY_REQUIRED") @Valid IdentityRequest identity) {
        return verifyAccount.handle(caller.get(), accountId, identity);
    }

    /**
     * Returns the verified identity of an account. The view is audited.
     *
     * @param accountId the account, as in the claim {@code account} of its tokens
     */
    @GET
    @Operation(operationId = "getAccountIdentity")
    @Refusal(status = 404, code = "ACCOUNT_NOT_VERIFIED", when = "This account has no verified identity yet.")
    @WithSession
    public Uni<IdentityView> get(@PathParam("accountId") String accountId) {
        return identities
                .verified(accountId)
                .map(identity -> identity.map(IdentityView::from)
                        .orElseThrow(() -> Problems.notFound(
                                "ACCOUNT_NOT_VERIFIED", "This account has no verified identity yet.")))
                .call(() ->
                        recordView.handle(caller.get(), accountId, "account.viewed", "account", accountId, List.of()));
    }
}
