package io.zizhi.document.limits;

import static org.assertj.core.api.Assertions.assertThat;

import io.zizhi.platform.testkit.VirtualTicker;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TimeShareTest {

    private static final long SECOND = 1_000_000_000;

    private final VirtualTicker ticker = new VirtualTicker();
    private final TimeShare time = new TimeShare(Duration.ofMinutes(1), ticker);

    @Test
    void an_account_pauses_when_its_share_is_used_up() {
        time.use("one", 59 * SECOND);
        assertThat(time.pause("one")).isEmpty();
        time.use("one", SECOND);
        assertThat(time.pause("one")).contains(Duration.ofSeconds(1));
        assertThat(time.pause("two")).isEmpty();
    }

    @Test
    void time_comes_back_evenly() {
        time.use("one", 63 * SECOND);
        assertThat(time.pause("one")).contains(Duration.ofSeconds(31));
        ticker.advance(Duration.ofSeconds(31));
        assertThat(time.pause("one")).isEmpty();
        time.use("one", SECOND);
        assertThat(time.pause("one")).isPresent();
    }

    @Test
    void the_whole_share_is_back_after_the_window() {
        time.use("one", 60 * SECOND);
        ticker.advance(TimeShare.WINDOW);
        time.use("one", 59 * SECOND);
        assertThat(time.pause("one")).isEmpty();
    }
}
