package io.zizhi.notification.verification;

import io.smallrye.mutiny.Uni;
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
import jakarta.ws.rs.core.MediaType;

/** Verified numbers, for qualification-service. */
@Path("/internal/v1/phone-verifications/{id}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.SERVICE)
public class InternalPhoneVerificationResource {

    private final CheckPhone checkPhone;
    private final ReservePhone reservePhone;

    @Inject
    InternalPhoneVerificationResource(CheckPhone checkPhone, ReservePhone reservePhone) {
        this.checkPhone = checkPhone;
        this.reservePhone = reservePhone;
    }

    @POST
    @Path("/check")
    public Uni<UsabilityView> check(
            @PathParam("id") String id, @NotNull(message = "BODY_REQUIRED") @Valid PhoneCheckRequest body) {
        return checkPhone.check(id, body);
    }

    @POST
    @Path("/reservations")
    public Uni<ReservationView> reserve(
            @PathParam("id") String id, @NotNull(message = "BODY_REQUIRED") @Valid ReservationRequest body) {
        return reservePhone.reserve(id, body);
    }
}
