package io.zizhi.notification.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class RetryScheduleTest {

    private static final int STAFF_ATTEMPTS = 5;
    private static final double LATEST = 1;

    private final RetrySchedule exact = new RetrySchedule(new GivenConfig(), STAFF_ATTEMPTS, () -> 0);
    private final RetrySchedule latest = new RetrySchedule(new GivenConfig(), STAFF_ATTEMPTS, () -> LATEST);

    @Test
    void webhooks_of_accounts_follow_the_list() {
        assertThat(exact.attempts(true)).isEqualTo(4);
        assertThat(exact.pauseAfter(1, true)).contains(Duration.ofSeconds(5));
        assertThat(exact.pauseAfter(3, true)).contains(Duration.ofHours(10));
        assertThat(exact.pauseAfter(4, true)).isEmpty();
    }

    @Test
    void jitter_lengthens_a_pause_by_a_tenth_at_most() {
        assertThat(latest.pauseAfter(3, true)).contains(Duration.ofHours(11));
        assertThat(latest.pauseAfter(1, false)).contains(Duration.ofSeconds(11));
    }

    @Test
    void default_schedule_lasts_three_days() throws NoSuchMethodException {
        String list = Objects.requireNonNull(
                        WebhookConfig.class.getMethod("accountRetries").getAnnotation(WithDefault.class))
                .value();
        List<Duration> pauses =
                Arrays.stream(list.split(",")).map(Duration::parse).toList();
        assertThat(pauses).isSorted().hasSize(10);
        assertThat(pauses.stream().reduce(Duration.ZERO, Duration::plus))
                .isBetween(Duration.ofDays(3), Duration.ofDays(4));
    }

    @Test
    void refuses_pauses_that_are_not_positive() {
        WebhookConfig negative = new GivenConfig(List.of(Duration.ofSeconds(-1)));
        assertThatThrownBy(() -> new RetrySchedule(negative, STAFF_ATTEMPTS, () -> 0))
                .hasMessageContaining("zizhi.webhook.account-retries");
    }
}
