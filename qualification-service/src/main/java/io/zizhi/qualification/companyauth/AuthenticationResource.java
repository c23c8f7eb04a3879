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

/** Companies that prove their identity by scanning a QR code (扫码认证). */
@Path("/v1/company-authentications")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.APPLICANT)
@Refusal(
        status = 503,
        code = "COMPANY_AUTHENTICATION_UNAVAILABLE",
        when = "The identity provider is unavailable or its response is invalid. Nothing was changed; retry later.")
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
     * Starts an authentication. Show `qrContent` as a QR code; a representative of the company scans it and confirms.
     * An installation may have no scan provider.
     */
    @POST
    @Operation(operationId = "startCompanyAuthentication")
    @APIResponse(responseCode = "201", description = "The authentication with the QR code to scan.")
    @Refusal(
            status = 404,
            code = "COMPANY_AUTHENTICATION_NOT_OFFERED",
            when = "This installation offers no scan authentication: upload a certificate.")
    @Refusal(
            status = 429,
            code = "COMPANY_AUTHENTICATION_LIMITED",
            when = "The account has started too many authentications within an hour; retry later.")
    public Uni<RestResponse<AuthenticationView>> start() {
        return start.handle(caller.get())
                .map(view -> ResponseBuilder.<AuthenticationView>created(
                                URI.create("/v1/company-authentications/" + view.id()))
                        .entity(view)
                        .build());
    }

    /**
     * Returns the state of an authentication; poll about every two seconds while it is open. Once confirmed it includes
     * the confirmed company. A form with the same data and the authentication's id needs no certificate image.
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
