package io.zizhi.notification.sender;

import io.smallrye.mutiny.Uni;

/**
 * Something that delivers SMS. Called outside any transaction; it has a time-out of its own, well under a minute, and
 * answers {@link SmsResult.Unknown} when it runs out. A failed {@code Uni} counts as unknown as well.
 */
public interface SmsSender {

    /** Its name in the configuration ({@code zizhi.sms.sender}), for example {@code local-inbox}. */
    String name();

    /** Hands a message over. Accepted, refused, unknown, or never received after {@link #recall} said so of that attempt. */
    Uni<SmsResult> send(Sms sms);

    /**
     * Says what became of a message that may have been handed over before. A sender that answers never received gets the
     * message again, so it may say so only if it takes no hand-over of this or an earlier attempt from then on: a replica
     * that stands still right before its call may still make it. A sender that cannot promise that answers unknown, and the
     * message stays unknown.
     */
    Uni<SmsResult> recall(String messageId, int attempt);
}
