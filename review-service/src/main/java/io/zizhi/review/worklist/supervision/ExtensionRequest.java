package io.zizhi.review.worklist.supervision;

import io.zizhi.contracts.ExtensionReason;
import io.zizhi.review.clock.Target;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;

/**
 * The body of an extension.
 *
 * @param currentDueAt the {@code dueAt} that the supervisor saw; if the review has another due time, nothing changes,
 *     so the call can be repeated
 * @param amount open time to add to the target, 1 to 100
 * @param unit the unit of the amount; a day of open time is one daily window, not 24 hours
 * @param reason the reason, which the applicant sees
 */
public record ExtensionRequest(
        @NotNull(message = "FIELD_REQUIRED") Instant currentDueAt,

        @NotNull(message = "FIELD_REQUIRED")
        @Min(value = 1, message = "AMOUNT_INVALID")
        @Max(value = 100, message = "AMOUNT_INVALID")
        Integer amount,

        @NotNull(message = "FIELD_REQUIRED") Target.Unit unit,
        @NotNull(message = "FIELD_REQUIRED") ExtensionReason reason) {

    Target target() {
        return new Target(amount, unit);
    }
}
