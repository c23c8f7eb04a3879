package io.zizhi.document.viewing;

import io.quarkus.oidc.client.filter.OidcClientFilter;
import io.quarkus.rest.client.reactive.ClientExceptionMapper;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The parts of review-service's internal REST API that concern documents. */
@RegisterRestClient(configKey = "review-service")
@OidcClientFilter("review-service")
@Path("/internal/v1")
public interface ReviewServiceClient {

    /**
     * A picture too small to read. Sent as a header, because review-services of the release before refuse unknown query
     * parameters.
     */
    String THUMBNAIL = "thumbnail";

    /**
     * Returns the live claim; throws {@link NoClaimException} if there is none, and {@link ViewsLimitedException} if
     * the person has viewed too much. A repeated request counts as one more view.
     *
     * @param view {@link #THUMBNAIL}; null for a view that opens the document
     */
    @GET
    @Path("/claims")
    @Timeout(value = 2, unit = ChronoUnit.SECONDS)
    @Retry(
            maxRetries = 2,
            delay = 100,
            abortOn = {NoClaimException.class, ViewsLimitedException.class})
    @CircuitBreaker(
            requestVolumeThreshold = 15,
            delay = 3,
            delayUnit = ChronoUnit.SECONDS,
            skipOn = {NoClaimException.class, ViewsLimitedException.class})
    Uni<LiveClaim> claim(
            @RestQuery String reviewerId,
            @RestQuery String documentId,
            @RestHeader("Zizhi-View") @Nullable String view);

    @ClientExceptionMapper
    static @Nullable RuntimeException refusal(Response response) {
        return switch (response.getStatus()) {
            case 404 -> new NoClaimException();
            case 429 -> new ViewsLimitedException(response.getHeaderString("Retry-After"));
            default -> null;
        };
    }

    /** A claim that was live at the time of the answer. */
    record LiveClaim(long workOrder, Instant leaseEndsAt) {}
}
