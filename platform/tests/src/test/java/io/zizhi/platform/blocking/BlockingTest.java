package io.zizhi.platform.blocking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BlockingTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Blocking blocking = new Blocking(2, 1);
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

    private boolean waitForEnd() throws InterruptedException {
        end.await();
        return true;
    }
}
