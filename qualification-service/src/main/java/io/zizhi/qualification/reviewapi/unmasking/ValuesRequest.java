package io.zizhi.qualification.reviewapi.unmasking;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * A request to unmask fields for a reviewer.
 *
 * @param reviewerId the {@code sub} of the reviewer's token
 * @param pointers JSON pointers of masked fields, 1 to 7
 */
public record ValuesRequest(
        @NotBlank(message = "FIELD_REQUIRED") @Size(max = 255, message = "FIELD_TOO_LONG")
        String reviewerId,

        @NotNull(message = "FIELD_REQUIRED") @Size(min = 1, max = 7, message = "POINTERS_COUNT")
        List<
                        @NotNull(message = "FIELD_REQUIRED")
                        @Pattern(regexp = MaskedField.PATTERN, message = "POINTER_UNKNOWN") String>
                pointers) {}
