package io.zizhi.platform.runtime.blocking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zizhi.platform.testkit.Waits;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OwnThreadTest {

    private static final Duration LIMIT = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final OwnThread thread = new OwnThread("resource", LIMIT);
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch end = new CountDownLatch(1);
    private final CountDownLatch goesOn = new CountDownLatch(1);

    @AfterEach
    void stop() {
        end.countDown();
        thread.stop();
    }

    @Test
    void refuses_calls_while_one_hangs_and_then_goes_on() throws InterruptedException {
        thread.call(this::hang).subscribe().with(done -> {}, late -> {});
        assertThat(begun.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();

        assertThatThrownBy(() -> thread.call(this::goOn).await().atMost(PATIENCE))
                .hasRootCauseInstanceOf(TimeoutException.class)
                .hasMessageContaining("resource: no result within PT1S");
        assertThatThrownBy(() -> thread.call(() -> "refused").await().atMost(PATIENCE))
                .isInstanceOf(RejectedExecutionException.class)
                .hasMessageContaining("resource: an earlier call still hangs");

        end.countDown();
        assertThat(goesOn.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        // On a busy machine, this call may also take longer than the limit.
        Waits.await()
                .atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> thread.call(() -> "done").await().atMost(PATIENCE), "done"::equals);
    }

    private boolean hang() throws InterruptedException {
        begun.countDown();
        end.await();
        return true;
    }

    private boolean goOn() {
        goesOn.countDown();
        return true;
    }
}
