package io.zizhi.review.sla.policy;

import io.zizhi.review.clock.OpenDays;
import io.zizhi.review.clock.Target;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/**
 * The body of a clock policy.
 *
 * @param openDays which days are open
 * @param opens start of the daily window in Asia/Shanghai, for example {@code 09:00}
 * @param closes end of the daily window, for example {@code 21:00}; {@code 00:00} means midnight at the end of the day
 * @param target open time that a review may take; its escalation must be within 60 open days
 * @param warnPercent share of the target after which to warn, 1 to 100
 * @param escalatePercent share of the target after which to escalate, 100 to 1,000
 */
public record PolicyRequest(
        @NotNull(message = "FIELD_REQUIRED") OpenDays openDays,

        @NotNull(message = "FIELD_REQUIRED") @Pattern(regexp = TIME, message = "TIME_INVALID")
        String opens,

        @NotNull(message = "FIELD_REQUIRED") @Pattern(regexp = TIME, message = "TIME_INVALID")
        String closes,

        @NotNull(message = "FIELD_REQUIRED") @Valid TargetRequest target,
        @NotNull(message = "FIELD_REQUIRED") Integer warnPercent,
        @NotNull(message = "FIELD_REQUIRED") Integer escalatePercent) {

    static final String TIME = "(?:[01][0-9]|2[0-3]):[0-5][0-9]";

    /**
     * An amount of open time.
     *
     * @param amount at least 1
     * @param unit the unit; a day of open time is one daily window
     */
    public record TargetRequest(
            @NotNull(message = "FIELD_REQUIRED") Integer amount,
            @NotNull(message = "FIELD_REQUIRED") Target.Unit unit) {}
}
