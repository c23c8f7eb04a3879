package io.zizhi.qualification.signing.carrierfiling;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/**
 * A request for the data or a document of a claimed carrier filing.
 *
 * @param claimId id of the claim
 */
public record CarrierFilingDataRequest(
        @NotNull(message = "FIELD_REQUIRED") @Pattern(regexp = CarrierFilingReport.CLAIM, message = "CLAIM_ID_INVALID")
        String claimId) {}
