package io.zizhi.notification.staff.subscription;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zizhi.contracts.ReviewSubject;
import io.zizhi.notification.sender.SmsLanguage;
import io.zizhi.platform.privacy.personal.Phone;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A subscription.
 *
 * @param id id of the subscription
 * @param version for {@code If-Match} of the next change
 * @param name what staff call it
 * @param kinds what is told
 * @param policies clock policies whose reviews are told of; empty for all
 * @param subjects what the reviews that are told of are about; empty for all
 * @param channel how
 * @param phone who is told by SMS, masked
 * @param origin where webhooks go: scheme, host and port; the path, which may be a secret, is not shown
 * @param secret by which webhooks are signed; shown once, when the subscription is made
 * @param language of the notices
 * @param windowMinutes for how many minutes what happens is gathered into one notice
 * @param createdAt since when; what happened before is not told
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

    /** Once, with the secret. */
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

    /** Without the secret. */
    @Override
    public String toString() {
        return "StaffSubscriptionView[" + id + ", " + version + "]";
    }
}
