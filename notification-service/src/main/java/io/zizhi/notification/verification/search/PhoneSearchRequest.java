package io.zizhi.notification.verification.search;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * Asks which numbers an account has verified.
 *
 * @param accountId account that wants to submit
 * @param phones numbers as entered in qualifications, at most 100
 */
public record PhoneSearchRequest(
        @NotNull(message = "FIELD_REQUIRED") @Size(max = 100, message = "FIELD_TOO_LONG")
        String accountId,

        @NotNull(message = "FIELD_REQUIRED") @Size(max = 100, message = "TOO_MANY_PHONES")
        List<@NotNull(message = "FIELD_REQUIRED") @Size(max = 32, message = "FIELD_TOO_LONG") String> phones) {

    /** Omits the numbers. */
    @Override
    public String toString() {
        return "PhoneSearchRequest[" + accountId + "]";
    }
}
