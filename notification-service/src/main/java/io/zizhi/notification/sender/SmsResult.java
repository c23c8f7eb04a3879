package io.zizhi.notification.sender;

/** What a sender says of a message. */
public sealed interface SmsResult {

    /** It has the message and will deliver it. */
    record Accepted() implements SmsResult {}

    /**
     * It refuses the message for good.
     *
     * @param code why, for example {@code NUMBER_BLOCKED}
     */
    record Refused(String code) implements SmsResult {}

    /**
     * Nobody knows: the sender may have the message or not.
     *
     * @param code why, for example {@code TIMED_OUT}
     */
    record Unknown(String code) implements SmsResult {}

    /** It never got the message by this attempt and never will, so that getting it by a later one does no harm. */
    record NeverReceived() implements SmsResult {}
}
