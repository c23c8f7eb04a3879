package io.zizhi.notification.staff.subscription;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zizhi.contracts.ReviewSubject;
import io.zizhi.notification.sender.message.SmsLanguage;
import io.zizhi.platform.privacy.personal.Phone;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A subscription.
 *
 * @param id id of the subscription
 * @param version for {@code If-Match} of the next change
 * @param name display name
 * @param kinds of alerts
 * @param policies clock policies of the reviews; empty for all
 * @param subjects of the reviews; empty for all
 * @param channel of the notices
 * @param phone recipient of SMS, masked
 * @param origin target of webhooks: scheme, host and port; the path may be a secret and is not shown
 * @param secret that signs webhooks; shown once, when the subscription is created
 * @param language of the notices
 * @param windowMinutes how long alerts are collected into one notice, in minutes
 * @param createdAt when it was created; earlier alerts are not sent
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StaffSubscriptionView(
        long id,
        long version,
        String name,
        List<SlaKind> kinds,
        List<String> policies,
        List<ReviewSubject> subjects,
        StaffChannel channel,
        @Nullable Phone phone,
        @Nullable String origin,
        @Nullable String secret,
        SmsLanguage language,
        long windowMinutes,
        Instant createdAt) {

    static StaffSubscriptionView from(StaffSubscription subscription, @Nullable Phone phone, @Nullable String origin) {
        Choice choice = subscription.choice();
        return new StaffSubscriptionView(
                subscription.id(),
                subscription.version(),
                subscription.name(),
                choice.kinds().stream().sorted().toList(),
                choice.policies().stream().sorted().toList(),
                choice.subjects().stream().sorted().toList(),
                subscription.channel(),
                phone,
                origin,
                null,
                subscription.language(),
                subscription.window().toMinutes(),
                subscription.createdAt());
    }

    /** Returns a copy with the secret, which is shown only once. */
    StaffSubscriptionView with(@Nullable String shownSecret) {
        return new StaffSubscriptionView(
                id,
                version,
                name,
                kinds,
                policies,
                subjects,
                channel,
                phone,
                origin,
                shownSecret,
                language,
                windowMinutes,
                createdAt);
    }

    /** Omits the secret. */
    @Override
    public String toString() {
        return "StaffSubscriptionView[" + id + ", " + version + "]";
    }
}
