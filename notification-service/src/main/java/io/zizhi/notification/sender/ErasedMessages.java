package io.zizhi.notification.sender;

import io.zizhi.platform.messaging.erasure.ErasedRows;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The messages of an erased account that are not finished. They are not sent. */
@Singleton
class ErasedMessages {

    static final String MESSAGES = """
            update sms_message set
                status = 'FAILED', outcome_code = 'ACCOUNT_ERASED', phone = null, parameters = null, recall_at = null
            where message_id = any(array(
                select message_id from sms_message where account_id = :accountId and phone is not null
                order by message_id limit :limit for update))
            """;

    @Produces
    @Singleton
    static ErasedRows messages() {
        return new ErasedRows("sms-messages", MESSAGES);
    }
}
