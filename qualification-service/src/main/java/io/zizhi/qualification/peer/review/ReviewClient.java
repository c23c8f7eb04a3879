package io.zizhi.qualification.peer.review;

import io.quarkus.oidc.client.filter.OidcClientFilter;
import io.smallrye.mutiny.Uni;
import io.zizhi.qualification.model.revision.Decision;
import io.zizhi.qualification.peer.PeerAnswers;
import io.zizhi.qualification.peer.PeerRefusal;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The REST client of review-service. Other rooms use {@link Reviews} instead. */
@RegisterRestClient(configKey = "review-service")
@OidcClientFilter("review-service")
@RegisterProvider(PeerAnswers.class)
@Path("/internal/v1/reviews")
@Produces(MediaType.APPLICATION_JSON)
@Retry(maxRetries = 1, delay = 100, jitter = 50, abortOn = PeerRefusal.class)
@CircuitBreaker(requestVolumeThreshold = 10, delay = 2000, skipOn = PeerRefusal.class)
public interface ReviewClient {

    /** Returns the reviewer's notes to the applicant. */
    @GET
    @Path("/{workOrder}/notes")
    Uni<Decision> notes(@PathParam("workOrder") long workOrder);

    /**
     * Returns the live claim; refused if there is none. review-service itself waits up to two seconds for the outer
     * call. So this call has no retry and a time-out of one second.
     */
    @GET
    @Path("/{workOrder}/claim")
    @Timeout(1000)
    @Retry(maxRetries = 0)
    Uni<LiveClaim> claim(@PathParam("workOrder") long workOrder, @QueryParam("reviewerId") String reviewerId);
}
