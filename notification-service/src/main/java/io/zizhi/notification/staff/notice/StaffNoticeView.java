package io.zizhi.notification.staff.notice;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zizhi.notification.sender.SmsOutcome;
import io.zizhi.notification.staff.subscription.SlaKind;
import io.zizhi.notification.staff.subscription.StaffChannel;
import io.zizhi.notification.staff.subscription.StaffSubscription;
import io.zizhi.notification.webhook.WebhookOutcome;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A notice to staff.
 *
 * @param id id of the notice
 * @param subscriptionId subscription that receives it
 * @param subscription name of the subscription
 * @param channel of the notice
 * @param kind of alert
 * @param status of the notice
 * @param openedAt when the first review was collected
 * @param closesAt when the notice is or was sent
 * @param reviews number of reviews; absent while collecting
 * @param oldestDueAt their earliest due time; absent while collecting
 * @param firstWorkOrders the reviews that the notice names
 * @param attempts delivery attempts of a webhook; absent for SMS
 * @param failureCode reason of the last failed attempt or of the failure; absent if nothing failed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StaffNoticeView(
        long id,
        long subscriptionId,
        String subscription,
        StaffChannel channel,
        SlaKind kind,
        NoticeStatus status,
        Instant openedAt,
        Instant closesAt,
        @Nullable Integer reviews,
        @Nullable Instant oldestDueAt,
        List<Long> firstWorkOrders,
        @Nullable Integer attempts,
        @Nullable String failureCode) {

    /** Shows a notice that is collecting alerts, was cancelled, or failed before it was queued. */
    static StaffNoticeView from(StaffNotice notice, StaffSubscription subscription) {
        return from(notice, subscription, notice.status(), null, notice.failureCode());
    }

    static StaffNoticeView from(StaffNotice notice, StaffSubscription subscription, SmsOutcome sms) {
        return from(notice, subscription, status(sms), null, sms.failureCode());
    }

    static StaffNoticeView from(StaffNotice notice, StaffSubscription subscription, WebhookOutcome webhook) {
        return from(notice, subscription, status(webhook), webhook.attempts(), webhook.failureCode());
    }

    private static StaffNoticeView from(
            StaffNotice notice,
            StaffSubscription subscription,
            NoticeStatus status,
            @Nullable Integer attempts,
            @Nullable String failureCode) {
        return new StaffNoticeView(
                notice.id(),
                notice.subscriptionId(),
                subscription.name(),
                subscription.channel(),
                notice.kind(),
                status,
                notice.openedAt(),
                notice.closesAt(),
                notice.reviews(),
                notice.oldestDueAt(),
                notice.firstWorkOrders(),
                attempts,
                failureCode);
    }

    private static NoticeStatus status(SmsOutcome sms) {
        return switch (sms.status()) {
            case QUEUED, CLAIMED, SENDING -> NoticeStatus.SENDING;
            case ACCEPTED, DELIVERED -> NoticeStatus.SENT;
            case FAILED -> NoticeStatus.FAILED;
            case UNKNOWN -> NoticeStatus.UNKNOWN;
        };
    }

    private static NoticeStatus status(WebhookOutcome webhook) {
        return switch (webhook.status()) {
            case QUEUED -> NoticeStatus.SENDING;
            case DELIVERED -> NoticeStatus.SENT;
            case FAILED -> NoticeStatus.FAILED;
        };
    }
}
