package io.zizhi.platform.operations.keys;

import io.zizhi.platform.operations.Reason;
import io.zizhi.platform.privacy.personal.WithoutPersonalNumbers;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * What to do with the damaged keys of an account.
 *
 * @param decision whether to use or to destroy the keys
 * @param reason 1 to 500 characters on one line
 */
public record DamagedKeyRequest(
        @NotNull(message = "FIELD_REQUIRED") Decision decision,

        @NotBlank(message = "FIELD_REQUIRED")
        @Size(max = Reason.MAX, message = "FIELD_TOO_LONG")
        @Pattern(regexp = Reason.FORM, message = "TEXT_INVALID")
        @WithoutPersonalNumbers
        String reason) {

    /** What an operator decides about damaged keys. */
    public enum Decision {
        /** The row was restored from a backup: use the keys again. */
        RESTORED,
        /**
         * Destroy the keys and erase the data of the account in this service. Nothing can be stored for the account
         * again.
         */
        DESTROYED
    }
}
