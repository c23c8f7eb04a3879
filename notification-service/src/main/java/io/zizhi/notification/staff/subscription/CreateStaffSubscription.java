package io.zizhi.notification.staff.subscription;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.notification.outbound.TargetRules;
import io.zizhi.notification.webhook.Receiver;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.runtime.time.DatabaseTime;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/**
 * Creates a subscription for a member of staff. The name is unique, so a repeated request creates no second
 * subscription.
 */
@ApplicationScoped
public class CreateStaffSubscription {

    private final StaffSubscriptionRepository subscriptions;
    private final SubscriptionSeal seal;
    private final SubscriptionAudit audit;
    private final TargetRules rules;
    private final DatabaseTime time;

    CreateStaffSubscription(
            StaffSubscriptionRepository subscriptions,
            SubscriptionSeal seal,
            SubscriptionAudit audit,
            TargetRules rules,
            DatabaseTime time) {
        this.subscriptions = subscriptions;
        this.seal = seal;
        this.audit = audit;
        this.rules = rules;
        this.time = time;
    }

    @WithTransaction
    public Uni<StaffSubscriptionView> create(Caller caller, StaffSubscriptionRequest request) {
        Recipient recipient = Recipient.required(request, rules);
        @Nullable String secret = request.channel() == StaffChannel.WEBHOOK ? Receiver.newSecret() : null;
        return subscriptions
                .nextId()
                .chain(id -> time.now().map(now -> new StaffSubscription(id, request, now)))
                .chain(subscription -> seal.close(subscription, recipient))
                .chain(subscription -> seal.closeSecret(subscription, secret))
                .chain(subscriptions::persist)
                .call(subscriptions::flushNamed)
                .call(subscription -> audit.record(caller, "staff-subscription.created", subscription))
                .chain(seal::view)
                .map(view -> view.with(secret));
    }
}
