package io.zizhi.platform.operations.reservation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * Asks for the outcomes of attempts to submit.
 *
 * @param attempts at most 100, which take a fraction of a second
 */
public record OutcomesRequest(
        @NotEmpty(message = "FIELD_REQUIRED") @Size(max = MOST, message = "TOO_MANY_ITEMS")
        List<@NotNull(message = "FIELD_REQUIRED") @Valid SubmissionAttempt> attempts) {

    static final int MOST = 100;
}
