package io.zizhi.review.clock;

import static org.assertj.core.api.Assertions.assertThat;

import io.zizhi.review.clock.calendar.HolidayCalendar;
import io.zizhi.review.clock.calendar.PublishedCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ElapsedOpenTimeTest {

    private static final long SEED = 20261126;
    private static final int SUBMISSIONS = 2_000;
    private static final Instant FIRST = Instant.parse("2025-01-01T00:00:00Z");
    private static final int SECONDS_OF_TWO_YEARS = (365 + 350) * 24 * 60 * 60;

    private final ClockPolicies policies = ClockPolicies.read();
    private final ClockData data =
            new ClockData(1, policies, Map.of(), HolidayCalendar.of(PublishedCalendar.read()), Map.of(), 1);
    private final ElapsedOpenTime elapsed = ElapsedOpenTime.by(data);

    @ParameterizedTest
    @CsvSource({
        // Within a day, overnight, before opening, after closing.
        "STANDARD, 2026-11-24T10:00+08:00, 2026-11-24T11:30+08:00, PT1H30M",
        "STANDARD, 2026-11-24T20:00+08:00, 2026-11-25T10:00+08:00, PT2H",
        "STANDARD, 2026-11-24T06:00+08:00, 2026-11-24T09:00:01+08:00, PT1S",
        "STANDARD, 2026-11-24T21:00+08:00, 2026-11-25T09:00+08:00, PT0S",
        // Weekends are open days, except for GOVERNMENT.
        "STANDARD, 2026-11-27T09:00+08:00, 2026-11-30T21:00+08:00, PT48H",
        "GOVERNMENT, 2026-11-27T09:00+08:00, 2026-11-30T21:00+08:00, PT24H",
        // National Day.
        "STANDARD, 2026-10-01T09:00+08:00, 2026-10-07T21:00+08:00, PT0S",
        // Zero where the end is before the start, as the clocks of two services may differ.
        "STANDARD, 2026-11-24T10:00+08:00, 2026-11-24T10:00+08:00, PT0S",
        "STANDARD, 2026-11-24T12:00+08:00, 2026-11-23T10:00+08:00, PT0S"
    })
    void counts_time_while_the_desk_is_open(String policy, OffsetDateTime from, OffsetDateTime to, Duration passed) {
        assertThat(elapsed.between(policies.named(policy).orElseThrow(), from.toInstant(), to.toInstant()))
                .isEqualTo(passed);
    }

    /** {@link MinuteWalkTest} checks the clock itself. */
    @Test
    void measures_exactly_the_open_time_of_each_stage() {
        Random random = new Random(SEED);
        for (int i = 0; i < SUBMISSIONS; i++) {
            ClockPolicy policy = policies.policies().get(random.nextInt(2));
            Instant submitted = FIRST.plusSeconds(random.nextInt(SECONDS_OF_TWO_YEARS));

            DueTimes due = data.due(policy, submitted);

            String drawn = policy.name() + " " + submitted;
            assertThat(elapsed.between(policy, submitted, due.warnAt()))
                    .as(drawn)
                    .isEqualTo(policy.openTime(policy.warnPercent()));
            assertThat(elapsed.between(policy, submitted, due.dueAt()))
                    .as(drawn)
                    .isEqualTo(policy.openTime(100));
            assertThat(elapsed.between(policy, submitted, due.dueAt().minusSeconds(1)))
                    .as(drawn)
                    .isEqualTo(policy.openTime(100).minusSeconds(1));
        }
    }
}
