package io.zizhi.review.decision.proposal;

import io.zizhi.review.decision.reasons.Prose;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * The body of a return.
 *
 * @param note the reason, for staff; up to 1,000 characters, stored encrypted
 */
public record ReturnRequest(
        @NotBlank(message = "FIELD_REQUIRED")
        @Size(max = Prose.MAX, message = "FIELD_TOO_LONG")
        @Pattern(regexp = Prose.PATTERN, message = "FIELD_HAS_CONTROL_CHARACTERS")
        String note) {}
