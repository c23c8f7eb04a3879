package io.zizhi.notification.verification;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/**
 * Enters a code.
 *
 * @param code six digits
 */
public record CodeRequest(
        @NotNull(message = "FIELD_REQUIRED") @Pattern(regexp = PhoneCode.FORM, message = "PHONE_CODE_FORM")
        String code) {

    /** Without the code. */
    @Override
    public String toString() {
        return "CodeRequest";
    }
}
