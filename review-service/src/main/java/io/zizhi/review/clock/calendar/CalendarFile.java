package io.zizhi.review.clock.calendar;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The form in which arrangements of holidays are loaded.
 *
 * @param source where the days were published
 * @param zone zone of all dates
 * @param years arrangements by year of their notice; a notice may name days in the last December before it
 */
public record CalendarFile(String source, ZoneId zone, Map<Integer, Arrangement> years) {

    /** What one notice arranges. */
    public record Arrangement(List<Holiday> holidays) {}

    /**
     * One holiday and its days.
     *
     * @param name Chinese name, for example 春节
     * @param off days off
     * @param work weekend days that are worked instead; null when there are none
     */
    public record Holiday(
            String name, List<LocalDate> off, @Nullable List<LocalDate> work) {

        List<LocalDate> makeUpWorkdays() {
            return work == null ? List.of() : work;
        }
    }
}
