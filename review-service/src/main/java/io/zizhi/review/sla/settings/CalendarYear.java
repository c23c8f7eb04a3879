package io.zizhi.review.sla.settings;

import io.zizhi.review.clock.calendar.CalendarFile.Arrangement;

/**
 * A stored year of the calendar.
 *
 * @param year of the notice
 * @param source where the days were published
 * @param arrangement the holidays
 */
public record CalendarYear(int year, String source, Arrangement arrangement) {}
