package io.zizhi.qualification.signing.binding;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import org.jspecify.annotations.Nullable;

/**
 * Where a signature moves to.
 *
 * @param qualificationId the qualification that carries it from now on
 * @param letterId the letter that authorises it; left out, the one that the qualification names
 */
public record MoveRequest(
        @NotNull(message = "FIELD_REQUIRED") @Positive(message = "NUMBER_NOT_POSITIVE")
        Long qualificationId,

        @Positive(message = "NUMBER_NOT_POSITIVE") @Nullable Long letterId) {}
