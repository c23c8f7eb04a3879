package io.zizhi.notification.verification.reservation;

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
     * Returns whether a verification proves that the number belongs to the account. Changes nothing.
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
     * Reserves a verified number for the submission of one revision, for ten minutes. A repeated request for the same
     * revision extends the reservation; the published submission consumes the verification.
     *
     * @param id id of the phone verification
     */
    @POST
    @Path("/reservations")
    @Operation(operationId = "reservePhone")
    @Refusal(status = 409, code = "PHONE_VERIFICATION_NOT_FOUND", when = "The account has no such verification.")
    @Refusal(status = 409, code = "PHONE_VERIFICATION_NOT_VERIFIED", when = "The code was not entered.")
    @Refusal(status = 409, code = "PHONE_VERIFICATION_EXPIRED", when = "The verification has expired.")
    @Refusal(status = 409, code = "PHONE_VERIFICATION_USED", when = "Another submission has used the verification.")
    @Refusal(
            status = 409,
            code = "PHONE_VERIFICATION_RESERVED",
            when = "Another submission has reserved the verification.")
    @Refusal(status = 409, code = "PHONE_VERIFICATION_PHONE_MISMATCH", when = "The verification is for another number.")
    public Uni<ReservationView> reserve(
            @PathParam("id") String id, @NotNull(message = "BODY_REQUIRED") @Valid ReservationRequest body) {
        return reservePhone.reserve(id, body);
    }
}
