package io.zizhi.qualification.signing.carrierfiling;

import io.zizhi.qualification.model.carrierfiling.CarrierFilingConfig;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A request to claim pending carrier filings.
 *
 * @param carrier code of the carrier, for example {@code CHINA_MOBILE}
 * @param limit maximum number of filings, 1 to 100; 20 by default
 */
public record CarrierFilingClaimRequest(
        @NotNull(message = "FIELD_REQUIRED") @Pattern(regexp = CarrierFilingConfig.CARRIER, message = "CARRIER_INVALID")
        String carrier,

        @Min(value = 1, message = "LIMIT_INVALID") @Max(value = 100, message = "LIMIT_INVALID") @Nullable
        Integer limit) {

    private static final int DEFAULT_LIMIT = 20;

    int limitOrDefault() {
        return limit == null ? DEFAULT_LIMIT : limit;
    }
}
