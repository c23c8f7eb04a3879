package io.zizhi.notification.sender.channel;

/** A sender's answer about a message. */
public sealed interface SmsResult {

    /** The sender has the message and will deliver it. */
    record Accepted() implements SmsResult {}

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

    /** The sender never received this attempt and never will, so a later attempt is safe. */
    record NeverReceived() implements SmsResult {}
}
