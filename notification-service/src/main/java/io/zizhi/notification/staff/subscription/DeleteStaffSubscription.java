package io.zizhi.notification.staff.subscription;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.runtime.time.DatabaseTime;
import jakarta.enterprise.context.ApplicationScoped;

/** Deletes a subscription. Its collected alerts are not sent; notices already sent are still listed. */
@ApplicationScoped
public class DeleteStaffSubscription {

    private final StaffSubscriptionRepository subscriptions;
    private final SubscriptionAudit audit;
    private final DatabaseTime time;

    DeleteStaffSubscription(StaffSubscriptionRepository subscriptions, SubscriptionAudit audit, DatabaseTime time) {
        this.subscriptions = subscriptions;
        this.audit = audit;
        this.time = time;
    }

    @WithTransaction
    public Uni<Void> delete(Caller caller, long id, long version) {
        return subscriptions
                .lock(id)
                .call(subscription -> time.now()
                        .invoke(now -> subscription.requireVersion(version).delete(now)))
                .chain(subscription -> audit.record(caller, "staff-subscription.deleted", subscription));
    }
}
