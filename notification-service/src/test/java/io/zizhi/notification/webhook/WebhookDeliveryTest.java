package io.zizhi.notification.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zizhi.notification.outbound.RequestFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class WebhookDeliveryTest {

    private static final Instant NOW = Instant.parse("2026-11-26T02:00:00Z");
    private static final int ATTEMPTS = 5;
    private static final WebhookConfig CONFIG = new GivenConfig();
    private static final RetrySchedule SCHEDULE = new RetrySchedule(CONFIG, ATTEMPTS, () -> 0);

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
            delivery.claim(NOW, SCHEDULE, CONFIG.lostAfter());
            delivery.retry("HTTP_500", NOW, SCHEDULE);
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
            delivery.claim(NOW, SCHEDULE, CONFIG.lostAfter());
            assertThat(delivery.dueAt()).isEqualTo(NOW.plus(CONFIG.lostAfter()));
        }
        delivery.claim(NOW, SCHEDULE, CONFIG.lostAfter());
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

    @Test
    void waits_without_an_attempt_until_its_receiver_is_verified() {
        WebhookDelivery ofAccount = new WebhookDelivery(
                new AccountWebhook("msg_1", "company-a", 1001, "receiver", "qualification.approved", "{}"), NOW);
        Instant now = NOW;
        int waits = 0;
        while (ofAccount.status() == WebhookStatus.QUEUED) {
            ofAccount.claim(now, SCHEDULE, CONFIG.lostAfter());
            ofAccount.postpone("WEBHOOK_NOT_VERIFIED", now, SCHEDULE);
            assertThat(ofAccount.attempts()).isZero();
            now = ofAccount.dueAt() == null ? now : Objects.requireNonNull(ofAccount.dueAt());
            waits++;
        }
        assertThat(waits).isGreaterThan(SCHEDULE.attempts(true));
        assertThat(Duration.between(NOW, now))
                .isBetween(SCHEDULE.length(), SCHEDULE.length().plusMinutes(30));
        assertThat(ofAccount.outcome()).isEqualTo(new WebhookOutcome(WebhookStatus.FAILED, 0, "WEBHOOK_NOT_VERIFIED"));
    }

    @Test
    void a_request_that_must_wait_is_no_attempt() {
        assertThat(Attempt.of(RequestFailure.early("WEBHOOK_NOT_VERIFIED")))
                .isEqualTo(new Attempt.Postponed("WEBHOOK_NOT_VERIFIED"));
        assertThat(Attempt.of(RequestFailure.passing("NO_ANSWER"))).isEqualTo(new Attempt.Failed("NO_ANSWER"));
        assertThat(Attempt.of(RequestFailure.permanent("WEBHOOK_DELETED")))
                .isEqualTo(new Attempt.Refused("WEBHOOK_DELETED"));
    }

    @Test
    void webhook_of_an_account_follows_its_own_schedule() {
        WebhookDelivery ofAccount = new WebhookDelivery(
                new AccountWebhook("msg_1", "company-a", 1001, "receiver", "qualification.approved", "{}"), NOW);
        assertThat(exhaust(ofAccount)).isEqualTo(4);
        assertThat(ofAccount.outcome()).isEqualTo(new WebhookOutcome(WebhookStatus.FAILED, 4, "HTTP_500"));
    }

    private static int exhaust(WebhookDelivery delivery) {
        int attempts = 0;
        while (delivery.status() == WebhookStatus.QUEUED) {
            delivery.claim(NOW, SCHEDULE, CONFIG.lostAfter());
            delivery.retry("HTTP_500", NOW, SCHEDULE);
            attempts++;
        }
        return attempts;
    }
}
