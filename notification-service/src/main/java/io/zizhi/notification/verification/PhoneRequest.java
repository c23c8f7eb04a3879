package io.zizhi.notification.verification;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * Requests a code.
 *
 * @param phone mobile number of mainland China, with or without +86, spaces and hyphens
 */
public record PhoneRequest(
        @NotNull(message = "FIELD_REQUIRED") @Size(max = 32, message = "FIELD_TOO_LONG")
        String phone) {

    /** Omits the number. */
    @Override
    public String toString() {
        return "PhoneRequest";
    }
}
