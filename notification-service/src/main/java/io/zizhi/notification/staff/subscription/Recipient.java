package io.zizhi.notification.staff.subscription;

import io.zizhi.notification.outbound.TargetRules;
import io.zizhi.notification.outbound.TargetUrl;
import io.zizhi.notification.sender.MainlandMobile;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.privacy.personal.Phone;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whom a request names, as its channel wants it.
 *
 * @param phone for SMS; null where the one before stays
 * @param url for a webhook; null where the one before stays
 */
record Recipient(@Nullable Phone phone, @Nullable TargetUrl url) {

    /** Who is told from now on; 400 where nobody is named. */
    static Recipient required(StaffSubscriptionRequest request, TargetRules rules) {
        if (request.channel() == StaffChannel.WEBHOOK && request.url() == null) {
            throw Problems.badRequest("FIELD_REQUIRED", "/url", "A webhook needs a URL.");
        }
        return request.channel() == StaffChannel.SMS
                ? new Recipient(MainlandMobile.require(request.phone(), "/phone"), null).of(request)
                : named(request, rules);
    }

    /** Who is told from now on, where somebody is named. */
    static Recipient named(StaffSubscriptionRequest request, TargetRules rules) {
        Phone phone = Optional.ofNullable(request.phone())
                .map(typed -> MainlandMobile.require(typed, "/phone"))
                .orElse(null);
        TargetUrl url = Optional.ofNullable(request.url())
                .map(typed -> rules.require(typed, "/url"))
                .orElse(null);
        return new Recipient(phone, url).of(request);
    }

    /** 400 where a field of the other channel is filled in. */
    private Recipient of(StaffSubscriptionRequest request) {
        if (request.channel() == StaffChannel.SMS && request.url() != null) {
            throw Problems.badRequest("FIELD_OF_OTHER_CHANNEL", "/url", "SMS goes to a phone.");
        }
        if (request.channel() == StaffChannel.WEBHOOK && phone != null) {
            throw Problems.badRequest("FIELD_OF_OTHER_CHANNEL", "/phone", "A webhook goes to a URL.");
        }
        return this;
    }
}
