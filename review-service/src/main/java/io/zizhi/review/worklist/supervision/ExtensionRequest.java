package io.zizhi.review.worklist.supervision;

import io.zizhi.contracts.ExtensionReason;
import io.zizhi.review.clock.Target;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;

/**
 * How much more time a review gets, and why.
 *
 * @param currentDueAt the {@code dueAt} that the supervisor saw; where the review has another one, nothing is done, so that
 *     a call may be repeated
 * @param amount how much open time is added to the target, 1 to 100
 * @param unit of the amount; a day of open time is one daily window long, not 24 hours
 * @param reason why; the applicant is told
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
