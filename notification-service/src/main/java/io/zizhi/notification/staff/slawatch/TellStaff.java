package io.zizhi.notification.staff.slawatch;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.zizhi.notification.staff.notice.GatherAlerts;
import io.zizhi.notification.staff.notice.ReviewAlert;
import io.zizhi.notification.staff.subscription.StaffSubscription;
import io.zizhi.notification.staff.subscription.StaffSubscriptionRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the subscriptions that want to know what the clock did to a review, and has it gathered for each. */
@ApplicationScoped
class TellStaff {

    private final WatchedReviewRepository reviews;
    private final StaffSubscriptionRepository subscriptions;
    private final GatherAlerts gather;

    TellStaff(WatchedReviewRepository reviews, StaffSubscriptionRepository subscriptions, GatherAlerts gather) {
        this.reviews = reviews;
        this.subscriptions = subscriptions;
        this.gather = gather;
    }

    /** What happened before a subscription was made, and is only received now, is not told. */
    Uni<Void> tell(ReviewAlert alert) {
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
