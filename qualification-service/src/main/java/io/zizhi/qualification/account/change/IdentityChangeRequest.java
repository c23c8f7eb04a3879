package io.zizhi.qualification.account.change;

import io.zizhi.platform.http.Parameters;
import io.zizhi.platform.operations.Reason;
import io.zizhi.platform.privacy.personal.WithoutPersonalNumbers;
import io.zizhi.qualification.account.IdentityRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * Requests that an account be given to another company or person.
 *
 * @param accountId the account, as in the claim {@code account} of its tokens
 * @param identity the new identity
 * @param reason the reason; shown to the second operator and kept in the audit log
 */
public record IdentityChangeRequest(
        @NotNull(message = "FIELD_REQUIRED") @Pattern(regexp = Parameters.ACCOUNT, message = "TEXT_INVALID")
        String accountId,

        @NotNull(message = "FIELD_REQUIRED") @Valid IdentityRequest identity,

        @NotBlank(message = "FIELD_REQUIRED")
        @Size(max = Reason.MAX, message = "FIELD_TOO_LONG")
        @Pattern(regexp = Reason.FORM, message = "TEXT_INVALID")
        @WithoutPersonalNumbers
        String reason) {}
