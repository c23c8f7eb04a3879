package io.zizhi.document.viewing;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.oidc.client.filter.OidcClientFilter;
import io.quarkus.rest.client.reactive.ClientExceptionMapper;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.zizhi.document.storage.Document;
import io.zizhi.platform.http.problem.ProblemException;
import io.zizhi.platform.http.problem.Problems;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** The part of qualification-service's internal REST API that concerns documents of carrier filings. */
@RegisterRestClient(configKey = "qualification-service")
@OidcClientFilter("qualification-service")
@Path("/internal/v1/carrier-filings")
public interface CarrierFilingClient {

    /**
     * Returns the filing if the claim is live and the document belongs to it. Fails with a {@link ProblemException} if
     * it answers that one of them is not so. The request may be repeated, because it changes nothing.
     */
    @POST
    @Path("/{filingId}/documents/{documentId}")
    @Timeout(value = 2, unit = ChronoUnit.SECONDS)
    @Retry(maxRetries = 2, delay = 100, abortOn = ProblemException.class)
    @CircuitBreaker(
            requestVolumeThreshold = 15,
            delay = 3,
            delayUnit = ChronoUnit.SECONDS,
            skipOn = ProblemException.class)
    Uni<FiledDocument> find(
            @PathParam("filingId") long filingId, @PathParam("documentId") String documentId, LiveClaim claim);

    // It reads the body.
    @Blocking
    @ClientExceptionMapper
    static @Nullable RuntimeException refusal(Response response) {
        return switch (response.getStatus()) {
            // Also answered by a replica of a release without this endpoint, which knows nothing of the filing.
            case 404 -> response.readEntity(Refusal.class).isFinal() ? Document.notFound() : null;
            case 409 ->
                Problems.conflict(
                        "CARRIER_FILING_NOT_CLAIMED",
                        "The claim does not hold the carrier filing: claim it again. If its signature was released,"
                                + " report any result to cancel it.");
            default -> null;
        };
    }

    /** @param code why it refuses; null if something else than qualification-service answers */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Refusal(@Nullable String code) {

        private boolean isFinal() {
            return "CARRIER_FILING_NOT_FOUND".equals(code) || "DOCUMENT_NOT_FOUND".equals(code);
        }
    }

    /** @param claimId id of the newest claim */
    record LiveClaim(String claimId) {}

    /**
     * A document of a claimed filing.
     *
     * @param carrier code of the carrier
     * @param workOrder review that approved what is filed
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record FiledDocument(String carrier, long workOrder) {}
}
