package io.zizhi.notification.webhook.subscription;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.runtime.time.DatabaseTime;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** Begins and ends challenges and test calls, each in a transaction of its own. */
@ApplicationScoped
class BeginCall {

    private final WebhookSubscriptionRepository webhooks;
    private final WebhookCallRepository calls;
    private final WebhookSeal seal;
    private final WebhookAudit audit;
    private final DatabaseTime time;

    BeginCall(
            WebhookSubscriptionRepository webhooks,
            WebhookCallRepository calls,
            WebhookSeal seal,
            WebhookAudit audit,
            DatabaseTime time) {
        this.webhooks = webhooks;
        this.calls = calls;
        this.seal = seal;
        this.audit = audit;
        this.time = time;
    }

    /** Begins a challenge. */
    @WithTransaction
    public Uni<Call> challenge(Caller caller, long id) {
        return begin(caller, id, "webhook.challenged", WebhookSubscription::requireNotDisabled, calls::challenge);
    }

    /** Begins a test call. */
    @WithTransaction
    public Uni<Call> test(Caller caller, long id) {
        return begin(caller, id, "webhook.tested", webhook -> webhook.requireEnabled(), calls::test);
    }

    private Uni<Call> begin(
            Caller caller,
            long id,
            String action,
            Consumer<WebhookSubscription> require,
            BiFunction<WebhookSubscription, Instant, Uni<Void>> limit) {
        return webhooks.lock(id, caller.requireAccount())
                .invoke(require)
                .chain(webhook -> time.now()
                        .call(now -> limit.apply(webhook, now))
                        .call(() -> audit.record(caller, action, webhook))
                        .chain(now -> seal.receiver(webhook, now)
                                .map(receiver -> new Call(id, webhook.version(), receiver, now))));
    }

    /** Records that the receiver echoed the challenge. Fails with 409 if the webhook was changed meanwhile. */
    @WithTransaction
    public Uni<WebhookView> verified(Caller caller, Call call) {
        return webhooks.lock(call.webhookId(), caller.requireAccount())
                .invoke(webhook -> webhook.requireUnchanged(call.version()))
                .chain(webhook -> time.now()
                        .invoke(webhook::verified)
                        .call(() -> calls.echoed(webhook, call.begunAt()))
                        .call(() -> webhooks.release(webhook.id()))
                        .call(() -> audit.record(caller, "webhook.verified", webhook))
                        .chain(now -> seal.view(webhook, null, now)));
    }
}
