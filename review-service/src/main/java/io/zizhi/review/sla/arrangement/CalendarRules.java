package io.zizhi.review.sla.arrangement;

import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.http.problem.Violation;
import io.zizhi.review.clock.calendar.CalendarFile.Arrangement;
import io.zizhi.review.clock.calendar.CalendarFile.Holiday;
import io.zizhi.review.clock.calendar.StatutoryDays;
import io.zizhi.review.sla.settings.CalendarYear;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Validates the arrangement of a year, so that nobody loads the wrong file or an incomplete one. */
final class CalendarRules {

    private static final String ZONE = "Asia/Shanghai";
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2099;
    private static final int MOST_HOLIDAYS = 30;
    private static final int MOST_DAYS = 60;
    private static final int LONGEST_NAME = 50;

    private final int year;
    private final Map<LocalDate, String> days = new HashMap<>();
    private final List<Violation> violations = new ArrayList<>();

    private CalendarRules(int year) {
        this.year = year;
    }

    /**
     * Builds the year from the request.
     *
     * @param year the year in the path
     * @throws io.zizhi.platform.http.problem.ProblemException 400 with all violations
     */
    static CalendarYear check(int year, CalendarRequest request) {
        return new CalendarRules(year).check(request);
    }

    private CalendarYear check(CalendarRequest request) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            found("/years", "YEAR_OUT_OF_RANGE", "Years from " + FIRST_YEAR + " to " + LAST_YEAR + " can be loaded.");
        }
        if (!request.zone().equals(ZONE)) {
            found("/zone", "ZONE_UNSUPPORTED", "The zone must be " + ZONE + ".");
        }
        if (request.source().chars().anyMatch(Character::isISOControl)) {
            found("/source", "FIELD_HAS_CONTROL_CHARACTERS", "Send one line of text.");
        }
        List<Holiday> holidays = List.of();
        if (request.years().size() == 1 && request.years().containsKey(String.valueOf(year))) {
            holidays = holidays(request.years().get(String.valueOf(year)));
        } else {
            found("/years", "YEAR_MISMATCH", "Send the year " + year + " and no other.");
        }
        if (!violations.isEmpty()) {
            throw Problems.invalid(violations);
        }
        return new CalendarYear(year, request.source(), new Arrangement(holidays));
    }

    private List<Holiday> holidays(CalendarRequest.@Nullable Year wanted) {
        String pointer = "/years/" + year;
        if (wanted == null || wanted.holidays() == null) {
            found(wanted == null ? pointer : pointer + "/holidays", "FIELD_REQUIRED", "Fill in this field.");
            return List.of();
        }
        if (wanted.holidays().size() > MOST_HOLIDAYS) {
            found(pointer + "/holidays", "TOO_MANY_ITEMS", "A year may have at most " + MOST_HOLIDAYS + " holidays.");
            return List.of();
        }
        List<Holiday> holidays = new ArrayList<>();
        for (int i = 0; i < wanted.holidays().size(); i++) {
            holiday(holidays, pointer + "/holidays/" + i, wanted.holidays().get(i));
        }
        StatutoryDays.of(year).forEach((day, name) -> {
            if (!String.valueOf(days.get(day)).contains("/off/")) {
                found(
                        pointer + "/holidays",
                        "STATUTORY_DAY_MISSING",
                        day + " must be off: it is a statutory day off (" + name + ").");
            }
        });
        return List.copyOf(holidays);
    }

    private void holiday(List<Holiday> holidays, String pointer, CalendarRequest.@Nullable Holiday wanted) {
        if (wanted == null) {
            found(pointer, "FIELD_REQUIRED", "Fill in this field.");
            return;
        }
        String name = Objects.requireNonNullElse(wanted.name(), "");
        if (name.isBlank()) {
            found(pointer + "/name", "FIELD_REQUIRED", "Fill in this field.");
        } else if (name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            found(pointer + "/name", "NAME_INVALID", "Send up to " + LONGEST_NAME + " characters on one line.");
        }
        List<LocalDate> off = days(pointer + "/off", wanted.off());
        if (off.isEmpty()) {
            found(pointer + "/off", "FIELD_REQUIRED", "A holiday needs at least one day off.");
        }
        List<LocalDate> work = days(pointer + "/work", wanted.work());
        for (int i = 0; i < work.size(); i++) {
            if (work.get(i).getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0) {
                found(
                        pointer + "/work/" + i,
                        "WORKDAY_NOT_ON_WEEKEND",
                        "Only a Saturday or Sunday can be a make-up workday.");
            }
        }
        holidays.add(new Holiday(name, off, work.isEmpty() ? null : work));
    }

    private List<LocalDate> days(String pointer, @Nullable List<@Nullable LocalDate> wanted) {
        List<LocalDate> found = new ArrayList<>();
        if (wanted == null) {
            return found;
        }
        if (wanted.size() > MOST_DAYS) {
            found(pointer, "TOO_MANY_ITEMS", "A holiday may have at most " + MOST_DAYS + " days.");
            return found;
        }
        for (int i = 0; i < wanted.size(); i++) {
            LocalDate day = wanted.get(i);
            if (day == null) {
                found(pointer + "/" + i, "FIELD_REQUIRED", "Fill in this field.");
            } else {
                day(pointer + "/" + i, day);
                found.add(day);
            }
        }
        return found;
    }

    private void day(String pointer, LocalDate day) {
        boolean isBefore = day.getYear() == year - 1 && day.getMonth() == Month.DECEMBER;
        if (day.getYear() != year && !isBefore) {
            found(pointer, "DATE_OUT_OF_YEAR", "The day must be in this year or in the preceding December.");
        }
        String known = days.putIfAbsent(day, pointer);
        if (known != null) {
            found(pointer, "DATE_TWICE", "The same day is already at " + known + ".");
        }
    }

    private void found(String pointer, String code, String detail) {
        violations.add(new Violation(pointer, code, detail));
    }
}
