package io.zizhi.qualification.companyauth;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.CurrentCaller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.openapi.Refusal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Companies that prove themselves by scanning a QR code (扫码认证). */
@Path("/v1/company-authentications")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.APPLICANT)
@Refusal(
        status = 503,
        code = "COMPANY_AUTHENTICATION_UNAVAILABLE",
        when = "The identity provider does not answer, or its answer cannot be trusted; nothing was changed.")
public class AuthenticationResource {

    private final StartAuthentication start;
    private final PollAuthentication poll;
    private final CurrentCaller caller;

    AuthenticationResource(StartAuthentication start, PollAuthentication poll, CurrentCaller caller) {
        this.start = start;
        this.poll = poll;
        this.caller = caller;
    }

    /**
     * Starts an authentication. Show `qrContent` as a QR code; whoever may act for the company scans it and confirms there.
     * The installation may have no provider to scan for.
     */
    @POST
    @Operation(operationId = "startCompanyAuthentication")
    @APIResponse(responseCode = "201", description = "The authentication, to be scanned.")
    @Refusal(
            status = 404,
            code = "COMPANY_AUTHENTICATION_NOT_OFFERED",
            when = "The installation has no provider of scans: upload a certificate.")
    @Refusal(
            status = 429,
            code = "COMPANY_AUTHENTICATION_LIMITED",
            when = "The account has started too many in the last hour.")
    public Uni<RestResponse<AuthenticationView>> start() {
        return start.handle(caller.get())
                .map(view -> ResponseBuilder.<AuthenticationView>created(
                                URI.create("/v1/company-authentications/" + view.id()))
                        .entity(view)
                        .build());
    }

    /**
     * Shows how far an authentication is; ask every two seconds or so while it is open. Once it is confirmed it says who
     * confirmed, and a form that repeats this and names the id needs no image of the certificate.
     *
     * @param id id of the authentication
     */
    @GET
    @Path("{id: [0-9a-f]{32}}")
    @Operation(operationId = "getCompanyAuthentication")
    @Refusal(status = 404, code = "COMPANY_AUTHENTICATION_NOT_FOUND", when = "The account has no such authentication.")
    public Uni<AuthenticationView> get(@PathParam("id") String id) {
        return poll.handle(caller.get(), id);
    }
}
