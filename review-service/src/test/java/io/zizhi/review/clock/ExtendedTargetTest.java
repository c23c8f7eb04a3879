package io.zizhi.review.clock;

import static org.assertj.core.api.Assertions.assertThat;

import io.zizhi.review.clock.calendar.HolidayCalendar;
import io.zizhi.review.clock.calendar.PublishedCalendar;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ExtendedTargetTest {

    private static final Instant TUESDAY_TEN = Instant.parse("2026-11-24T02:00:00Z");

    private final ClockPolicies policies = ClockPolicies.read();
    private final ClockPolicy standard = policies.named("STANDARD").orElseThrow();
    private final ClockPolicy government = policies.named("GOVERNMENT").orElseThrow();
    private final ReviewClock clock = new ReviewClock(HolidayCalendar.of(PublishedCalendar.read()), policies.zone());

    @Test
    void changes_nothing_without_added_time() {
        assertThat(ExtendedTarget.of(standard, Duration.ZERO)).isSameAs(standard);
    }

    @Test
    void adds_open_time_and_keeps_the_percentages() {
        DueTimes due = clock.due(ExtendedTarget.of(standard, Duration.ofHours(2)), TUESDAY_TEN);

        assertThat(due.policy()).isEqualTo("STANDARD");
        assertThat(due.warnAt()).isEqualTo(TUESDAY_TEN.plus(Duration.ofHours(3)));
        assertThat(due.dueAt()).isEqualTo(TUESDAY_TEN.plus(Duration.ofHours(4)));
        assertThat(due.escalateAt()).isEqualTo(TUESDAY_TEN.plus(Duration.ofHours(6)));
    }

    @Test
    void continues_added_time_the_next_morning() {
        DueTimes due = clock.due(ExtendedTarget.of(standard, Duration.ofHours(10)), TUESDAY_TEN);

        // 10:00 to 21:00 is eleven hours; the twelfth is the first hour of Wednesday.
        assertThat(due.dueAt()).isEqualTo(Instant.parse("2026-11-25T02:00:00Z"));
    }

    @Test
    void converts_an_open_day_to_the_policys_window() {
        assertThat(ExtendedTarget.openTime(government, new Target(2, Target.Unit.OPEN_DAYS)))
                .isEqualTo(Duration.ofHours(24));
        assertThat(ExtendedTarget.openTime(government, new Target(3, Target.Unit.OPEN_HOURS)))
                .isEqualTo(Duration.ofHours(3));
    }
}
