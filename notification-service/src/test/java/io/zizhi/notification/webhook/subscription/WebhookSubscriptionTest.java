package io.zizhi.notification.webhook.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zizhi.platform.http.problem.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class WebhookSubscriptionTest {

    private static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");
    private static final Duration FIVE_DAYS = Duration.ofDays(5);

    private final WebhookSubscription webhook = created();

    @Test
    void takes_chosen_events_once_verified() {
        assertThat(webhook.status()).isEqualTo(WebhookSubscriptionStatus.PENDING_VERIFICATION);
        assertThat(webhook.takes(WebhookEventType.QUALIFICATION_APPROVED)).isFalse();
        webhook.verified(NOW);
        assertThat(webhook.status()).isEqualTo(WebhookSubscriptionStatus.ENABLED);
        assertThat(webhook.takes(WebhookEventType.QUALIFICATION_APPROVED)).isTrue();
        assertThat(webhook.takes(WebhookEventType.SIGNATURE_BOUND)).isFalse();
    }

    @Test
    void another_url_is_verified_again_while_events_wait() {
        webhook.verified(NOW);
        webhook.receiveAt(new byte[2], "other");
        assertThat(webhook.status()).isEqualTo(WebhookSubscriptionStatus.PENDING_VERIFICATION);
        assertThat(webhook.takes(WebhookEventType.QUALIFICATION_APPROVED)).isTrue();
        assertThatThrownBy(webhook::requireEnabled).hasMessageContaining("not verified");
    }

    @Test
    void is_disabled_by_410_at_once() {
        webhook.verified(NOW);
        assertThat(webhook.failed("HTTP_410", NOW, FIVE_DAYS)).isTrue();
        assertThat(webhook.disabledReason()).isEqualTo(DisabledReason.GONE);
        assertThat(webhook.failed("HTTP_410", NOW, FIVE_DAYS)).as("again").isFalse();
    }

    @Test
    void is_disabled_after_five_days_of_failures() {
        webhook.verified(NOW);
        assertThat(webhook.failed("HTTP_500", NOW, FIVE_DAYS)).isFalse();
        assertThat(webhook.failed("HTTP_500", NOW.plus(FIVE_DAYS).minusSeconds(1), FIVE_DAYS))
                .isFalse();
        assertThat(webhook.failed("NO_ANSWER", NOW.plus(FIVE_DAYS), FIVE_DAYS)).isTrue();
        assertThat(webhook.disabledReason()).isEqualTo(DisabledReason.FAILING);
    }

    @Test
    void owner_disables_and_enables_without_another_challenge() {
        webhook.verified(NOW);
        webhook.fill(request(false), NOW);
        assertThat(webhook.status()).isEqualTo(WebhookSubscriptionStatus.DISABLED);
        assertThat(webhook.disabledReason()).isEqualTo(DisabledReason.BY_OWNER);
        webhook.fill(request(true), NOW);
        assertThat(webhook.status()).isEqualTo(WebhookSubscriptionStatus.ENABLED);
        assertThat(webhook.failingSince()).isNull();
    }

    @Test
    void previous_secret_ends_with_the_overlap() {
        webhook.rotate(new byte[] {2}, new byte[] {1}, NOW.plusSeconds(60));
        assertThat(webhook.encryptedPreviousSecret(NOW.plusSeconds(59))).contains(new byte[] {1});
        assertThat(webhook.encryptedPreviousSecret(NOW.plusSeconds(60))).isEmpty();
    }

    @Test
    void refuses_unknown_event_types() {
        WebhookRequest unknown =
                new WebhookRequest("https://example.com/", List.of("signature.bound", "all"), null, null);
        assertThatThrownBy(unknown::types)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.code()).isEqualTo("EVENT_TYPE_UNKNOWN"));
    }

    private static WebhookSubscription created() {
        WebhookSubscription webhook = new WebhookSubscription(1001, "company-a", request(true), NOW);
        webhook.receiveAt(new byte[1], "receiver");
        return webhook;
    }

    private static WebhookRequest request(boolean enabled) {
        return new WebhookRequest("https://example.com/", List.of("qualification.approved"), null, enabled);
    }
}
