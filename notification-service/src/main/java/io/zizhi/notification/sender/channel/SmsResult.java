package io.zizhi.notification.sender.channel;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A sender's answer about a message. */
public sealed interface SmsResult {

    /**
     * The sender has the message and will deliver it.
     *
     * @param providerMessageId the provider's id of the message, at most 100 characters; null if it has none
     */
    record Accepted(@Nullable String providerMessageId) implements SmsResult {

        /** Creates the result of a sender that assigns no message ids. */
        public Accepted() {
            this(null);
        }
    }

    /**
     * The sender refuses the message permanently.
     *
     * @param code reason, for example {@code NUMBER_BLOCKED}
     */
    record Refused(String code) implements SmsResult {}

    /**
     * The sender may or may not have the message.
     *
     * @param code reason, for example {@code TIMED_OUT}
     */
    record Unknown(String code) implements SmsResult {}

    /**
     * The sender has certainly not taken this attempt, and may take a later one.
     *
     * @param code reason, for example {@code HTTP_429}
     * @param pause when to try again
     */
    record Deferred(String code, Duration pause) implements SmsResult {}

    /** The sender never received this attempt and never will, so a later attempt is safe. */
    record NeverReceived() implements SmsResult {}
}
