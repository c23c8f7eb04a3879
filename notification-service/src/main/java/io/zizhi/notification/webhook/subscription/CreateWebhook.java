package io.zizhi.notification.webhook.subscription;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.notification.outbound.TargetOwner;
import io.zizhi.notification.outbound.TargetRules;
import io.zizhi.notification.outbound.TargetUrl;
import io.zizhi.notification.webhook.Receiver;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.runtime.time.DatabaseTime;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Creates a webhook for the account of the caller. Nothing is posted to it before it is verified. */
@ApplicationScoped
public class CreateWebhook {

    /** Webhooks of one account. */
    static final int MOST = 10;

    private final WebhookSubscriptionRepository webhooks;
    private final WebhookSeal seal;
    private final WebhookAudit audit;
    private final TargetRules rules;
    private final DatabaseTime time;

    CreateWebhook(
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

    @WithTransaction
    public Uni<WebhookView> create(Caller caller, WebhookRequest request) {
        String account = caller.requireAccount();
        TargetUrl url = rules.require(request.url(), "/url", TargetOwner.ACCOUNT);
        return webhooks.lockAndCount(account)
                .invoke(CreateWebhook::requireRoom)
                .chain(time::now)
                .chain(now -> create(caller, account, request, url, now));
    }

    private Uni<WebhookView> create(Caller caller, String account, WebhookRequest request, TargetUrl url, Instant now) {
        String secret = Receiver.newSecret();
        return webhooks.nextId()
                .map(id -> new WebhookSubscription(id, account, request, now))
                .chain(webhook -> seal.close(webhook, url, secret))
                .chain(webhooks::persist)
                .call(webhook -> audit.record(caller, "webhook.created", webhook))
                .chain(webhook -> seal.view(webhook, secret, now));
    }

    private static void requireRoom(long count) {
        if (count >= MOST) {
            throw Problems.conflict(
                    "TOO_MANY_WEBHOOKS", "The account has " + MOST + " webhooks already. Delete one first.");
        }
    }
}
