package io.zizhi.notification.staff.subscription;

import io.zizhi.notification.outbound.TargetOwner;
import io.zizhi.notification.outbound.TargetRules;
import io.zizhi.notification.outbound.TargetUrl;
import io.zizhi.notification.sender.message.MainlandMobile;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.privacy.personal.Phone;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The recipient that a request names for its channel.
 *
 * @param phone for SMS; null to keep the current one
 * @param url for a webhook; null to keep the current one
 */
record Recipient(@Nullable Phone phone, @Nullable TargetUrl url) {

    /** Returns the recipient; fails with 400 if none is named. */
    static Recipient required(StaffSubscriptionRequest request, TargetRules rules) {
        if (request.channel() == StaffChannel.WEBHOOK && request.url() == null) {
            throw Problems.badRequest("FIELD_REQUIRED", "/url", "`url` is required for channel WEBHOOK.");
        }
        return request.channel() == StaffChannel.SMS
                ? new Recipient(MainlandMobile.require(request.phone(), "/phone"), null).of(request)
                : named(request, rules);
    }

    /** Returns the recipient. Phone and URL may be null, because a change may keep the current ones. */
    static Recipient named(StaffSubscriptionRequest request, TargetRules rules) {
        Phone phone = Optional.ofNullable(request.phone())
                .map(typed -> MainlandMobile.require(typed, "/phone"))
                .orElse(null);
        TargetUrl url = Optional.ofNullable(request.url())
                .map(typed -> rules.require(typed, "/url", TargetOwner.STAFF))
                .orElse(null);
        return new Recipient(phone, url).of(request);
    }

    /** Fails with 400 if a field of the other channel is set. */
    private Recipient of(StaffSubscriptionRequest request) {
        if (request.channel() == StaffChannel.SMS && request.url() != null) {
            throw Problems.badRequest("FIELD_OF_OTHER_CHANNEL", "/url", "Channel SMS takes `phone`, not `url`.");
        }
        if (request.channel() == StaffChannel.WEBHOOK && phone != null) {
            throw Problems.badRequest("FIELD_OF_OTHER_CHANNEL", "/phone", "Channel WEBHOOK takes `url`, not `phone`.");
        }
        return this;
    }
}
