package io.zizhi.notification.sender.inbox;

import io.zizhi.platform.messaging.erasure.ErasedRows;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Deletes the messages of an erased account from the local inbox. */
@Singleton
class ErasedInbox {

    static final String INBOX = """
            delete from local_inbox where message_id = any(array(
                select i.message_id from local_inbox i join sms_message m on m.message_id = i.message_id
                where m.account_id = :accountId order by i.message_id limit :limit for update of i))
            """;

    @Produces
    @Singleton
    static ErasedRows inbox() {
        return new ErasedRows("local-inbox-messages", INBOX);
    }
}
