package io.zizhi.review.sla.arrangement;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One calendar year, in the format of the holiday file.
 *
 * @param source where the days were published, for example the notice of the State Council
 * @param zone {@code Asia/Shanghai}
 * @param years exactly one entry: the year as key, for example {@code 2027}, and its holidays
 */
public record CalendarRequest(
        @NotNull(message = "FIELD_REQUIRED") @Size(min = 1, max = 500, message = "FIELD_TOO_LONG")
        String source,

        @NotNull(message = "FIELD_REQUIRED") String zone,
        @NotNull(message = "FIELD_REQUIRED") Map<String, @Nullable Year> years) {

    /**
     * The arrangement of one year's notice.
     *
     * @param holidays its holidays
     */
    public record Year(@Nullable List<@Nullable Holiday> holidays) {}

    /**
     * A holiday and its days.
     *
     * @param name Chinese name, for example 春节
     * @param off days off
     * @param work weekend days that are make-up workdays
     */
    public record Holiday(
            @Nullable String name,
            @Nullable List<@Nullable LocalDate> off,
            @Nullable List<@Nullable LocalDate> work) {}
}
