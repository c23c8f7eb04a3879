package io.zizhi.platform.runtime.failpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FailPointsTest {

    @TempDir
    private Path folder;

    private final AtomicInteger deaths = new AtomicInteger();
    private final List<Duration> pauses = new ArrayList<>();

    @Test
    void configured_point_strikes_only_at_its_pass() {
        FailPoints points = points(Optional.of("outbox.after-ack:3"), Optional.empty());
        points.pass(FailPoint.OUTBOX_AFTER_ACK);
        points.pass(FailPoint.TIMER_AFTER_LOCK);
        points.pass(FailPoint.OUTBOX_AFTER_ACK);
        assertThat(deaths).hasValue(0);
        points.pass(FailPoint.OUTBOX_AFTER_ACK);
        assertThat(deaths).hasValue(1);
    }

    @Test
    void point_in_file_strikes_once_and_is_deleted() throws IOException {
        Path file = folder.resolve("review-service");
        FailPoints points = points(Optional.empty(), Optional.of(file));
        points.pass(FailPoint.TIMER_AFTER_LOCK);
        Files.writeString(file, "timer.after-lock:2\n");
        points.pass(FailPoint.TIMER_AFTER_LOCK);
        assertThat(deaths).hasValue(0);
        points.pass(FailPoint.TIMER_AFTER_LOCK);
        assertThat(deaths).hasValue(1);
        assertThat(file).doesNotExist();
        points.pass(FailPoint.TIMER_AFTER_LOCK);
        assertThat(deaths).hasValue(1);
    }

    @Test
    void same_point_can_be_armed_again() throws IOException {
        Path file = folder.resolve("review-service");
        FailPoints points = points(Optional.empty(), Optional.of(file));
        for (int time = 1; time <= 2; time++) {
            Files.writeString(file, "outbox.before-publish");
            points.pass(FailPoint.OUTBOX_BEFORE_PUBLISH);
            assertThat(deaths).hasValue(time);
        }
    }

    @Test
    void point_with_pause_stops_only_the_thread() throws IOException {
        Path file = folder.resolve("notification-service");
        FailPoints points = points(Optional.empty(), Optional.of(file));
        Files.writeString(file, "sms.before-hand-over:2:PT45S");
        points.pass(FailPoint.SMS_BEFORE_HAND_OVER);
        points.pass(FailPoint.SMS_BEFORE_HAND_OVER);
        points.pass(FailPoint.SMS_BEFORE_HAND_OVER);
        assertThat(pauses).containsExactly(Duration.ofSeconds(45));
        assertThat(deaths).hasValue(0);
        assertThat(file).doesNotExist();
    }

    @Test
    void misspelt_point_is_rejected_with_valid_names() {
        assertThatThrownBy(() -> points(Optional.of("outbox.afterAck"), Optional.empty()))
                .hasMessageContaining("outbox.after-ack");
        assertThatThrownBy(() -> points(Optional.of("outbox.after-ack:0"), Optional.empty()))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> points(Optional.of("outbox.after-ack:1:soon"), Optional.empty()))
                .hasMessageContaining("PT45S");
    }

    private FailPoints points(Optional<String> point, Optional<Path> file) {
        return new FailPoints(point, file, deaths::incrementAndGet, pauses::add);
    }
}
