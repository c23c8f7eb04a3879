package io.zizhi.notification.staff.notice;

import io.zizhi.notification.staff.subscription.SlaKind;
import io.zizhi.notification.staff.subscription.StaffSubscription;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * What a webhook to staff says, in the form that Standard Webhooks proposes.
 *
 * @param type {@code reviews.warned}, {@code reviews.breached} or {@code reviews.escalated}
 * @param timestamp when the notice was made
 * @param data what happened
 */
record NoticeBody(String type, Instant timestamp, Data data) {

    /**
     * @param noticeId id of the notice
     * @param subscriptionId whom it is for
     * @param kind what happened
     * @param reviews to how many reviews
     * @param since when to the first of them
     * @param oldestDueAt the earliest of their due times
     * @param firstWorkOrders the first few by due time
     * @param text the same in words, in the language of the subscription
     */
    record Data(
            long noticeId,
            long subscriptionId,
            SlaKind kind,
            int reviews,
            Instant since,
            Instant oldestDueAt,
            List<Long> firstWorkOrders,
            String text) {}

    static NoticeBody of(StaffNotice notice, Gathered gathered, StaffSubscription subscription, Instant now) {
        return new NoticeBody(
                "reviews." + notice.kind().name().toLowerCase(Locale.ROOT),
                now,
                new Data(
                        notice.id(),
                        subscription.id(),
                        notice.kind(),
                        gathered.reviews(),
                        gathered.firstFiredAt(),
                        gathered.oldestDueAt(),
                        gathered.first(),
                        NoticeText.template(notice.kind())
                                .text(
                                        subscription.language(),
                                        NoticeText.parameters(gathered, subscription.language(), now))));
    }
}
