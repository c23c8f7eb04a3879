package io.zizhi.notification.sender.channel;

import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Finds the recipients of messages for {@link SmsSender#recall}. */
public interface SmsRecipients {

    /**
     * Returns the recipient. Call it outside any transaction.
     *
     * @return empty if the message is finished or its number was purged
     */
    Uni<Optional<SmsRecipient>> find(String messageId);
}
