package io.zizhi.qualification.account;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.identity.CurrentCaller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.openapi.Refusal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The account of the caller. */
@Path("/v1/account")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.APPLICANT)
public class OwnAccountResource {

    private final AccountIdentityRepository identities;
    private final CurrentCaller caller;

    OwnAccountResource(AccountIdentityRepository identities, CurrentCaller caller) {
        this.identities = identities;
        this.caller = caller;
    }

    /**
     * Returns the company or person that the caller's account was verified as. A qualification for own use must name
     * exactly that company.
     */
    @GET
    @Operation(operationId = "getOwnAccount")
    @Refusal(
            status = 404,
            code = "ACCOUNT_NOT_VERIFIED",
            when = "The account has no verified identity yet: ask the operator of this installation to verify it.")
    @WithSession
    public Uni<OwnAccountView> get() {
        return identities
                .of(caller.get().requireAccount())
                .map(identity -> identity.flatMap(OwnAccountView::from)
                        .orElseThrow(() -> Problems.notFound(
                                "ACCOUNT_NOT_VERIFIED",
                                "This account has no verified identity yet. Ask the operator of this installation to"
                                        + " verify it.")));
    }
}
