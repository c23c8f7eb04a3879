package io.zizhi.platform.timers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ClockJumpGuardTest {

    private static final Instant NOON = Instant.parse("2026-11-24T04:00:00Z");

    private final ClockJumpGuard guard = new ClockJumpGuard();

    @Test
    void a_start_never_holds_and_a_steady_clock_passes() {
        assertThat(at(Duration.ZERO, Duration.ZERO)).isTrue();
        assertThat(at(Duration.ofHours(5), Duration.ofHours(5))).isTrue();
    }

    @Test
    void a_small_correction_passes() {
        at(Duration.ZERO, Duration.ZERO);
        assertThat(at(Duration.ofSeconds(31), Duration.ofSeconds(1))).isTrue();
        assertThat(at(Duration.ofSeconds(2), Duration.ofSeconds(2))).isTrue();
    }

    @Test
    void a_jump_in_either_direction_holds_until_the_clock_is_right_again() {
        at(Duration.ZERO, Duration.ZERO);
        assertThat(at(Duration.ofHours(2), Duration.ofSeconds(1))).isFalse();
        assertThat(at(Duration.ofMinutes(121), Duration.ofSeconds(2))).isFalse();
        assertThat(at(Duration.ofSeconds(3), Duration.ofSeconds(3))).isTrue();
        assertThat(at(Duration.ofHours(-2), Duration.ofSeconds(4))).isFalse();
    }

    @Test
    void a_release_that_comes_while_it_is_held_lets_it_go_on_by_the_clock_as_it_is() {
        at(Duration.ZERO, Duration.ZERO);
        assertThat(at(Duration.ofHours(2), Duration.ofSeconds(1))).isFalse();
        held(3, Duration.ofHours(2), Duration.ofSeconds(1));
        assertThat(guard.state().jump()).isEqualTo(Duration.ofHours(2).minusSeconds(1));
        assertThat(guard.state().lastSweepAt()).isEqualTo(NOON);
        held(3, Duration.ofHours(2), Duration.ofSeconds(2));
        assertThat(at(Duration.ofMinutes(121), Duration.ofSeconds(61))).isFalse();
        held(4, Duration.ofMinutes(121), Duration.ofSeconds(61));
        assertThat(at(Duration.ofMinutes(121), Duration.ofSeconds(61))).isTrue();
        assertThat(guard.state().jump()).isNull();
        assertThat(at(Duration.ofSeconds(62), Duration.ofSeconds(62))).isFalse();
    }

    private void held(long releases, Duration clock, Duration monotonic) {
        guard.heldUntilReleased(releases, NOON.plus(clock), monotonic.toNanos());
    }

    private boolean at(Duration clock, Duration monotonic) {
        return guard.mayTrust(NOON.plus(clock), monotonic.toNanos());
    }
}
