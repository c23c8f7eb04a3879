package io.zizhi.review.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Seconds are relative to the true instant of the submission. */
class ClockStartTest {

    private static final Instant TRUTH = Instant.parse("2026-11-27T02:00:00Z");
    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final int WEEK = 604_800;

    @ParameterizedTest
    @CsvSource({"0, 0", "0, 10800", "-299, 0", "299, 604800", "300, 300"})
    void starts_at_the_submission_however_late_its_event_comes(long skew, long late) {
        ClockStart start = start(0, skew, late);
        assertThat(start.at()).isEqualTo(TRUTH);
        assertThat(start.replaced()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"301, 0", "600, 2", "604800, 10800"})
    void fires_nothing_at_once_where_the_producers_database_is_slow(long behind, long late) {
        ClockStart start = start(-behind, 0, late);
        assertThat(start.at()).isEqualTo(TRUTH);
        assertThat(start.replaced()).contains(TRUTH.minusSeconds(behind));
    }

    @ParameterizedTest
    @ValueSource(longs = {302, 600, WEEK})
    void starts_at_the_arrival_where_the_producers_database_is_fast(long ahead) {
        ClockStart start = start(ahead, 0, 1);
        assertThat(start.at()).isEqualTo(TRUTH.plusSeconds(1));
        assertThat(start.replaced()).contains(TRUTH.plusSeconds(ahead));
    }

    @ParameterizedTest
    @ValueSource(longs = {301, 600, WEEK})
    void starts_at_the_submission_where_the_producers_replica_is_slow(long behind) {
        assertThat(start(0, -behind, 0).at()).isEqualTo(TRUTH);
    }

    @ParameterizedTest
    @ValueSource(longs = {301, 600, WEEK})
    void starts_at_the_arrival_where_the_producers_replica_is_fast(long ahead) {
        assertThat(start(0, ahead, 1).at()).isEqualTo(TRUTH.plusSeconds(1));
    }

    @Test
    void never_starts_long_before_the_record_nor_ahead_of_this_database() {
        Random random = new Random(20261127);
        for (int draw = 0; draw < 10_000; draw++) {
            long recorded = random.nextInt(-WEEK, WEEK);
            Instant start = start(random.nextInt(-WEEK, WEEK), recorded, 0).at();
            assertThat(start).isBeforeOrEqualTo(TRUTH.plus(TOLERANCE));
            assertThat(start)
                    .isAfterOrEqualTo(TRUTH.plusSeconds(Math.min(recorded, 0)).minus(TOLERANCE));
        }
    }

    private static ClockStart start(long submitted, long recorded, long now) {
        return ClockStart.of(
                TRUTH.plusSeconds(submitted), TRUTH.plusSeconds(recorded), TRUTH.plusSeconds(now), TOLERANCE);
    }
}
