package io.zizhi.qualification.bulk;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/**
 * Sets the phone verification of a row.
 *
 * @param phoneVerificationId id of the verification of the administrator's number at notification-service
 */
public record VerificationRequest(
        @NotNull(message = "FIELD_REQUIRED")
        @Pattern(regexp = "[A-Za-z0-9_-]{1,64}", message = "PHONE_VERIFICATION_ID_INVALID")
        String phoneVerificationId) {}
