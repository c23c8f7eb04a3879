package io.zizhi.notification.webhook;

import io.zizhi.platform.messaging.erasure.ErasedRows;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The webhooks of an erased account that are on their way. They are not posted. */
@Singleton
class ErasedWebhooks {

    static final String WEBHOOKS = """
            update webhook_delivery set
                status = 'FAILED', due_at = null, posting_until = null, url = null, secret = null,
                failure_code = 'ACCOUNT_ERASED'
            where webhook_id = any(array(
                select webhook_id from webhook_delivery where account_id = :accountId and url is not null
                order by webhook_id limit :limit for update))
            """;

    @Produces
    @Singleton
    static ErasedRows webhooks() {
        return new ErasedRows("webhooks", WEBHOOKS);
    }
}
