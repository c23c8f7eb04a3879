package io.zizhi.notification.verification;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.internal.Callers;
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

/** Verified numbers, for qualification-service. */
@Path("/internal/v1/phone-verifications/{id}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.SERVICE)
@Callers("qualification-service")
public class InternalPhoneVerificationResource {

    private final CheckPhone checkPhone;
    private final ReservePhone reservePhone;

    InternalPhoneVerificationResource(CheckPhone checkPhone, ReservePhone reservePhone) {
        this.checkPhone = checkPhone;
        this.reservePhone = reservePhone;
    }

    /**
     * Says whether a verification proves a number to be the account's. Nothing is changed.
     *
     * @param id id of the phone verification
     */
    @POST
    @Path("/check")
    @Operation(operationId = "checkPhone")
    public Uni<UsabilityView> check(
            @PathParam("id") String id, @NotNull(message = "BODY_REQUIRED") @Valid PhoneCheckRequest body) {
        return checkPhone.check(id, body);
    }

    /**
     * Holds a verified number for the submission of one revision, for ten minutes. Repeated for the same revision it
     * is held longer; the published submission uses it up.
     *
     * @param id id of the phone verification
     */
    @POST
    @Path("/reservations")
    @Operation(operationId = "reservePhone")
    @Refusal(status = 409, code = "PHONE_VERIFICATION_NOT_FOUND", when = "The account has no such verification.")
    @Refusal(status = 409, code = "PHONE_VERIFICATION_NOT_VERIFIED", when = "The code was not entered.")
    @Refusal(status = 409, code = "PHONE_VERIFICATION_EXPIRED", when = "It was verified too long ago.")
    @Refusal(status = 409, code = "PHONE_VERIFICATION_USED", when = "Another submission was made with it.")
    @Refusal(status = 409, code = "PHONE_VERIFICATION_RESERVED", when = "Another submission holds it right now.")
    @Refusal(status = 409, code = "PHONE_VERIFICATION_PHONE_MISMATCH", when = "It proves another number.")
    public Uni<ReservationView> reserve(
            @PathParam("id") String id, @NotNull(message = "BODY_REQUIRED") @Valid ReservationRequest body) {
        return reservePhone.reserve(id, body);
    }
}
