package io.zizhi.review.clock.calendar;

import java.time.LocalDate;
import java.time.Month;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Classifies days by the loaded arrangements. Immutable. */
public final class HolidayCalendar {

    private final Set<Integer> loadedYears;
    private final Map<LocalDate, DayKind> arranged;

    private HolidayCalendar(Set<Integer> loadedYears, Map<LocalDate, DayKind> arranged) {
        this.loadedYears = Set.copyOf(loadedYears);
        this.arranged = Map.copyOf(arranged);
    }

    public static HolidayCalendar of(CalendarFile file) {
        Map<LocalDate, DayKind> arranged = new HashMap<>();
        for (CalendarFile.Arrangement year : file.years().values()) {
            for (CalendarFile.Holiday holiday : year.holidays()) {
                holiday.off().forEach(day -> arrange(arranged, day, DayKind.HOLIDAY));
                holiday.makeUpWorkdays().forEach(day -> arrange(arranged, day, DayKind.MAKE_UP_WORKDAY));
            }
        }
        return new HolidayCalendar(new HashSet<>(file.years().keySet()), arranged);
    }

    private static void arrange(Map<LocalDate, DayKind> arranged, LocalDate day, DayKind kind) {
        DayKind before = arranged.put(day, kind);
        if (before != null && before != kind) {
            throw new IllegalArgumentException("The calendar calls " + day + " both a day off and a workday");
        }
    }

    public boolean isLoaded(int year) {
        return loadedYears.contains(year);
    }

    /** Returns the years whose notices can name a day: its own year, and in December also the next year. */
    public static List<Integer> yearsOf(LocalDate date) {
        int year = date.getYear();
        return date.getMonth() == Month.DECEMBER ? List.of(year, year + 1) : List.of(year);
    }

    /**
     * Classifies a day. The kind of a day that a notice names is certain, even if the notice of its own year is not
     * loaded.
     */
    public Day judge(LocalDate date) {
        DayKind kind = arranged.get(date);
        if (kind != null) {
            return new Day(date, kind, false);
        }
        if (loadedYears.contains(date.getYear())) {
            return new Day(date, DayKind.ORDINARY, false);
        }
        boolean statutory = StatutoryDays.nameOf(date).isPresent();
        return new Day(date, statutory ? DayKind.HOLIDAY : DayKind.ORDINARY, true);
    }
}
