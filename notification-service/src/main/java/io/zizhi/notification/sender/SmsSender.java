package io.zizhi.notification.sender;

import io.smallrye.mutiny.Uni;

/**
 * Something that delivers SMS. Called outside any transaction; it has a time-out of its own, well under a minute, and
 * answers {@link SmsResult.Unknown} when it runs out. A failed {@code Uni} counts as unknown as well.
 */
public interface SmsSender {

    /** Its name in the configuration ({@code zizhi.sms.sender}), for example {@code local-inbox}. */
    String name();

    /** Hands a message over. Accepted, refused or unknown. */
    Uni<SmsResult> send(Sms sms);

    /**
     * What became of a message that may have been handed over before. A sender that cannot tell answers unknown and the
     * message stays unknown; one that answers never received gets it again.
     */
    Uni<SmsResult> recall(String messageId);
}
