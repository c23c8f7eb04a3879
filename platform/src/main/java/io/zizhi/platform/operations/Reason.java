package io.zizhi.platform.operations;

import io.zizhi.platform.privacy.personal.WithoutPersonalNumbers;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * Reason of an operator's action, stored in the audit log.
 *
 * @param reason 1 to 500 characters on one line
 */
public record Reason(
        @NotBlank(message = "FIELD_REQUIRED")
        @Size(max = MAX, message = "FIELD_TOO_LONG")
        @Pattern(regexp = FORM, message = "TEXT_INVALID")
        @WithoutPersonalNumbers
        String reason) {

    public static final int MAX = 500;

    /** Forbids control characters. */
    public static final String FORM = "\\P{Cntrl}*";
}
