package io.zizhi.notification.webhook.subscription;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.notification.outbound.TargetOwner;
import io.zizhi.notification.outbound.TargetRules;
import io.zizhi.notification.outbound.TargetUrl;
import io.zizhi.notification.webhook.Receiver;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.runtime.time.DatabaseTime;
import jakarta.enterprise.context.ApplicationScoped;

/** Changes, deletes and rotates webhooks. */
@ApplicationScoped
public class ChangeWebhook {

    private final WebhookSubscriptionRepository webhooks;
    private final WebhookSeal seal;
    private final WebhookAudit audit;
    private final TargetRules rules;
    private final DatabaseTime time;

    ChangeWebhook(
            WebhookSubscriptionRepository webhooks,
            WebhookSeal seal,
            WebhookAudit audit,
            TargetRules rules,
            DatabaseTime time) {
        this.webhooks = webhooks;
        this.seal = seal;
        this.audit = audit;
        this.rules = rules;
        this.time = time;
    }

    /** Replaces a webhook. Another URL must be verified; until then its events wait. */
    @WithTransaction
    public Uni<WebhookView> change(Caller caller, long id, long version, WebhookRequest request) {
        TargetUrl url = rules.require(request.url(), "/url", TargetOwner.ACCOUNT);
        return lock(caller, id, version)
                .chain(webhook -> time.now()
                        .invoke(now -> webhook.fill(request, now))
                        .call(() -> seal.changeUrl(webhook, url))
                        .call(() -> audit.record(caller, "webhook.changed", webhook))
                        .chain(now -> seal.view(webhook, null, now)));
    }

    /** Deletes a webhook. Waiting events are not posted. */
    @WithTransaction
    public Uni<Void> delete(Caller caller, long id, long version) {
        return lock(caller, id, version)
                .call(webhook -> audit.record(caller, "webhook.deleted", webhook))
                .chain(webhooks::delete);
    }

    /** Replaces the secret, and shows the new one. The old one signs too for a day. */
    @WithTransaction
    public Uni<WebhookView> rotateSecret(Caller caller, long id, long version) {
        String secret = Receiver.newSecret();
        return lock(caller, id, version)
                .chain(webhook -> time.now()
                        .call(now -> seal.rotate(webhook, secret, now))
                        .call(() -> audit.record(caller, "webhook.secret-rotated", webhook))
                        .chain(now -> seal.view(webhook, secret, now)));
    }

    private Uni<WebhookSubscription> lock(Caller caller, long id, long version) {
        return webhooks.lock(id, caller.requireAccount()).map(webhook -> webhook.requireVersion(version));
    }
}
