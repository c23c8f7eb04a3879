package io.zizhi.notification.staff.subscription;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.Page;
import io.zizhi.platform.http.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
public class ReadStaffSubscriptions {

    private final StaffSubscriptionRepository subscriptions;
    private final SubscriptionSeal seal;

    ReadStaffSubscriptions(StaffSubscriptionRepository subscriptions, SubscriptionSeal seal) {
        this.subscriptions = subscriptions;
        this.seal = seal;
    }

    @WithTransaction
    public Uni<StaffSubscriptionView> one(long id) {
        return subscriptions.get(id).chain(seal::view);
    }

    @WithTransaction
    public Uni<Page<StaffSubscriptionView>> page(PageRequest page) {
        return subscriptions
                .page(page.afterOr(0), page.limit())
                .map(found -> Page.of(found, page.limit(), last -> Long.toString(last.id())))
                .chain(found -> seal.views(found.items()).map(views -> new Page<>(views, found.nextCursor())));
    }
}
