package io.zizhi.document.export;

import io.zizhi.platform.http.Parameters;
import io.zizhi.platform.operations.Reason;
import io.zizhi.platform.privacy.personal.WithoutPersonalNumbers;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * Asks for the export of an account.
 *
 * @param accountId the account, as in the claim {@code account} of its tokens
 * @param reason 1 to 500 characters on one line, for example the number of the request
 */
public record AccountExportRequest(
        @NotNull(message = "FIELD_REQUIRED") @Pattern(regexp = Parameters.ACCOUNT, message = "FIELD_INVALID")
        String accountId,

        @NotBlank(message = "FIELD_REQUIRED")
        @Size(max = Reason.MAX, message = "FIELD_TOO_LONG")
        @Pattern(regexp = Reason.FORM, message = "TEXT_INVALID")
        @WithoutPersonalNumbers
        String reason) {}
