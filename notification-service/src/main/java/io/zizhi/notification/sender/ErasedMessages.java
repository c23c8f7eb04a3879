package io.zizhi.notification.sender;

import io.zizhi.platform.messaging.erasure.ErasedRows;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The messages of an erased account that are not finished. They are not sent; accepted ones lose their number. */
@Singleton
class ErasedMessages {

    static final String MESSAGES = """
            update sms_message set
                status = case when status = 'ACCEPTED' then status else 'FAILED' end,
                outcome_code = case when status = 'ACCEPTED' then outcome_code else 'ACCOUNT_ERASED' end,
                phone = null, parameters = null, recall_at = null, receipt_due_at = null
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
