package io.zizhi.review.clock.calendar;

import java.time.LocalDate;

/**
 * A day as classified by the calendar.
 *
 * @param date in the calendar's zone
 * @param kind kind of the day in the arrangement
 * @param provisional true when no arrangement is loaded for the day and {@code kind} is derived from {@link
 *     StatutoryDays}
 */
public record Day(LocalDate date, DayKind kind, boolean provisional) {}
