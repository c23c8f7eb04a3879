package io.zizhi.notification.webhook.subscription;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.WebhookDisabled;
import io.zizhi.notification.outbound.RequestFailure;
import io.zizhi.notification.webhook.AccountReceivers;
import io.zizhi.notification.webhook.Receiver;
import io.zizhi.notification.webhook.WebhookConfig;
import io.zizhi.platform.messaging.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Tells the queue where the webhooks of accounts go, and disables those whose receivers fail for too long. */
@ApplicationScoped
class SubscriptionReceivers implements AccountReceivers {

    private final WebhookSubscriptionRepository webhooks;
    private final WebhookSeal seal;
    private final WebhookAudit audit;
    private final Outbox outbox;
    private final Clock clock;
    private final Duration disableAfter;

    SubscriptionReceivers(
            WebhookSubscriptionRepository webhooks,
            WebhookSeal seal,
            WebhookAudit audit,
            Outbox outbox,
            Clock clock,
            WebhookConfig config) {
        this.webhooks = webhooks;
        this.seal = seal;
        this.audit = audit;
        this.outbox = outbox;
        this.clock = clock;
        this.disableAfter = config.disableAfter();
    }

    @Override
    @WithSession
    public Uni<Receiver> current(long subscriptionId) {
        return webhooks.findById(subscriptionId).chain(this::receiver);
    }

    private Uni<Receiver> receiver(@Nullable WebhookSubscription webhook) {
        if (webhook == null) {
            return Uni.createFrom().failure(RequestFailure.permanent("WEBHOOK_DELETED"));
        }
        return switch (webhook.status()) {
            case ENABLED -> seal.receiver(webhook, clock.instant());
            case PENDING_VERIFICATION -> Uni.createFrom().failure(RequestFailure.early("WEBHOOK_NOT_VERIFIED"));
            case DISABLED -> Uni.createFrom().failure(RequestFailure.permanent("WEBHOOK_DISABLED"));
        };
    }

    @Override
    public Uni<Boolean> lockUnverified(long subscriptionId) {
        return webhooks.findById(subscriptionId, LockModeType.PESSIMISTIC_WRITE)
                .map(webhook -> webhook != null && webhook.status() == WebhookSubscriptionStatus.PENDING_VERIFICATION);
    }

    @Override
    public Uni<Void> accepted(long subscriptionId) {
        return webhooks.accepted(subscriptionId);
    }

    @Override
    public Uni<Void> failed(long subscriptionId, String code, Instant now) {
        return webhooks.findById(subscriptionId, LockModeType.PESSIMISTIC_WRITE)
                .onItem()
                .ifNotNull()
                .call(webhook -> webhook.failed(code, now, disableAfter)
                        ? disabled(webhook, now)
                        : Uni.createFrom().voidItem())
                .replaceWithVoid();
    }

    private Uni<Void> disabled(WebhookSubscription webhook, Instant now) {
        String reason = String.valueOf(webhook.disabledReason());
        return audit.record("webhook.disabled", webhook)
                .chain(() -> outbox.append(new WebhookDisabled(webhook.id(), webhook.accountId(), reason, now)));
    }
}
