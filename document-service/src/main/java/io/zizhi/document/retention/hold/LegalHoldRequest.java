package io.zizhi.document.retention.hold;

import io.zizhi.platform.http.Parameters;
import io.zizhi.platform.operations.Reason;
import io.zizhi.platform.privacy.personal.WithoutPersonalNumbers;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Sets a legal hold.
 *
 * @param accountId the account whose documents must be kept
 * @param documentId only this document of the account; omit it to hold all of them, later uploads included
 * @param reason 1 to 500 characters on one line, for example the file number of the authority
 */
public record LegalHoldRequest(
        @NotNull(message = "FIELD_REQUIRED") @Pattern(regexp = Parameters.ACCOUNT, message = "FIELD_INVALID")
        String accountId,

        @Pattern(regexp = "[0-9a-f]{32}", message = "FIELD_INVALID") @Nullable
        String documentId,

        @NotBlank(message = "FIELD_REQUIRED")
        @Size(max = Reason.MAX, message = "FIELD_TOO_LONG")
        @Pattern(regexp = Reason.FORM, message = "TEXT_INVALID")
        @WithoutPersonalNumbers
        String reason) {}
