package io.zizhi.platform.operations.audit.verification;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Asks for the next page of a verification.
 *
 * @param cursor `nextCursor` of the previous page; absent to begin
 */
public record VerificationRequest(
        @Size(max = 5000, message = "FIELD_TOO_LONG") @Nullable
        String cursor) {}
