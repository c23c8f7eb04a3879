package io.zizhi.platform.runtime.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
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
}
