package io.zizhi.notification.staff.slawatch;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.SlaBreached;
import io.zizhi.contracts.SlaEscalated;
import io.zizhi.contracts.SlaWarned;
import io.zizhi.notification.staff.notice.GatherAlerts;
import io.zizhi.notification.staff.notice.ReviewAlert;
import io.zizhi.notification.staff.subscription.SlaKind;
import io.zizhi.notification.staff.subscription.StaffSubscription;
import io.zizhi.notification.staff.subscription.StaffSubscriptionRepository;
import io.zizhi.platform.messaging.inbox.Reaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the subscriptions that match a review alert, and adds the alert to the group of each. */
@ApplicationScoped
class NotifyStaff {

    private final WatchedReviewRepository reviews;
    private final StaffSubscriptionRepository subscriptions;
    private final GatherAlerts gather;

    NotifyStaff(WatchedReviewRepository reviews, StaffSubscriptionRepository subscriptions, GatherAlerts gather) {
        this.reviews = reviews;
        this.subscriptions = subscriptions;
        this.gather = gather;
    }

    @Produces
    Reaction<SlaWarned> warned() {
        return Reaction.to(
                SlaWarned.class,
                event -> notify(new ReviewAlert(
                        SlaKind.WARNED, event.workOrder(), event.subject(), event.dueAt(), event.firedAt())));
    }

    @Produces
    Reaction<SlaBreached> breached() {
        return Reaction.to(
                SlaBreached.class,
                event -> notify(new ReviewAlert(
                        SlaKind.BREACHED, event.workOrder(), event.subject(), event.dueAt(), event.firedAt())));
    }

    @Produces
    Reaction<SlaEscalated> escalated() {
        return Reaction.to(
                SlaEscalated.class,
                event -> notify(new ReviewAlert(
                        SlaKind.ESCALATED, event.workOrder(), event.subject(), event.dueAt(), event.firedAt())));
    }

    /** Skips subscriptions that were created after the alert. */
    private Uni<Void> notify(ReviewAlert alert) {
        return reviews.findById(alert.workOrder())
                .chain(review -> subscriptions.live().map(live -> concerned(live, alert, review)))
                .chain(concerned -> Multi.createFrom()
                        .iterable(concerned)
                        .onItem()
                        .transformToUniAndConcatenate(subscription -> gather.gather(subscription, alert))
                        .collect()
                        .last()
                        .replaceWithVoid());
    }

    private static List<StaffSubscription> concerned(
            List<StaffSubscription> live, ReviewAlert alert, @Nullable WatchedReview review) {
        String policy = review == null ? null : review.policy();
        return live.stream()
                .filter(each -> each.choice().takes(alert.kind(), policy, alert.subject()))
                .filter(each -> !alert.firedAt().isBefore(each.createdAt()))
                .toList();
    }
}
