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
 * @param subscriptionId whom it is for
 * @param subscription what staff call the subscription
 * @param channel how it is told
 * @param kind what happened
 * @param status where it stands
 * @param openedAt when the first review was gathered
 * @param closesAt when it is told, or was
 * @param reviews how many reviews it tells of; absent while they are gathered
 * @param oldestDueAt the earliest due time of them; absent while they are gathered
 * @param firstWorkOrders the reviews that it names
 * @param attempts how often a webhook was tried; absent for SMS
 * @param failureCode what came of the last try that failed, or why nobody got it; absent where nothing failed
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

    /** Of a notice that is gathered, or that came to nothing. */
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
            case ACCEPTED -> NoticeStatus.SENT;
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
