package io.zizhi.qualification.bulk;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/**
 * Names a phone verification.
 *
 * @param phoneVerificationId the verification by which notification-service knows that the administrator's number is theirs
 */
public record VerificationRequest(
        @NotNull(message = "FIELD_REQUIRED")
        @Pattern(regexp = "[A-Za-z0-9_-]{1,64}", message = "PHONE_VERIFICATION_ID_INVALID")
        String phoneVerificationId) {}
