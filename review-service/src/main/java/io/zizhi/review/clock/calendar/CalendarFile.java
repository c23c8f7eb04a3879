package io.zizhi.review.clock.calendar;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The file format for holiday arrangements.
 *
 * @param source where the days were published
 * @param zone zone of all dates
 * @param years arrangements by year of their notice; a notice may include days of the preceding December
 */
public record CalendarFile(String source, ZoneId zone, Map<Integer, Arrangement> years) {

    /** The arrangement of one notice. */
    public record Arrangement(List<Holiday> holidays) {}

    /**
     * One holiday and its days.
     *
     * @param name Chinese name, for example 春节
     * @param off days off
     * @param work weekend days that are make-up workdays; null if there are none
     */
    public record Holiday(
            String name, List<LocalDate> off, @Nullable List<LocalDate> work) {

        List<LocalDate> makeUpWorkdays() {
            return work == null ? List.of() : work;
        }
    }
}
