package io.zizhi.notification.staff.notice;

import io.zizhi.notification.staff.subscription.SlaKind;
import io.zizhi.notification.staff.subscription.StaffSubscription;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * Body of a webhook to staff, in the form that Standard Webhooks proposes.
 *
 * @param type {@code reviews.warned}, {@code reviews.breached} or {@code reviews.escalated}
 * @param timestamp when the notice was created
 * @param data content of the notice
 */
record NoticeBody(String type, Instant timestamp, Data data) {

    /**
     * Content of the notice.
     *
     * @param noticeId id of the notice
     * @param subscriptionId subscription that receives it
     * @param kind of alert
     * @param reviews number of reviews
     * @param since time of the first alert
     * @param oldestDueAt the earliest due time
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

    /** @param text the notice in words, in the language of the subscription */
    static NoticeBody of(
            StaffNotice notice, Gathered gathered, StaffSubscription subscription, String text, Instant now) {
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
                        text));
    }
}
