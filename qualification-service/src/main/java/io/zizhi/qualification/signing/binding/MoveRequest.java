package io.zizhi.qualification.signing.binding;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import org.jspecify.annotations.Nullable;

/**
 * The new qualification and letter of a signature.
 *
 * @param qualificationId the qualification to bind it to
 * @param letterId the letter that authorises it; by default the letter that the qualification names
 */
public record MoveRequest(
        @NotNull(message = "FIELD_REQUIRED") @Positive(message = "NUMBER_NOT_POSITIVE")
        Long qualificationId,

        @Positive(message = "NUMBER_NOT_POSITIVE") @Nullable Long letterId) {}
