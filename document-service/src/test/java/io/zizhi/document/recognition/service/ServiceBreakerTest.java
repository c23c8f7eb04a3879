package io.zizhi.document.recognition.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ServiceBreakerTest {

    private final AtomicLong nanos = new AtomicLong();
    private final ServiceBreaker breaker = new ServiceBreaker(nanos::get);

    @Test
    void opens_after_failures_in_a_row() {
        fail(ServiceBreaker.FAILURES - 1);
        assertThat(breaker.isOpen()).isFalse();
        breaker.succeeded();
        fail(ServiceBreaker.FAILURES - 1);
        assertThat(breaker.openFor()).isZero();
        fail(1);
        assertThat(breaker.isOpen()).isTrue();
        assertThat(breaker.openFor()).isEqualTo(ServiceBreaker.OPEN_FOR);
    }

    @Test
    void lets_one_picture_through_after_the_pause() {
        fail(ServiceBreaker.FAILURES);
        nanos.addAndGet(ServiceBreaker.OPEN_FOR.toNanos());
        assertThat(breaker.openFor()).isZero();
        fail(1);
        assertThat(breaker.openFor()).isGreaterThan(Duration.ZERO);
        nanos.addAndGet(ServiceBreaker.OPEN_FOR.toNanos());
        breaker.succeeded();
        assertThat(breaker.isOpen()).isFalse();
    }

    private void fail(int times) {
        for (int time = 0; time < times; time++) {
            breaker.failed();
        }
    }
}
