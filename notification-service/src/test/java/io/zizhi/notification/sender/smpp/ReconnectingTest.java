package io.zizhi.notification.sender.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ReconnectingTest {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Reconnecting pauses = new Reconnecting(SECOND, MINUTE, () -> 1);

    @Test
    void doubles_up_to_the_longest_pause() {
        assertThat(pauses.pause(Duration.ZERO)).isEqualTo(SECOND);
        assertThat(pauses.pause(SECOND)).isEqualTo(Duration.ofSeconds(2));
        for (int i = 0; i < 100; i++) {
            assertThat(pauses.pause(MINUTE)).isBetween(SECOND, MINUTE);
        }
        assertThat(pauses.pause(Duration.ZERO)).isEqualTo(MINUTE);
    }

    @Test
    void starts_over_after_a_long_session() {
        pauses.pause(Duration.ZERO);
        pauses.pause(Duration.ZERO);
        assertThat(pauses.pause(Duration.ofMinutes(2))).isEqualTo(SECOND);
    }

    @Test
    void waits_longest_after_a_refused_bind() {
        assertThat(pauses.refused()).isEqualTo(MINUTE);
    }

    @Test
    void half_of_a_pause_is_random() {
        assertThat(new Reconnecting(SECOND, MINUTE, () -> 0).pause(Duration.ZERO))
                .isEqualTo(Duration.ofMillis(500));
    }
}
