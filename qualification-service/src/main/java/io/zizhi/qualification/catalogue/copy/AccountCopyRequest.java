package io.zizhi.qualification.catalogue.copy;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Asks for the next page of a copy.
 *
 * @param recipient token subject of the person who receives the copy
 * @param after {@code next} of the previous page; omit it for the first page
 */
public record AccountCopyRequest(
        @NotBlank(message = "FIELD_REQUIRED") @Size(max = 255, message = "FIELD_TOO_LONG")
        String recipient,

        @Pattern(regexp = CURSOR, message = "FIELD_INVALID") @Nullable
        String after) {

    private static final String CURSOR =
            "(QUALIFICATION|REVISION|LETTER|LETTER_SUBMISSION|CARRIER_FILING) [0-9]{1,16}( [0-9]{1,11} [0-9a-f]{64})?";
}
