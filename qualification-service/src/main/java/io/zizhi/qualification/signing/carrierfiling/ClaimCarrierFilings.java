package io.zizhi.qualification.signing.carrierfiling;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.qualification.model.carrierfiling.CarrierFilingConfig;
import io.zizhi.qualification.model.carrierfiling.CarrierFilingRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/**
 * Reserves pending carrier filings for a filing system until a lease runs out. Concurrent callers get different ones. A
 * filing whose lease has run out is claimed again, so a filing system that crashed loses none.
 */
@ApplicationScoped
public class ClaimCarrierFilings {

    private final CarrierFilingRepository filings;
    private final CarrierFilingConfig policy;

    ClaimCarrierFilings(CarrierFilingRepository filings, CarrierFilingConfig policy) {
        this.filings = filings;
        this.policy = policy;
    }

    @WithTransaction
    public Uni<CarrierFilingClaimView> handle(CarrierFilingClaimRequest request) {
        UUID claim = UUID.randomUUID();
        return filings.claim(request.carrier(), claim, request.limitOrDefault(), policy.lease())
                .map(claimed -> new CarrierFilingClaimView(
                        claim.toString(),
                        claimed.stream().map(CarrierFilingView::from).toList()));
    }
}
