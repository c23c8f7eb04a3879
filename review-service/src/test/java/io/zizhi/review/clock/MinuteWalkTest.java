package io.zizhi.review.clock;

import static org.assertj.core.api.Assertions.assertThat;

import io.zizhi.review.calendar.CalendarFile;
import io.zizhi.review.calendar.HolidayCalendar;
import io.zizhi.review.calendar.PublishedCalendar;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Compares the clock with the most naive one: a walk through time, minute by minute, that counts the open ones. */
class MinuteWalkTest {

    private static final long SEED = 20261124;
    private static final int SUBMISSIONS = 2_000;
    private static final LocalDateTime FIRST = LocalDateTime.of(2025, 1, 1, 0, 0);
    private static final int MINUTES_OF_TWO_YEARS = (365 + 350) * 24 * 60;

    private final Set<LocalDate> off = new HashSet<>();
    private final Set<LocalDate> work = new HashSet<>();
    private final ClockPolicies policies = ClockPolicies.read();
    private final ReviewClock clock = new ReviewClock(HolidayCalendar.of(PublishedCalendar.read()), policies.zone());

    MinuteWalkTest() {
        for (CalendarFile.Arrangement year : PublishedCalendar.read().years().values()) {
            for (CalendarFile.Holiday holiday : year.holidays()) {
                off.addAll(holiday.off());
                if (holiday.work() != null) {
                    work.addAll(holiday.work());
                }
            }
        }
    }

    @Test
    void the_clock_agrees_with_a_walk_through_every_minute() {
        Random random = new Random(SEED);
        for (int i = 0; i < SUBMISSIONS; i++) {
            LocalDateTime submitted = FIRST.plusMinutes(random.nextInt(MINUTES_OF_TWO_YEARS));
            boolean government = random.nextBoolean();
            int target = government ? 2 * 12 * 60 : 2 * 60;

            DueTimes due = clock.due(
                    policies.named(government ? "GOVERNMENT" : "STANDARD").orElseThrow(), instant(submitted));

            assertThat(due.warnAt()).as("%s", submitted).isEqualTo(walk(submitted, government, target * 3 / 4));
            assertThat(due.dueAt()).as("%s", submitted).isEqualTo(walk(submitted, government, target));
            assertThat(due.escalateAt()).as("%s", submitted).isEqualTo(walk(submitted, government, target * 3 / 2));
        }
    }

    private Instant walk(LocalDateTime from, boolean government, int openMinutes) {
        LocalDateTime minute = from;
        int passed = 0;
        while (passed < openMinutes) {
            if (isOpen(minute, government)) {
                passed++;
            }
            minute = minute.plusMinutes(1);
        }
        return instant(minute);
    }

    private boolean isOpen(LocalDateTime minute, boolean government) {
        LocalDate date = minute.toLocalDate();
        LocalTime time = minute.toLocalTime();
        if (time.getHour() < 9 || time.getHour() >= 21 || off.contains(date)) {
            return false;
        }
        boolean weekend = date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
        return !government || !weekend || work.contains(date);
    }

    private static Instant instant(LocalDateTime local) {
        return local.toInstant(ZoneOffset.ofHours(8));
    }
}
