package io.zizhi.document.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.zizhi.platform.testkit.VirtualTicker;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ClientPaceTest {

    private final VirtualTicker ticker = new VirtualTicker();
    private final ClientPace pace = new ClientPace(Duration.ofSeconds(10), 1_000, ticker);

    @Test
    void tolerates_a_slow_but_steady_client() {
        for (int second = 0; second < 100; second++) {
            assertThat(isTooSlow(1_001, 1)).isFalse();
        }
    }

    @Test
    void tolerates_a_silence_shorter_than_the_window() {
        for (int round = 0; round < 10; round++) {
            assertThat(isTooSlow(11_000, 1)).isFalse();
            assertThat(isTooSlow(1, 9)).isFalse();
        }
    }

    @Test
    void detects_a_client_that_reads_less_than_the_rate() {
        for (int second = 0; second < 9; second++) {
            assertThat(isTooSlow(999, 1)).isFalse();
        }
        assertThat(isTooSlow(999, 1)).isTrue();
    }

    @Test
    void does_not_count_the_time_in_which_no_chunk_is_ready() {
        for (int round = 0; round < 10; round++) {
            seconds(60);
            assertThat(isTooSlow(1_000, 1)).isFalse();
        }
    }

    private boolean isTooSlow(int bytes, int seconds) {
        pace.sent(bytes);
        seconds(seconds);
        return pace.isTooSlow();
    }

    private void seconds(int passed) {
        ticker.advance(Duration.ofSeconds(passed));
    }
}
