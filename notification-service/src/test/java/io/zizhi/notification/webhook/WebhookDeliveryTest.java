package io.zizhi.notification.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class WebhookDeliveryTest {

    private static final Instant NOW = Instant.parse("2026-11-26T02:00:00Z");
    private static final int ATTEMPTS = 5;
    private static final WebhookConfig CONFIG = new Settings();

    private final WebhookDelivery delivery = new WebhookDelivery(
            new WebhookOrder("msg_1", "staff", new Receiver("https://example.com/", "whsec_"), "{}"),
            new byte[1],
            new byte[1],
            "receiver",
            NOW);

    @Test
    void doubles_pauses_up_to_the_maximum_and_then_fails() {
        List<Duration> pauses = new ArrayList<>();
        while (delivery.status() == WebhookStatus.QUEUED) {
            delivery.claim(NOW, ATTEMPTS, CONFIG.lostAfter());
            delivery.retry("HTTP_500", NOW, ATTEMPTS, CONFIG);
            if (delivery.dueAt() != null) {
                pauses.add(Duration.between(NOW, Objects.requireNonNull(delivery.dueAt())));
            }
        }
        assertThat(pauses).extracting(Duration::toSeconds).containsExactly(10L, 20L, 40L, 60L);
        assertThat(delivery.outcome()).isEqualTo(new WebhookOutcome(WebhookStatus.FAILED, 5, "HTTP_500"));
        assertThatThrownBy(delivery::encryptedSecret).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void retries_a_lost_webhook_until_the_last_attempt() {
        for (int lost = 1; lost <= ATTEMPTS; lost++) {
            delivery.claim(NOW, ATTEMPTS, CONFIG.lostAfter());
            assertThat(delivery.dueAt()).isEqualTo(NOW.plus(CONFIG.lostAfter()));
        }
        delivery.claim(NOW, ATTEMPTS, CONFIG.lostAfter());
        assertThat(delivery.outcome()).isEqualTo(new WebhookOutcome(WebhookStatus.FAILED, 5, "NO_ANSWER"));
    }

    @Test
    void classifies_answers_by_standard_webhooks() {
        assertThat(List.of(Attempt.of(200), Attempt.of(204))).allMatch(Attempt.Taken.class::isInstance);
        assertThat(List.of(Attempt.of(199), Attempt.of(302), Attempt.of(404), Attempt.of(429), Attempt.of(503)))
                .allMatch(Attempt.Failed.class::isInstance);
        assertThat(Attempt.of(410)).isEqualTo(new Attempt.Refused("HTTP_410"));
        assertThat(Attempt.of(new IllegalStateException("no key"))).isEqualTo(new Attempt.Refused("UNREADABLE"));
    }

    private record Settings() implements WebhookConfig {

        @Override
        public Duration firstRetry() {
            return Duration.ofSeconds(10);
        }

        @Override
        public Duration longestRetry() {
            return Duration.ofMinutes(1);
        }

        @Override
        public Duration lostAfter() {
            return Duration.ofMinutes(1);
        }

        @Override
        public Duration pollEvery() {
            return Duration.ofSeconds(1);
        }
    }
}
