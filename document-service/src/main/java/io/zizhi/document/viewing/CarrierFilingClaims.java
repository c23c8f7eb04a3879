package io.zizhi.document.viewing;

import io.smallrye.mutiny.Uni;
import io.zizhi.document.viewing.CarrierFilingClient.FiledDocument;
import io.zizhi.document.viewing.CarrierFilingClient.LiveClaim;
import io.zizhi.platform.http.problem.ProblemException;
import io.zizhi.platform.http.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/** Asks qualification-service for claims of carrier filings. Any answer other than yes or no counts as an outage. */
@ApplicationScoped
class CarrierFilingClaims {

    private static final Logger LOG = Logger.getLogger(CarrierFilingClaims.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final CarrierFilingClient filings;

    CarrierFilingClaims(@RestClient CarrierFilingClient filings) {
        this.filings = filings;
    }

    Uni<FiledDocument> find(long filingId, String claimId, String documentId) {
        return filings.find(filingId, documentId, new LiveClaim(claimId))
                .onFailure(failure -> !(failure instanceof ProblemException))
                .invoke(failure -> LOG.warnf("qualification-service: %s", failure.toString()))
                .onFailure(failure -> !(failure instanceof ProblemException))
                .transform(failure -> Problems.unavailable(
                        "QUALIFICATION_SERVICE_UNAVAILABLE",
                        "The claim of the carrier filing cannot be checked. Try again later.",
                        RETRY_AFTER));
    }
}
