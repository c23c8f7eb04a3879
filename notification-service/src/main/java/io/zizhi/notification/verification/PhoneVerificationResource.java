package io.zizhi.notification.verification;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import io.zizhi.platform.identity.CurrentCaller;
import io.zizhi.platform.identity.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Phone codes, for applicants. */
@Path("/v1/phone-verifications")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.APPLICANT)
public class PhoneVerificationResource {

    private final CurrentCaller caller;
    private final IssuePhoneCode issuePhoneCode;
    private final EnterPhoneCode enterPhoneCode;

    @Inject
    PhoneVerificationResource(CurrentCaller caller, IssuePhoneCode issuePhoneCode, EnterPhoneCode enterPhoneCode) {
        this.caller = caller;
        this.issuePhoneCode = issuePhoneCode;
        this.enterPhoneCode = enterPhoneCode;
    }

    @POST
    @ResponseStatus(202)
    public Uni<IssuedView> issue(
            @NotNull(message = "BODY_REQUIRED") @Valid PhoneRequest body, @Context HttpServerRequest request) {
        String address = ClientAddress.of(request.remoteAddress().hostAddress());
        return issuePhoneCode.issue(caller.get(), body.phone(), address);
    }

    @POST
    @Path("/{id}/attempts")
    public Uni<VerifiedView> enter(
            @PathParam("id") String id, @NotNull(message = "BODY_REQUIRED") @Valid CodeRequest body) {
        return enterPhoneCode.enter(caller.get(), id, PhoneCode.of(body.code())).map(CodeAttempt::verifiedOrRefusal);
    }
}
