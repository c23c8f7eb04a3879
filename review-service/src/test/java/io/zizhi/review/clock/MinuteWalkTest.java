package io.zizhi.review.clock;

import static org.assertj.core.api.Assertions.assertThat;

import io.zizhi.review.clock.calendar.CalendarFile;
import io.zizhi.review.clock.calendar.HolidayCalendar;
import io.zizhi.review.clock.calendar.PublishedCalendar;
import io.zizhi.review.clock.calendar.StatutoryDays;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Compares the clock with a naive one that walks through time minute by minute and counts open minutes. */
class MinuteWalkTest {

    private static final long SEED = 20261124;
    private static final int SUBMISSIONS = 2_000;
    private static final LocalDateTime FIRST = LocalDateTime.of(2025, 1, 1, 0, 0);
    private static final int MINUTES_OF_TWO_YEARS = (365 + 350) * 24 * 60;

    private static final List<OpenDays> OPEN_DAYS = List.of(OpenDays.values());

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
        off.addAll(StatutoryDays.of(2027).keySet()); // whatever the notice of that year will say
    }

    @Test
    void matches_a_walk_through_every_minute() {
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

    /** Covers arbitrary targets, percentages, windows and seconds of submission. */
    @Test
    void matches_the_walk_for_arbitrary_policies() {
        Random random = new Random(SEED);
        for (int i = 0; i < SUBMISSIONS / 2; i++) {
            LocalDateTime submitted = FIRST.plusSeconds(random.nextInt(MINUTES_OF_TWO_YEARS * 60))
                    .plusNanos(random.nextInt(1_000) * 1_000L);
            ClockPolicy policy = randomPolicy(random);
            long target = policy.openTime(100).toSeconds();

            DueTimes due = clock.due(policy, instant(submitted));

            String drawn = submitted + " " + policy;
            assertThat(due.warnAt())
                    .as(drawn)
                    .isEqualTo(
                            walk(submitted, policy, Duration.ofSeconds(target).multipliedBy(policy.warnPercent())));
            assertThat(due.dueAt())
                    .as(drawn)
                    .isEqualTo(
                            walk(submitted, policy, Duration.ofSeconds(target).multipliedBy(100)));
            assertThat(due.escalateAt())
                    .as(drawn)
                    .isEqualTo(
                            walk(submitted, policy, Duration.ofSeconds(target).multipliedBy(policy.escalatePercent())));
        }
    }

    private static ClockPolicy randomPolicy(Random random) {
        int opens = random.nextInt(23 * 60);
        int closes = opens + 60 + random.nextInt(23 * 60 - opens + 1);
        Target target = switch (random.nextInt(3)) {
            case 0 -> new Target(1 + random.nextInt(40_000), Target.Unit.OPEN_SECONDS);
            case 1 -> new Target(1 + random.nextInt(12), Target.Unit.OPEN_HOURS);
            default -> new Target(1 + random.nextInt(3), Target.Unit.OPEN_DAYS);
        };
        return new ClockPolicy(
                "DRAWN",
                OPEN_DAYS.get(random.nextInt(OPEN_DAYS.size())),
                LocalTime.MIN.plusMinutes(opens),
                LocalTime.MIN.plusMinutes(closes),
                target,
                1 + random.nextInt(100),
                100 + random.nextInt(101));
    }

    /** @param hundredfold a hundred times the open time to walk, so that no percentage is rounded */
    private Instant walk(LocalDateTime from, ClockPolicy policy, Duration hundredfold) {
        Duration left = hundredfold.dividedBy(100);
        LocalDateTime at = from;
        while (true) {
            LocalDateTime next = at.truncatedTo(ChronoUnit.MINUTES).plusMinutes(1);
            if (isOpen(at, policy)) {
                Duration minute = Duration.between(at, next);
                if (minute.compareTo(left) >= 0) {
                    return instant(at.plus(left));
                }
                left = left.minus(minute);
            }
            at = next;
        }
    }

    private boolean isOpen(LocalDateTime minute, ClockPolicy policy) {
        LocalTime time = minute.toLocalTime();
        boolean beforeClosing = policy.closes().equals(LocalTime.MIDNIGHT) || time.isBefore(policy.closes());
        return !time.isBefore(policy.opens()) && beforeClosing && isOpen(minute.toLocalDate(), policy.openDays());
    }

    private boolean isOpen(LocalDate date, OpenDays openDays) {
        boolean weekend = date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
        return switch (openDays) {
            case EVERY_DAY -> true;
            case ALL_BUT_HOLIDAYS -> !off.contains(date);
            case STATUTORY_WORKDAYS -> !off.contains(date) && (!weekend || work.contains(date));
        };
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
