package io.zizhi.document.viewing;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import org.jspecify.annotations.Nullable;

/**
 * A request for a copy of a document that a claimed carrier filing names.
 *
 * @param filingId id of the carrier filing, at most 16 digits
 * @param claimId id of its claim
 * @param page number of the page, from 1 to 999,999; without it the original, for carriers that may get originals
 */
public record CarrierCopyRequest(
        @NotNull(message = "FIELD_REQUIRED")
        @Positive(message = "FIELD_INVALID")
        @Max(value = 9_999_999_999_999_999L, message = "FIELD_INVALID")
        Long filingId,

        @NotNull(message = "FIELD_REQUIRED") @Pattern(regexp = "[0-9a-f-]{36}", message = "FIELD_INVALID")
        String claimId,

        @Positive(message = "FIELD_INVALID") @Max(value = 999_999, message = "FIELD_INVALID") @Nullable
        Integer page) {}
