package io.zizhi.notification.verification;

import io.zizhi.notification.verification.model.PhoneCode;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/**
 * A code entered by an applicant.
 *
 * @param code six digits
 */
public record CodeRequest(
        @NotNull(message = "FIELD_REQUIRED") @Pattern(regexp = PhoneCode.FORM, message = "PHONE_CODE_FORM")
        String code) {

    /** Omits the code. */
    @Override
    public String toString() {
        return "CodeRequest";
    }
}
