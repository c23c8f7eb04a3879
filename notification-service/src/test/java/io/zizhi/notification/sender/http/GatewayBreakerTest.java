package io.zizhi.notification.sender.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.zizhi.notification.sender.http.GatewayAnswer.Answered;
import io.zizhi.notification.sender.http.GatewayAnswer.NoAnswer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class GatewayBreakerTest {

    private final AtomicLong nanos = new AtomicLong();
    private final GatewayBreaker breaker = new GatewayBreaker(nanos::get);

    @Test
    void opens_after_five_outages_in_a_row() {
        fail(4);
        assertThat(breaker.openFor()).isZero();
        fail(1);
        assertThat(breaker.openFor()).isEqualTo(GatewayBreaker.OPEN_FOR);
        pass(Duration.ofSeconds(4));
        assertThat(breaker.openFor()).isEqualTo(Duration.ofSeconds(6));
    }

    @Test
    void one_request_decides_after_the_pause() {
        fail(5);
        pass(GatewayBreaker.OPEN_FOR);
        assertThat(breaker.openFor()).isZero();
        fail(1);
        assertThat(breaker.openFor()).isEqualTo(GatewayBreaker.OPEN_FOR);
        pass(GatewayBreaker.OPEN_FOR);
        breaker.record(new Answered(200, null, ""));
        fail(4);
        assertThat(breaker.openFor()).isZero();
    }

    @Test
    void refusals_are_no_outages() {
        for (int i = 0; i < 10; i++) {
            breaker.record(new Answered(400, null, ""));
        }
        assertThat(breaker.openFor()).isZero();
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            breaker.record(new NoAnswer());
        }
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
