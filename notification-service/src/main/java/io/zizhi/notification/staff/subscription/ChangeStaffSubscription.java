package io.zizhi.notification.staff.subscription;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.notification.outbound.TargetRules;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.identity.Caller;
import jakarta.enterprise.context.ApplicationScoped;

/** Changes a subscription. Open groups close at the planned time, but use the new recipient and channel settings. */
@ApplicationScoped
public class ChangeStaffSubscription {

    private final StaffSubscriptionRepository subscriptions;
    private final SubscriptionSeal seal;
    private final SubscriptionAudit audit;
    private final TargetRules rules;

    ChangeStaffSubscription(
            StaffSubscriptionRepository subscriptions,
            SubscriptionSeal seal,
            SubscriptionAudit audit,
            TargetRules rules) {
        this.subscriptions = subscriptions;
        this.seal = seal;
        this.audit = audit;
        this.rules = rules;
    }

    @WithTransaction
    public Uni<StaffSubscriptionView> change(Caller caller, long id, long version, StaffSubscriptionRequest request) {
        Recipient recipient = Recipient.named(request, rules);
        return subscriptions
                .lock(id)
                .invoke(subscription -> fill(subscription, version, request))
                .chain(subscription -> seal.close(subscription, recipient))
                .call(subscriptions::flushNamed)
                .call(subscription -> audit.record(caller, "staff-subscription.changed", subscription))
                .chain(seal::view);
    }

    private static void fill(StaffSubscription subscription, long version, StaffSubscriptionRequest request) {
        subscription.requireVersion(version);
        if (request.channel() != subscription.channel()) {
            throw Problems.badRequest(
                    "CHANNEL_FIXED", "/channel", "`channel` cannot be changed. Create another subscription.");
        }
        subscription.fill(request);
    }
}
