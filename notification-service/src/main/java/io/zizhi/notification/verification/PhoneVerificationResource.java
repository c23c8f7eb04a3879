package io.zizhi.notification.verification;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import io.zizhi.notification.sender.message.SmsLanguage;
import io.zizhi.notification.verification.model.PhoneCode;
import io.zizhi.platform.http.address.ClientAddress;
import io.zizhi.platform.http.address.TrustedProxies;
import io.zizhi.platform.identity.CurrentCaller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.openapi.Refusal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
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
    private final ReadPhoneVerification readPhoneVerification;
    private final TrustedProxies proxies;

    PhoneVerificationResource(
            CurrentCaller caller,
            IssuePhoneCode issuePhoneCode,
            EnterPhoneCode enterPhoneCode,
            ReadPhoneVerification readPhoneVerification,
            TrustedProxies proxies) {
        this.caller = caller;
        this.issuePhoneCode = issuePhoneCode;
        this.enterPhoneCode = enterPhoneCode;
        this.readPhoneVerification = readPhoneVerification;
        this.proxies = proxies;
    }

    /**
     * Sends a six-digit code to a mobile number of mainland China. The code expires after five minutes, or when a newer
     * one is sent to the number. The text is in the language that {@code Accept-Language} prefers, else in that of the
     * account.
     */
    @POST
    @ResponseStatus(202)
    @Operation(operationId = "issuePhoneCode")
    @Refusal(status = 400, code = "PHONE_INVALID", when = "`phone` is not a mobile number of mainland China.")
    @Refusal(status = 400, code = "FIELD_REQUIRED", when = "`phone` is blank.")
    @Refusal(status = 429, code = "PHONE_CODE_LIMITED", when = "Too many codes or wrong codes; try again later.")
    public Uni<IssuedView> issue(
            @NotNull(message = "BODY_REQUIRED") @Valid PhoneRequest body, @Context HttpServerRequest request) {
        String address = ClientAddress.of(proxies.clientOf(request));
        Optional<SmsLanguage> language = SmsLanguage.preferred(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        return issuePhoneCode.issue(caller.get(), body.phone(), address, language);
    }

    /**
     * Returns the state of a phone verification: status, expiry, tries left and the masked number, but never the code.
     *
     * @param id id of the phone verification
     */
    @GET
    @Path("/{id}")
    @Operation(operationId = "getPhoneVerification")
    @Refusal(status = 404, code = "PHONE_VERIFICATION_NOT_FOUND", when = "The account has no such phone verification.")
    public Uni<PhoneVerificationView> get(@PathParam("id") String id) {
        return readPhoneVerification.read(caller.get(), id);
    }

    /**
     * Enters a code. It becomes invalid after five wrong attempts. A verified number serves one submission within 30
     * minutes.
     *
     * @param id id of the phone verification
     */
    @POST
    @Path("/{id}/attempts")
    @Operation(operationId = "enterPhoneCode")
    @Refusal(status = 404, code = "PHONE_VERIFICATION_NOT_FOUND", when = "The account has no such phone verification.")
    @Refusal(status = 409, code = "PHONE_CODE_EXHAUSTED", when = "Too many wrong attempts; request a new code.")
    @Refusal(status = 409, code = "PHONE_CODE_EXPIRED", when = "The code has expired; request a new one.")
    @Refusal(status = 409, code = "PHONE_CODE_SUPERSEDED", when = "A newer code was sent; enter the newer code.")
    @Refusal(status = 409, code = "PHONE_CODE_USED", when = "The code was already used.")
    @Refusal(status = 422, code = "PHONE_CODE_WRONG", when = "The code is wrong.")
    @Refusal(status = 429, code = "PHONE_CODE_LIMITED", when = "Too many codes or wrong codes; try again later.")
    public Uni<VerifiedView> enter(
            @PathParam("id") String id, @NotNull(message = "BODY_REQUIRED") @Valid CodeRequest body) {
        return enterPhoneCode.enter(caller.get(), id, PhoneCode.of(body.code())).map(CodeAttempt::verifiedOrRefusal);
    }
}
