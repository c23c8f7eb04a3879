package io.zizhi.notification.staff.notice;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.notification.sender.SmsOutcome;
import io.zizhi.notification.sender.SmsOutcomes;
import io.zizhi.notification.staff.subscription.StaffSubscription;
import io.zizhi.notification.staff.subscription.StaffSubscriptionRepository;
import io.zizhi.notification.webhook.WebhookOutcome;
import io.zizhi.notification.webhook.WebhookOutcomes;
import io.zizhi.platform.http.Page;
import io.zizhi.platform.http.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lists the notices to staff with their outcomes. */
@ApplicationScoped
class ListStaffNotices {

    private final StaffNoticeRepository notices;
    private final StaffSubscriptionRepository subscriptions;
    private final SmsOutcomes outcomes;
    private final WebhookOutcomes webhooks;

    ListStaffNotices(
            StaffNoticeRepository notices,
            StaffSubscriptionRepository subscriptions,
            SmsOutcomes outcomes,
            WebhookOutcomes webhooks) {
        this.notices = notices;
        this.subscriptions = subscriptions;
        this.outcomes = outcomes;
        this.webhooks = webhooks;
    }

    @WithTransaction
    public Uni<Page<StaffNoticeView>> page(PageRequest page) {
        return notices.page(page.afterOr(Long.MAX_VALUE), page.limit())
                .map(found -> Page.of(found, page.limit(), last -> Long.toString(last.id())))
                .chain(this::views);
    }

    private Uni<Page<StaffNoticeView>> views(Page<StaffNotice> found) {
        List<StaffNotice> items = found.items();
        return subscriptions
                .byId(items.stream().map(StaffNotice::subscriptionId).distinct().toList())
                .chain(known -> outcomes.of(present(items, StaffNotice::messageId))
                        .chain(notified -> webhooks.of(present(items, StaffNotice::webhookId))
                                .map(posted -> found.map(notice -> view(notice, known, notified, posted)))));
    }

    private static List<String> present(List<StaffNotice> items, Function<StaffNotice, @Nullable String> id) {
        return items.stream().map(id).flatMap(Stream::ofNullable).toList();
    }

    private static StaffNoticeView view(
            StaffNotice notice,
            Map<Long, StaffSubscription> known,
            Map<String, SmsOutcome> notified,
            Map<String, WebhookOutcome> posted) {
        StaffSubscription subscription = Objects.requireNonNull(known.get(notice.subscriptionId()));
        SmsOutcome sms = notice.messageId() == null ? null : notified.get(notice.messageId());
        WebhookOutcome webhook = notice.webhookId() == null ? null : posted.get(notice.webhookId());
        if (sms != null) {
            return StaffNoticeView.from(notice, subscription, sms);
        }
        return webhook == null
                ? StaffNoticeView.from(notice, subscription)
                : StaffNoticeView.from(notice, subscription, webhook);
    }
}
