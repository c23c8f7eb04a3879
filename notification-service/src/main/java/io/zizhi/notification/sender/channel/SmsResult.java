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
     * @param othersMayTake whether the reason concerns only this sender, such as a text that is not approved there; the
     *     message fails when every sender has refused it
     */
    record Refused(String code, boolean othersMayTake) implements SmsResult {

        /** Creates the refusal of a message that no sender can deliver. */
        public Refused(String code) {
            this(code, false);
        }
    }

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
     * @param onlyThisMessage whether the reason concerns this message, such as a limit of its number; otherwise other
     *     messages would be deferred, too
     */
    record Deferred(String code, Duration pause, boolean onlyThisMessage) implements SmsResult {

        /** Creates the result of a sender that takes no messages at the moment. */
        public Deferred(String code, Duration pause) {
            this(code, pause, false);
        }
    }

    /** The sender never received this attempt and never will, so a later attempt is safe. */
    record NeverReceived() implements SmsResult {}
}
