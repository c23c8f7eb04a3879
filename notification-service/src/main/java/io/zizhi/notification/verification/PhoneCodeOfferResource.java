package io.zizhi.notification.verification;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.zizhi.notification.limits.NotificationLimits;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseHeader;

/** The limits of phone codes on this installation. */
@Path("/v1/phone-verifications/offer")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
public class PhoneCodeOfferResource {

    private final PhoneCodeOfferView offer;

    PhoneCodeOfferResource(NotificationLimits limits) {
        this.offer = PhoneCodeOfferView.from(limits);
    }

    /** Returns the limits of phone codes. It may be cached for five minutes. */
    @GET
    @Operation(operationId = "getPhoneCodeOffer")
    @ResponseHeader(name = "Cache-Control", value = "private, max-age=300")
    public Uni<PhoneCodeOfferView> get() {
        return Uni.createFrom().item(offer);
    }
}
