package io.zizhi.notification.verification.search;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.internal.Callers;
import io.zizhi.platform.identity.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Searches verified numbers, for qualification-service. */
@Path("/internal/v1/phone-verifications/search")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.SERVICE)
@Callers("qualification-service")
public class InternalPhoneSearchResource {

    private final FindVerifiedPhones find;

    InternalPhoneSearchResource(FindVerifiedPhones find) {
        this.find = find;
    }

    /** Returns which of the numbers the account has verified and not used yet. Changes nothing. */
    @POST
    @Operation(operationId = "findVerifiedPhones")
    public Uni<PhoneSearchView> find(@NotNull(message = "BODY_REQUIRED") @Valid PhoneSearchRequest body) {
        return find.find(body);
    }
}
