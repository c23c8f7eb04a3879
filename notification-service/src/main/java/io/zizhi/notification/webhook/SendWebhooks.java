package io.zizhi.notification.webhook;

import io.smallrye.mutiny.Uni;
import io.zizhi.notification.outbound.PostJson;
import io.zizhi.notification.outbound.Signature;
import io.zizhi.notification.outbound.TargetUrl;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.jboss.logging.Logger;

/** Posts due webhooks: claim, post, record. Each step has its own transaction, so that none waits for a receiver. */
@ApplicationScoped
class SendWebhooks {

    private static final Logger LOG = Logger.getLogger(SendWebhooks.class);

    private final ClaimWebhook claim;
    private final WebhookCipher cipher;
    private final PostJson post;
    private final RecordAttempt record;
    private final CountAttempts count;
    private final Clock clock;

    SendWebhooks(
            ClaimWebhook claim,
            WebhookCipher cipher,
            PostJson post,
            RecordAttempt record,
            CountAttempts count,
            Clock clock) {
        this.claim = claim;
        this.cipher = cipher;
        this.post = post;
        this.record = record;
        this.count = count;
        this.clock = clock;
    }

    /**
     * Posts one webhook.
     *
     * @return whether a webhook was due, so that there may be more
     */
    Uni<Boolean> round() {
        return claim.claim()
                .call(found -> found.filter(delivery -> delivery.status() == WebhookStatus.QUEUED)
                        .map(this::post)
                        .orElseGet(() -> Uni.createFrom().voidItem()))
                .map(found -> found.isPresent());
    }

    private Uni<Void> post(WebhookDelivery delivery) {
        return cipher.open(delivery)
                .chain(receiver -> post(delivery, receiver))
                .map(Attempt::of)
                .onFailure()
                .recoverWithItem(failure -> Attempt.of(failure))
                .invoke(count::count)
                .invoke(attempt -> LOG.infof("Webhook %s, try %d: %s", delivery.id(), delivery.attempts(), attempt))
                .chain(attempt -> record.record(delivery.id(), delivery.attempts(), attempt));
    }

    private Uni<Integer> post(WebhookDelivery delivery, Receiver receiver) {
        TargetUrl url = TargetUrl.parse(receiver.url())
                .orElseThrow(() -> new IllegalStateException("Webhook " + delivery.id() + " has an invalid URL"));
        var headers = Signature.headers(delivery.id(), delivery.body(), receiver.secret(), clock.instant());
        return post.post(url, headers, delivery.body());
    }
}
