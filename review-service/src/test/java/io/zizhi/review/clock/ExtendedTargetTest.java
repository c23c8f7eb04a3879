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
    void nothing_added_changes_nothing() {
        assertThat(ExtendedTarget.of(standard, Duration.ZERO)).isSameAs(standard);
    }

    @Test
    void what_is_added_is_open_time_and_the_shares_of_the_target_stay() {
        DueTimes due = clock.due(ExtendedTarget.of(standard, Duration.ofHours(2)), TUESDAY_TEN);

        assertThat(due.policy()).isEqualTo("STANDARD");
        assertThat(due.warnAt()).isEqualTo(TUESDAY_TEN.plus(Duration.ofHours(3)));
        assertThat(due.dueAt()).isEqualTo(TUESDAY_TEN.plus(Duration.ofHours(4)));
        assertThat(due.escalateAt()).isEqualTo(TUESDAY_TEN.plus(Duration.ofHours(6)));
    }

    @Test
    void time_that_does_not_fit_into_the_day_goes_on_the_next_morning() {
        DueTimes due = clock.due(ExtendedTarget.of(standard, Duration.ofHours(10)), TUESDAY_TEN);

        // 10:00 to 21:00 are eleven hours; the twelfth is the first of Wednesday.
        assertThat(due.dueAt()).isEqualTo(Instant.parse("2026-11-25T02:00:00Z"));
    }

    @Test
    void a_day_of_open_time_is_as_long_as_the_window_of_the_policy() {
        assertThat(ExtendedTarget.openTime(government, new Target(2, Target.Unit.OPEN_DAYS)))
                .isEqualTo(Duration.ofHours(24));
        assertThat(ExtendedTarget.openTime(government, new Target(3, Target.Unit.OPEN_HOURS)))
                .isEqualTo(Duration.ofHours(3));
    }
}
