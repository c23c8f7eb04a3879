package io.zizhi.platform.timers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ClockJumpGuardTest {

    private static final Instant NOON = Instant.parse("2026-11-24T04:00:00Z");

    private final ClockJumpGuard guard = new ClockJumpGuard();

    @Test
    void trusts_clock_at_start_and_while_steady() {
        assertThat(at(Duration.ZERO, Duration.ZERO)).isTrue();
        assertThat(at(Duration.ofHours(5), Duration.ofHours(5))).isTrue();
    }

    @Test
    void trusts_clock_after_small_correction() {
        at(Duration.ZERO, Duration.ZERO);
        assertThat(at(Duration.ofSeconds(31), Duration.ofSeconds(1))).isTrue();
        assertThat(at(Duration.ofSeconds(2), Duration.ofSeconds(2))).isTrue();
    }

    @Test
    void jump_stops_sweeps_until_clock_is_right_again() {
        at(Duration.ZERO, Duration.ZERO);
        assertThat(at(Duration.ofHours(2), Duration.ofSeconds(1))).isFalse();
        assertThat(at(Duration.ofMinutes(121), Duration.ofSeconds(2))).isFalse();
        assertThat(at(Duration.ofSeconds(3), Duration.ofSeconds(3))).isTrue();
        assertThat(at(Duration.ofHours(-2), Duration.ofSeconds(4))).isFalse();
    }

    @Test
    void release_trusts_the_current_clock() {
        at(Duration.ZERO, Duration.ZERO);
        assertThat(guard.jump()).isEmpty();
        assertThat(at(Duration.ofHours(2), Duration.ofSeconds(1))).isFalse();
        assertThat(guard.state().jump()).isEqualTo(Duration.ofHours(2).minusSeconds(1));
        assertThat(guard.state().lastSweepAt()).isEqualTo(NOON);
        guard.release(NOON.plus(Duration.ofMinutes(121)), Duration.ofSeconds(61).toNanos(), 0);
        assertThat(at(Duration.ofMinutes(121), Duration.ofSeconds(61))).isTrue();
        assertThat(guard.state().jump()).isNull();
        assertThat(at(Duration.ofSeconds(62), Duration.ofSeconds(62))).isFalse();
    }

    @Test
    void identifies_jump_by_size_and_earlier_records() {
        guard.mayTrust(NOON, 0, 3);
        guard.mayTrust(NOON.plusSeconds(1), Duration.ofSeconds(1).toNanos(), 4);
        guard.mayTrust(NOON.plus(Duration.ofHours(2)), Duration.ofSeconds(2).toNanos(), 5);
        assertThat(guard.jump()).contains(new ClockJumpGuard.Jump(7198, 4));
    }

    private boolean at(Duration clock, Duration monotonic) {
        return guard.mayTrust(NOON.plus(clock), monotonic.toNanos(), 0);
    }
}
