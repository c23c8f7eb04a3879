package io.zizhi.notification.sender.channel;

import io.smallrye.mutiny.Uni;
import io.zizhi.notification.sender.message.Sms;

/**
 * Delivers SMS. It is called outside any transaction. It must answer within its own time-out, well under a minute;
 * after that it answers {@link SmsResult.Unknown}. A failed {@code Uni} also counts as unknown.
 */
public interface SmsSender {

    /** Returns the name in the configuration ({@code zizhi.sms.senders}), for example {@code local-inbox}. */
    String name();

    /**
     * Returns whether the provider fills a text of its own, so that a text of ours arrives only if somebody has entered
     * the same one there.
     */
    default boolean fillsOwnText() {
        return false;
    }

    /** Returns how many messages one replica may hand over at once. */
    default int atOnce() {
        return Integer.MAX_VALUE;
    }

    /**
     * Hands a message over. Answers {@link SmsResult.Deferred} only if the provider has certainly not taken it, and
     * {@link SmsResult.NeverReceived} only after {@link #recall} gave that answer for this attempt.
     */
    Uni<SmsResult> send(Sms sms);

    /**
     * Returns the outcome of a message that may have been handed over before. After {@link SmsResult.NeverReceived} the
     * message is handed over again. A sender may give that answer only if it refuses every later hand-over of this and
     * earlier attempts: a replica that was paused right before its call may still make the call. A sender that cannot
     * guarantee this answers unknown, and the message stays unknown.
     */
    Uni<SmsResult> recall(String messageId, int attempt);
}
