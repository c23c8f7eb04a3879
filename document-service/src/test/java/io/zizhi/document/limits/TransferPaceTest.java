package io.zizhi.document.limits;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.zizhi.platform.testkit.VirtualTicker;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TransferPaceTest {

    private static final long KIB = 1024;

    private final VirtualTicker ticker = new VirtualTicker();
    private final TransferPace pace = new TransferPace(defaults(), ticker);
    private long moved;

    @Test
    void lets_a_slow_but_steady_transfer_pass() {
        for (int second = 1; second <= 80; second++) {
            pass(65 * KIB);
            assertThat(pace.judge(moved, false)).isEmpty();
        }
    }

    @Test
    void tolerates_a_silence_shorter_than_the_window() {
        for (int round = 0; round < 4; round++) {
            pass(700 * KIB);
            for (int silent = 0; silent < 9; silent++) {
                pass(0);
            }
            assertThat(pace.judge(moved, false)).isEmpty();
        }
    }

    @Test
    void cuts_off_a_transfer_that_does_not_move() {
        for (int second = 0; second < 9; second++) {
            pass(0);
            assertThat(pace.judge(moved, false)).isEmpty();
        }
        pass(0);
        assertThat(pace.judge(moved, false)).contains(Slowness.SLOW);
    }

    @Test
    void cuts_off_a_transfer_that_stops_in_the_middle() {
        pass(4_000 * KIB);
        for (int second = 0; second < 9; second++) {
            pass(0);
        }
        assertThat(pace.judge(moved, false)).isEmpty();
        for (int second = 0; second < 10; second++) {
            pass(0);
        }
        assertThat(pace.judge(moved, false)).contains(Slowness.SLOW);
    }

    @Test
    void requires_a_higher_rate_while_others_wait() {
        pass(100 * KIB);
        pass(100 * KIB);
        assertThat(pace.judge(moved, false)).isEmpty();
        pass(100 * KIB);
        pass(100 * KIB);
        assertThat(pace.judge(moved, true)).contains(Slowness.CROWDED_OUT);
    }

    @Test
    void spares_a_fast_transfer_while_others_wait() {
        pass(300 * KIB);
        pass(300 * KIB);
        assertThat(pace.judge(moved, true)).isEmpty();
    }

    @Test
    void ends_every_transfer_at_the_deadline() {
        for (int second = 0; second < 91; second++) {
            pass(1_000 * KIB);
        }
        assertThat(pace.judge(moved, false)).contains(Slowness.LATE);
    }

    @Test
    void allows_the_largest_document_at_the_slowest_rate() {
        DocumentLimits limits = defaults();
        long seconds = 5_242_880 / limits.slowestRate().asLongValue();
        assertThat(limits.transferDeadline()).isGreaterThan(Duration.ofSeconds(seconds));
        assertThat(limits.viewMemoryPerAccount().asLongValue()).isGreaterThan(5_242_880);
        assertThat(limits.uploadMemoryPerAccount().asLongValue()).isGreaterThan(5_242_880);
        assertThat(limits.storingMemory().asLongValue()).isGreaterThan(2 * 5_242_880);
    }

    private void pass(long bytes) {
        ticker.advance(Duration.ofSeconds(1));
        moved += bytes;
    }

    private static DocumentLimits defaults() {
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .withMapping(DocumentLimits.class)
                .withConverter(MemorySize.class, 100, new MemorySizeConverter())
                .withConverter(Duration.class, 100, new DurationConverter())
                .build();
        return config.getConfigMapping(DocumentLimits.class);
    }
}
