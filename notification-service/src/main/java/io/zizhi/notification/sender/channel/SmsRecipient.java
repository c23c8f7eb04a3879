package io.zizhi.notification.sender.channel;

import io.zizhi.platform.privacy.personal.Phone;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The recipient of a message whose outcome is open, for providers that find messages by number and day.
 *
 * @param to eleven digits
 * @param handedOverAt when the latest hand-over began
 * @param providerMessageId the provider's id; null if unknown
 */
public record SmsRecipient(
        Phone to, Instant handedOverAt, @Nullable String providerMessageId) {}
