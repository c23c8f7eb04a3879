package io.zizhi.platform.operations.keys;

import io.zizhi.platform.http.Parameters;
import io.zizhi.platform.operations.Reason;
import io.zizhi.platform.privacy.encryption.jobs.KeyJobKind;
import io.zizhi.platform.privacy.personal.WithoutPersonalNumbers;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A job to start.
 *
 * @param kind what to do
 * @param accountId account whose key is replaced; only and always for `ACCOUNT_KEY`
 * @param reason 1 to 500 characters on one line
 */
public record KeyJobRequest(
        @NotNull(message = "FIELD_REQUIRED") KeyJobKind kind,

        @Pattern(regexp = Parameters.ACCOUNT, message = "FIELD_INVALID") @Nullable
        String accountId,

        @NotBlank(message = "FIELD_REQUIRED")
        @Size(max = Reason.MAX, message = "FIELD_TOO_LONG")
        @Pattern(regexp = Reason.FORM, message = "TEXT_INVALID")
        @WithoutPersonalNumbers
        String reason) {}
