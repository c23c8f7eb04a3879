package io.zizhi.notification.webhook;

import io.smallrye.mutiny.Uni;
import io.zizhi.notification.outbound.TargetOwner;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Posts due webhooks: claim, post, record. Each step has its own transaction, so that none waits for a receiver. */
@ApplicationScoped
class SendWebhooks {

    private static final Logger LOG = Logger.getLogger(SendWebhooks.class);

    private final ClaimWebhook claim;
    private final WebhookCipher cipher;
    private final AccountReceivers receivers;
    private final PostWebhook post;
    private final RecordAttempt record;

    SendWebhooks(
            ClaimWebhook claim,
            WebhookCipher cipher,
            AccountReceivers receivers,
            PostWebhook post,
            RecordAttempt record) {
        this.claim = claim;
        this.cipher = cipher;
        this.receivers = receivers;
        this.post = post;
        this.record = record;
    }

    /**
     * Posts one webhook. If its receiver cannot be read during an outage, this fails and leaves the webhook to a later
     * claim.
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
        TargetOwner owner = delivery.isOfAccount() ? TargetOwner.ACCOUNT : TargetOwner.STAFF;
        return post.post(delivery.id(), owner, receiver(delivery), delivery.body())
                .invoke(posted ->
                        LOG.infof("Webhook %s, try %d: %s", delivery.id(), delivery.attempts(), posted.attempt()))
                .chain(posted -> record.record(delivery.id(), delivery.attempts(), posted));
    }

    private Uni<Receiver> receiver(WebhookDelivery delivery) {
        return delivery.isOfAccount() ? receivers.current(delivery.subscriptionId()) : cipher.open(delivery);
    }
}
