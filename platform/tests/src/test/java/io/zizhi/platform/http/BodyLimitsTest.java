package io.zizhi.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BodyLimitsTest {

    private final BodyLimits limits = new BodyLimits(1000, Duration.ofSeconds(10), 100);

    @ParameterizedTest
    @CsvSource({
        "0, 10000, false",
        "0, 10001, true",
        "100, 11000, false",
        "100, 11001, true",
        "1000, 20000, false",
        "1000, 20001, true"
    })
    void body_below_minimum_rate_after_grace_is_too_slow(long received, long millis, boolean tooSlow) {
        assertThat(limits.isTooSlow(received, Duration.ofMillis(millis))).isEqualTo(tooSlow);
    }
}
