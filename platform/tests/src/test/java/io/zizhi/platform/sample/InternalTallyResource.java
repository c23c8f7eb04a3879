package io.zizhi.platform.sample;

import io.zizhi.platform.http.internal.Callers;
import io.zizhi.platform.identity.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Map;

/** Endpoints for tests of the internal listener and its callers. */
@Path("/internal/v1/tallies")
@RolesAllowed({Roles.SERVICE, Roles.OPERATOR})
public class InternalTallyResource {

    @GET
    @Path("/of-a-service")
    @Callers("review-service")
    public String ofService() {
        return "seen";
    }

    @GET
    @Path("/of-a-role")
    @Callers(roles = Roles.OPERATOR)
    public String ofRole() {
        return "seen";
    }

    @GET
    @Path("/of-nobody")
    public String ofNobody() {
        return "seen";
    }

    @POST
    @Callers("review-service")
    public int post(Map<String, String> body) {
        return body.size();
    }
}
