package io.zizhi.review.proposal;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * The body of a return.
 *
 * @param note why, for the staff; up to 1,000 characters, stored encrypted
 */
public record ReturnRequest(
        @NotBlank(message = "FIELD_REQUIRED")
        @Size(max = 1_000, message = "FIELD_TOO_LONG")
        @Pattern(regexp = "[^\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\x7F-\\x9F]*", message = "FIELD_HAS_CONTROL_CHARACTERS")
        String note) {}
