package io.zizhi.notification.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SendWindowTest {

    private static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");

    @Test
    void parses_count_and_duration() {
        assertThat(SendWindow.of("5/PT1H")).isEqualTo(new SendWindow(5, Duration.ofHours(1)));
        assertThat(SendWindow.of(" 10/p1d ")).isEqualTo(new SendWindow(10, Duration.ofDays(1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "0/PT1H", "-1/PT1H", "5/1h", "5/PT0S", "5/PT-1S", "x/PT1H"})
    void rejects_invalid_windows(String text) {
        assertThatThrownBy(() -> SendWindow.of(text)).isInstanceOf(RuntimeException.class);
    }

    @Test
    void allows_fewer_codes_than_the_limit() {
        assertThat(SendWindow.of("1/PT1M").allows(Optional.empty(), NOW)).isTrue();
    }

    @Test
    void returns_when_next_code_is_allowed() {
        SendWindow minute = SendWindow.of("1/PT1M");
        assertThat(minute.freeAt(Optional.of(NOW))).contains(NOW.plusSeconds(60));
        assertThat(minute.freeAt(Optional.empty())).isEmpty();
    }

    @Test
    void opens_exactly_when_the_oldest_counted_code_leaves_the_window() {
        SendWindow minute = SendWindow.of("1/PT1M");
        assertThat(minute.allows(Optional.of(NOW.minusMillis(59_999)), NOW)).isFalse();
        assertThat(minute.allows(Optional.of(NOW.minusMillis(60_000)), NOW)).isTrue();
    }
}
