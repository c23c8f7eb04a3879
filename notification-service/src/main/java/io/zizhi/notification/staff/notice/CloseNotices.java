package io.zizhi.notification.staff.notice;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.zizhi.notification.staff.subscription.StaffSubscription;
import io.zizhi.notification.staff.subscription.StaffSubscriptionRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Creates the notice of each group in the transaction that fires the group's timer. */
@ApplicationScoped
class CloseNotices {

    private final StaffNoticeRepository notices;
    private final StaffSubscriptionRepository subscriptions;
    private final SendNotice send;

    CloseNotices(StaffNoticeRepository notices, StaffSubscriptionRepository subscriptions, SendNotice send) {
        this.notices = notices;
        this.subscriptions = subscriptions;
        this.send = send;
    }

    /** @param ids groups locked by the caller */
    @WithTransaction
    public Uni<Void> close(List<Long> ids, Instant now) {
        return notices.list("id in ?1", ids)
                .chain(found -> notices.gathered(ids)
                        .chain(gathered -> subscriptions
                                .byId(found.stream()
                                        .map(StaffNotice::subscriptionId)
                                        .distinct()
                                        .toList())
                                .chain(known -> closeAll(found, gathered, known, now))))
                .chain(() -> notices.purgeGathered(ids));
    }

    private Uni<Void> closeAll(
            List<StaffNotice> found, Map<Long, Gathered> gathered, Map<Long, StaffSubscription> known, Instant now) {
        return Multi.createFrom()
                .iterable(found)
                .onItem()
                .transformToUniAndConcatenate(notice -> close(
                        notice,
                        Objects.requireNonNull(gathered.get(notice.id())),
                        Objects.requireNonNull(known.get(notice.subscriptionId())),
                        now))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> close(StaffNotice notice, Gathered gathered, StaffSubscription subscription, Instant now) {
        notice.close(gathered);
        if (subscription.isDeleted()) {
            notice.cancel();
            return Uni.createFrom().voidItem();
        }
        return send.send(notice, gathered, subscription, now);
    }
}
