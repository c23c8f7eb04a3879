package io.zizhi.platform.runtime.blocking;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import io.zizhi.platform.http.limits.PlatformLimits;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BlockingTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Blocking blocking = new Blocking(twoThreads());
    private final CountDownLatch end = new CountDownLatch(1);

    @AfterEach
    void stop() {
        end.countDown();
        blocking.stop();
    }

    @Test
    void one_account_never_occupies_all_threads() {
        IntStream.range(0, 10)
                .forEach(
                        each -> blocking.call("a", this::waitForEnd).subscribe().with(done -> {}, refused -> {}));

        assertThat(blocking.call("b", () -> "done").await().atMost(PATIENCE)).isEqualTo("done");
    }

    private static PlatformLimits twoThreads() {
        return new SmallRyeConfigBuilder()
                .withMapping(PlatformLimits.class)
                .withDefaultValue("zizhi.limits.blocking-threads", "2")
                .withDefaultValue("zizhi.limits.blocking-threads-per-account", "1")
                .build()
                .getConfigMapping(PlatformLimits.class);
    }

    private boolean waitForEnd() throws InterruptedException {
        end.await();
        return true;
    }
}
