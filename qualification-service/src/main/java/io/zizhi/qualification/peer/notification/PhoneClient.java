package io.zizhi.qualification.peer.notification;

import io.quarkus.oidc.client.filter.OidcClientFilter;
import io.smallrye.mutiny.Uni;
import io.zizhi.qualification.peer.PeerAnswers;
import io.zizhi.qualification.peer.PeerRefusal;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The REST client of notification-service. Other rooms use {@link Phones} instead. */
@RegisterRestClient(configKey = "notification-service")
@OidcClientFilter("notification-service")
@RegisterProvider(PeerAnswers.class)
@Path("/internal/v1/phone-verifications")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Retry(maxRetries = 1, delay = 100, jitter = 50, abortOn = PeerRefusal.class)
@CircuitBreaker(requestVolumeThreshold = 10, delay = 2000, skipOn = PeerRefusal.class)
public interface PhoneClient {

    @POST
    @Path("/{id}/check")
    Uni<PhoneAnswer> check(@PathParam("id") String verificationId, PhoneQuestion question);

    /** Reserves the number for a revision. Idempotent per revision; the reservation lasts ten minutes. */
    @POST
    @Path("/{id}/reservations")
    Uni<PhoneReserved> reserve(@PathParam("id") String verificationId, PhoneReservation reservation);

    @POST
    @Path("/search")
    Uni<PhonesFound> search(PhoneSearch search);
}
