package io.zizhi.review.decision.reasons;

import io.zizhi.platform.privacy.personal.WithoutPersonalNumbers;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * The body of a canned text. All applicants may receive it, so it must not contain personal data.
 *
 * @param zh the Chinese text, up to 1,000 characters
 * @param en the English text, up to 1,000 characters
 */
public record CannedTextRequest(
        @NotBlank(message = "FIELD_REQUIRED")
        @Size(max = Prose.MAX, message = "FIELD_TOO_LONG")
        @Pattern(regexp = Prose.PATTERN, message = "FIELD_HAS_CONTROL_CHARACTERS")
        @WithoutPersonalNumbers
        String zh,

        @NotBlank(message = "FIELD_REQUIRED")
        @Size(max = Prose.MAX, message = "FIELD_TOO_LONG")
        @Pattern(regexp = Prose.PATTERN, message = "FIELD_HAS_CONTROL_CHARACTERS")
        @WithoutPersonalNumbers
        String en) {}
