package io.zizhi.notification.verification.reservation;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * Asks whether a verification proves a number.
 *
 * @param accountId account that wants to submit
 * @param phone number as entered in the qualification
 */
public record PhoneCheckRequest(
        @NotNull(message = "FIELD_REQUIRED") @Size(max = 100, message = "FIELD_TOO_LONG")
        String accountId,

        @NotNull(message = "FIELD_REQUIRED") @Size(max = 32, message = "FIELD_TOO_LONG")
        String phone) {

    /** Omits the number. */
    @Override
    public String toString() {
        return "PhoneCheckRequest[" + accountId + "]";
    }
}
