package io.zizhi.notification.sender.channel;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A delivery receipt: the provider reports what became of a message that it accepted.
 *
 * @param sender name of the sender that received the receipt, see {@link SmsSender#name}
 * @param providerMessageId the provider's id of the message; null only if {@code messageId} is known
 * @param messageId the message's own id, for providers that return it; null only if {@code providerMessageId} is known
 * @param outcome of the delivery
 * @param code the provider's reason, at most 60 characters; null if it gives none
 * @param at when the provider observed the outcome
 */
public record SmsReceipt(
        String sender,
        @Nullable String providerMessageId,
        @Nullable String messageId,
        SmsReceipt.Outcome outcome,
        @Nullable String code,
        Instant at) {

    /** Outcome of a delivery. */
    public enum Outcome {
        /** The phone has the message. */
        DELIVERED,

        /** The phone will not get the message. */
        FAILED,

        /** The provider does not know whether the phone got the message. */
        UNKNOWN
    }
}
