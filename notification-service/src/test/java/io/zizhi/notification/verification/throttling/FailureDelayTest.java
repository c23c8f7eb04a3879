package io.zizhi.notification.verification.throttling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FailureDelayTest {

    private static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");

    @Test
    void doubles_the_delay_up_to_an_hour_after_free_attempts() {
        assertThat(FailureDelay.after(4)).isEqualTo(Duration.ZERO);
        assertThat(FailureDelay.after(5)).isEqualTo(Duration.ofSeconds(30));
        assertThat(FailureDelay.after(6)).isEqualTo(Duration.ofSeconds(60));
        assertThat(FailureDelay.after(9)).isEqualTo(Duration.ofMinutes(8));
        assertThat(FailureDelay.after(12)).isEqualTo(Duration.ofHours(1));
        assertThat(FailureDelay.after(19)).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void twentieth_failure_blocks_number_for_a_day() {
        assertThat(FailureDelay.after(20)).isEqualTo(Duration.ofDays(1));
        assertThat(FailureDelay.after(1000)).isEqualTo(Duration.ofDays(1));
    }

    @Test
    void a_success_or_a_day_resets_the_delay() {
        PhoneFailures number = new PhoneFailures();
        for (int failure = 0; failure < 5; failure++) {
            assertThat(number.delayed(NOW)).isFalse();
            number.failed(NOW);
        }
        assertThat(number.delayed(NOW.plusSeconds(29))).isTrue();
        assertThat(number.delayed(NOW.plusSeconds(30))).isFalse();
        Instant nextDay = NOW.plus(Duration.ofDays(1));
        number.failed(nextDay);
        assertThat(number.delayed(nextDay)).isFalse();
        for (int failure = 1; failure < 5; failure++) {
            number.failed(nextDay);
        }
        assertThat(number.delayed(nextDay)).isTrue();
        number.succeeded();
        number.failed(nextDay);
        assertThat(number.delayed(nextDay)).isFalse();
    }

    @Test
    void allows_at_most_twenty_guesses_a_day() {
        PhoneFailures number = new PhoneFailures();
        int tries = 0;
        for (Instant now = NOW; now.isBefore(NOW.plus(Duration.ofDays(1))); now = now.plusSeconds(10)) {
            while (!number.delayed(now)) {
                number.failed(now);
                tries++;
            }
        }
        assertThat(tries).isLessThanOrEqualTo(FailureDelay.HARD_STOP);
    }
}
