package io.zizhi.platform.runtime.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BusinessClockTest {

    private static final Duration AHEAD = Duration.ofMinutes(3);

    @Test
    void runs_ahead_by_its_offset() {
        Instant before = Instant.now();

        Instant shown = new BusinessClock(() -> Optional.of(AHEAD)).clock().instant();

        assertThat(shown)
                .isBetween(before.plus(AHEAD).minusMillis(1), Instant.now().plus(AHEAD));
    }

    @Test
    void rejects_offset_in_production() {
        assertThatThrownBy(() -> new BusinessClock(() -> Optional.of(AHEAD)).check(List.of("prod")))
                .hasMessageContaining("zizhi.clock.offset");
        assertThatCode(() -> new BusinessClock(Optional::empty).check(List.of("prod")))
                .doesNotThrowAnyException();
        assertThatCode(() -> new BusinessClock(() -> Optional.of(AHEAD)).check(List.of("local")))
                .doesNotThrowAnyException();
    }
}
