package io.zizhi.review.viewing;

import io.zizhi.platform.privacy.personal.WithoutPersonalNumbers;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * Lifts the viewing limit of a person.
 *
 * @param reason 1 to 200 characters on one line; recorded in the audit trail
 */
public record LiftRequest(
        @NotBlank(message = "FIELD_REQUIRED")
        @Size(max = 200, message = "FIELD_TOO_LONG")
        @Pattern(regexp = "\\P{Cntrl}*", message = "TEXT_INVALID")
        @WithoutPersonalNumbers
        String reason) {}
